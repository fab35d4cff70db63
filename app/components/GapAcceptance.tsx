import { Button, Group, Textarea, TextInput, Title } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import type { Acceptance } from '#domain/register/gap-work.ts'
import { useFormat } from './format.ts'
import type { GapView } from './policy-view.ts'
import { Text } from './Words.tsx'

interface Props {
  deployment: { slug: string }
  rule: string
  gap?: GapView
  acceptance: Acceptance | null
  needsSecond: boolean
  /** A second person is asked for, and the day has not gone by. */
  waiting: boolean
  mayApprove: boolean
  /** Who else could approve. */
  others: string[]
  mayAccept: boolean
  refused: string | null
}

/** Taking the risk of a gap for a time, with a second person where the class wants one. */
export function GapAcceptance(props: Props) {
  const { deployment, rule, gap, acceptance, needsSecond, waiting, mayApprove, others } = props
  const { mayAccept, refused } = props
  const { date, moment, dated } = useFormat()
  const busy = useNavigation().state !== 'idle'
  const action = `/gaps/${deployment.slug}/${rule}/acceptance`
  if (!gap) return null
  const asked = Boolean(acceptance && !acceptance.approvedBy && (acceptance.needsSecond || needsSecond))
  const ended = acceptance !== null && !waiting && gap.work?.status !== 'accepted'
  return (
    <div>
      <Title order={3} size="h4">
        Accept the risk
      </Title>
      {acceptance && (
        <Text size="sm">
          {asked ? 'Asked for' : 'Accepted'} until {date(acceptance.until)} by {acceptance.by} (
          <time dateTime={acceptance.at}>{moment(acceptance.at)}</time>), as {acceptance.severity}:{' '}
          {acceptance.reason}
          {acceptance.approvedBy && ` Approved by ${acceptance.approvedBy}.`}
          {asked && !waiting && ' Nobody approved it in time.'}
        </Text>
      )}
      {refused && (
        <Text c="var(--critical)" role="alert" size="sm">
          {dated(refused)}
        </Text>
      )}
      {mayAccept &&
        waiting &&
        (mayApprove ? (
          <Form method="post" action={action} preventScrollReset>
            <Button type="submit" name="verdict" value="approve" size="xs" mt={6} loading={busy}>
              Approve as the second person
            </Button>
          </Form>
        ) : (
          <Text size="sm" mt={4}>
            {others.length > 0
              ? `You asked for it, so somebody else approves: ${others.join(' or ')}.`
              : 'You asked for it, and nobody else here may approve it. An administrator adds a second person under Settings.'}
          </Text>
        ))}
      {mayAccept && acceptance && !ended && (
        <Form method="post" action={action} preventScrollReset data-screen-only>
          <Group gap="xs" align="flex-end" mt={6}>
            <TextInput
              name="reason"
              label={waiting ? 'Refuse because' : 'Open it again because'}
              size="xs"
              required
            />
            <Button type="submit" name="verdict" value="reopen" size="xs" variant="default" loading={busy}>
              {waiting ? 'Refuse' : 'Open again'}
            </Button>
          </Group>
        </Form>
      )}
      {mayAccept && (!acceptance || ended) && (
        <details data-screen-only open={refused !== null || undefined}>
          <summary>Accept it for a time{needsSecond && ', with a second person'}</summary>
          <Form method="post" action={action} preventScrollReset>
            <Textarea name="reason" label="Why we take this risk" size="xs" autosize required mt={4} />
            <Group gap="xs" align="flex-end" mt={6}>
              <TextInput type="date" name="until" label="Until (it comes back then)" size="xs" required />
              <Button type="submit" name="verdict" value="accept" size="xs" loading={busy}>
                {needsSecond ? 'Ask a second person' : 'Accept'}
              </Button>
            </Group>
          </Form>
        </details>
      )}
    </div>
  )
}
