import { Button, Group } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Text } from '../Words.tsx'
import classes from './Review.module.css'
import type { Answer } from './review-view.ts'
import { TermFields } from './TermFields.tsx'
import type { FormValues, TermField } from './term-form.ts'
import { useDraft } from './use-draft.ts'

interface Props {
  address: string
  /** Name of the draft that is kept while typing. */
  draft: string
  fields: TermField[]
  values: FormValues
  version: number
  goOn: string
  busy: boolean
  onSend(fields: FormData): Promise<Answer | undefined>
  onClose(): void
}

/** The fields of a term, typed over; what is typed is kept in this browser until it is saved. */
export function CorrectionForm(props: Props) {
  const { address, fields, version, goOn, busy, onSend, onClose } = props
  const draft = useDraft(props.draft, props.values)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const form = useRef<HTMLFormElement>(null)
  // A draft that comes in draws the form anew; the focus belongs in its first field either way.
  useEffect(() => {
    if (draft.key)
      form.current?.querySelector<HTMLElement>('select, input:not([type=hidden]), textarea')?.focus()
  }, [draft.key])
  const leave = () => {
    draft.forget()
    onClose()
  }
  return (
    <form
      key={draft.key}
      ref={form}
      method="post"
      action={address}
      className={classes.form}
      aria-label="Correct the term"
      onChange={draft.keep}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave()
        if (event.key === 'Enter') saveOnEnter(event)
      }}
      onSubmit={async (event) => {
        event.preventDefault()
        const answer = await onSend(new FormData(event.currentTarget))
        if (answer?.ok) draft.forget()
        setErrors(answer && 'errors' in answer ? answer.errors : {})
      }}
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="goOn" value={goOn} />
      {draft.isDraft && (
        <Text size="xs" c="dimmed">
          What you typed before and had not saved.
        </Text>
      )}
      <TermFields fields={fields} values={draft.values} errors={errors} />
      {errors.value && (
        <Text size="sm" role="alert" c="var(--critical)">
          {errors.value}
        </Text>
      )}
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={busy}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={leave}>
          Leave as it was
        </Button>
      </Group>
    </form>
  )
}

/** Enter saves from a choice too; some browsers would open its list instead. */
function saveOnEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (!(event.target instanceof HTMLSelectElement)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}
