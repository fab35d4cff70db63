import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import classes from './Review.module.css'

const usual = [
  'The words say something else.',
  'It speaks of another party.',
  'It is read twice.',
  'It is not binding.',
]

interface Props {
  address: string
  version: number
  goOn: string
  busy: boolean
  onSend(reason: string): void
  onClose(): void
}

/** Why a term is thrown out: one of the usual reasons by its number, or in a person's own words. */
export function RejectionForm({ address, version, goOn, busy, onSend, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const chosen = usual[Number(reason.trim()) - 1] ?? reason.trim()
  return (
    <form
      method="post"
      action={address}
      className={classes.form}
      aria-label="Reject the term"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) onSend(chosen)
        else setError('Say why, in a few words.')
      }}
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="goOn" value={goOn} />
      <TextInput
        data-autofocus
        ref={(input) => input?.focus()}
        name="reason"
        label="Why"
        description={usual.map((words, i) => `${i + 1} ${words}`).join(' ')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={error}
        size="xs"
      />
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={busy}>
          Reject
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Leave as it was
        </Button>
      </Group>
    </form>
  )
}
