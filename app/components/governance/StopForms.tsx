import { Button, List, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import type { Seat, SeatState, Seen } from '#domain/governance/sign-offs.ts'
import type { Stop } from '#domain/governance/stop.ts'
import { useFormat } from '../format.ts'
import { Section } from '../Page.tsx'
import { Anchor, Text } from '../Words.tsx'
import { Seats } from './Seats.tsx'

interface Deployment {
  slug: string
  name: string
}

/** Says exactly what a stop does, and does it. */
export function StopNow({ deployment, told }: { deployment: Deployment; told: string[] }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      <Text size="lg">This happens at once:</Text>
      <List mt="xs">
        <List.Item>
          {deployment.name} is marked as stopped, and its gate fails for every pipeline that asks.
        </List.Item>
        <List.Item>
          What stands now is frozen under a hash: versions, terms, assessment, controls and sign-offs.
        </List.Item>
        <List.Item>
          {told.length > 0 ? (
            `Told: ${told.join(', ')}.`
          ) : (
            <>
              Nobody is told: the{' '}
              <Anchor to={`/deployments/${deployment.slug}/card`} inherit>
                escalation card
              </Anchor>{' '}
              names nobody with an address.
            </>
          )}
        </List.Item>
        <List.Item>It is taken up again only with the sign-offs that its class asks for.</List.Item>
      </List>
      <Form method="post">
        <TextInput name="why" label="Why" placeholder="It promised a refund we don’t give" mt="md" required />
        <Button type="submit" name="do" value="stop" color="red" mt="sm" loading={busy}>
          Stop it now
        </Button>
      </Form>
    </>
  )
}

interface StoppedProps {
  deployment: Deployment
  stop: Stop
  seats: SeatState[]
  seen: Seen
  mine: Seat | null
  /** Why the reader's signature was refused. */
  refused?: string
}

/** Who stopped it and why, whom the news did not reach, and the way back. */
export function Stopped({ deployment, stop, seats, seen, mine, refused }: StoppedProps) {
  const busy = useNavigation().state !== 'idle'
  const format = useFormat()
  const missed = stop.told.flatMap((told) => (told.ok ? [] : [told.who]))
  return (
    <>
      <Text size="lg">
        {stop.stoppedBy} stopped it on {format.moment(stop.stoppedAt)}: {stop.why}
      </Text>
      {missed.length > 0 && (
        <Form method="post">
          <Text c="var(--critical)" mt="xs">
            Not told: {missed.join(', ')}. Call them.
          </Text>
          <Button type="submit" name="do" value="tell" variant="default" size="xs" mt={4} loading={busy}>
            Try to tell them again
          </Button>
        </Form>
      )}
      <Section title="Taking it up again" aside="the sign-offs that its class asks for">
        <Seats
          slug={deployment.slug}
          purpose={`resume:${stop.id}`}
          seats={seats}
          seen={seen}
          mine={mine}
          problem={refused}
        />
        <Form method="post">
          <TextInput name="why" label="What was put right" mt="md" required />
          <Button
            type="submit"
            name="do"
            value="resume"
            mt="xs"
            loading={busy}
            disabled={seats.some((seat) => seat.state !== 'signed')}
          >
            Take it up again
          </Button>
        </Form>
      </Section>
    </>
  )
}
