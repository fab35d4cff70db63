import { Alert, Button, Group, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { type Seat, type SeatState, type Seen, seatTitles } from '#domain/governance/sign-offs.ts'
import { useFormat } from '../format.ts'
import { Text } from '../Words.tsx'
import { Item, Mark } from './Mark.tsx'

const marks = { signed: 'yes', lapsed: 'soon', refused: 'no', missing: 'open' } as const
const words = { signed: 'Signed', lapsed: 'Lapsed', refused: 'Refused', missing: 'Not signed' }

interface Props {
  slug: string
  purpose: string
  seats: SeatState[]
  /** What the reader sees on this page, which their name will be bound to. */
  seen: Seen
  /** The seat of who reads; null when their role has none here. */
  mine: Seat | null
  problem?: string
}

/** Who has to sign, who has, and the reader's own signature. */
export function Seats({ slug, purpose, seats, seen, mine, problem }: Props) {
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      {seats.map((seat) => (
        <Item
          key={seat.seat}
          mark={<Mark ok={marks[seat.state]}>{words[seat.state]}</Mark>}
          head={
            <>
              <Text component="span" fw={550}>
                {seatTitles[seat.seat]}
              </Text>
              {seat.by && `: ${seat.by}`}
              {seat.at && `, ${format.moment(seat.at)}`}
            </>
          }
        >
          {(seat.changed.length > 0 || seat.note) && (
            <Text size="sm" c="dimmed">
              {seat.changed.length > 0 && `Changed since: ${seat.changed.join(', ')}. `}
              {seat.note}
            </Text>
          )}
        </Item>
      ))}
      {problem && (
        <Alert color="red" mt="sm" role="alert">
          {problem}
        </Alert>
      )}
      {mine ? (
        <Form method="post" action={`/deployments/${slug}/sign`} preventScrollReset>
          <input type="hidden" name="purpose" value={purpose} />
          <input type="hidden" name="seen" value={JSON.stringify(seen)} />
          <Group gap="xs" align="flex-end" mt="sm">
            <TextInput
              name="note"
              label={`Your note, as ${seatTitles[mine]}`}
              placeholder="Conditions, or why not"
              style={{ flex: 1 }}
            />
            <Button type="submit" name="verdict" value="approved" loading={busy}>
              Sign
            </Button>
            <Button type="submit" name="verdict" value="refused" variant="default" loading={busy}>
              Refuse
            </Button>
          </Group>
        </Form>
      ) : (
        <Text size="sm" c="dimmed" mt="xs">
          Your role has no seat here. A sign-off holds until something it was bound to changes.
        </Text>
      )}
    </>
  )
}
