import { Button, Group, NativeSelect, Title } from '@mantine/core'
import { Form, Link, useNavigate, useNavigation, useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import agreement from '../Agreement.module.css'
import { Text } from '../Words.tsx'
import classes from './Review.module.css'
import { placeWords } from './review-view.ts'
import { TermFields } from './TermFields.tsx'
import type { TermField } from './term-form.ts'

interface Props {
  citation: { quote: string; page: number; clause: string | null }
  type: string
  types: { value: string; label: string }[]
  fields: TermField[]
  errors: Record<string, string>
  /** Address to go back to. */
  leave: string
}

/** A term that the reading had missed: its words, its kind, its value. */
export function AddTermForm({ citation, type, types, fields, errors, leave }: Props) {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const busy = useNavigation().state !== 'idle'
  const kind = useRef<HTMLSelectElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (type) form.current?.querySelector<HTMLElement>('select, input:not([type=hidden]), textarea')?.focus()
    else kind.current?.focus()
  }, [type])
  const choose = (value: string) => {
    const next = new URLSearchParams(search)
    next.set('type', value)
    navigate(`?${next}`, { preventScrollReset: true, replace: true })
  }
  return (
    <>
      <Title order={2} size="h3">
        Add a missed term
      </Title>
      <blockquote className={agreement.quote}>{citation.quote}</blockquote>
      <Text size="xs" c="dimmed">
        {placeWords(citation)}
      </Text>
      <Form method="get" className={classes.form} aria-label="Kind of term">
        {[...search]
          .filter(([name]) => name !== 'type')
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <NativeSelect
          ref={kind}
          name="type"
          label="What kind of term it is"
          size="xs"
          value={type}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[{ value: '', label: 'Choose' }, ...types]}
          error={errors.type}
        />
        <noscript>
          <button type="submit">Show its fields</button>
        </noscript>
      </Form>
      {fields.length > 0 && (
        <Form
          ref={form}
          key={type}
          method="post"
          className={classes.form}
          aria-label="The term"
          preventScrollReset
        >
          <TermFields fields={fields} values={{}} errors={errors} />
          {errors.value && (
            <Text size="sm" role="alert" c="var(--critical)">
              {errors.value}
            </Text>
          )}
          <Group gap="xs">
            <Button type="submit" size="compact-sm" loading={busy}>
              Add the term
            </Button>
          </Group>
        </Form>
      )}
      <Button component={Link} to={leave} size="compact-sm" variant="default" mt="xs">
        Leave without adding
      </Button>
    </>
  )
}
