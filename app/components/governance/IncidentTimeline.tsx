import { Alert, Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Form, Link, useNavigation } from '@remix-run/react'
import { useFormat } from '../format.ts'
import { Empty, Section } from '../Page.tsx'
import { Anchor, Text } from '../Words.tsx'
import type { IncidentShown } from './incident-view.ts'

const kinds = {
  note: 'Found',
  containment: 'Contained',
  told: 'Told',
  asked: 'Asked the vendor',
  claim: 'Claim sent',
  evidence: 'Evidence kept',
}

/** What was found and done, in order; evidence is kept under its hash. */
export function IncidentTimeline({ view, problem }: { view: IncidentShown; problem?: string }) {
  const { entries, incident, mayGovern } = view
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title="Timeline">
      {entries.length === 0 && <Empty>Nothing is recorded since it was reported.</Empty>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{format.moment(entry.at)}</time> · {kinds[entry.kind]}: {entry.words}{' '}
            {entry.sha256 && (
              <>
                <Anchor href={`/incidents/${incident.slug}/evidence/${entry.id}`}>{entry.fileName}</Anchor>{' '}
                <Text component="span" size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  SHA-256 {entry.sha256}
                </Text>
              </>
            )}{' '}
            <Text component="span" size="sm" c="dimmed">
              {entry.recordedBy}
            </Text>
          </li>
        ))}
      </ol>
      {problem && (
        <Alert color="red" role="alert" mb="xs">
          {problem}
        </Alert>
      )}
      {mayGovern && (
        <Form method="post" encType="multipart/form-data" preventScrollReset key={entries.length}>
          <Group gap="xs" align="flex-end">
            <NativeSelect
              name="kind"
              label="Add"
              data={Object.entries(kinds)
                .filter(([kind]) => kind !== 'told')
                .map(([value, label]) => ({ value, label }))}
            />
            <Textarea name="words" label="What" autosize minRows={1} style={{ flex: 1 }} />
            <TextInput type="file" name="file" label="File" />
            <Button type="submit" name="do" value="entry" variant="default" loading={busy}>
              Add
            </Button>
          </Group>
        </Form>
      )}
    </Section>
  )
}

/** Whether its papers are looked at again, and the end with its cause. */
export function IncidentEnd({ view }: { view: IncidentShown }) {
  const { incident, mayGovern, clocks } = view
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  const running = clocks.filter((c) => c.doneAt === null).length
  if (incident.closedAt)
    return (
      <Section title="Closed">
        <Text>
          {format.moment(incident.closedAt)}. Cause: {incident.cause}
        </Text>
      </Section>
    )
  return (
    <Section title="What follows">
      <Text>
        {incident.rePapering
          ? 'The papers of the deployment are due for review because of it.'
          : 'Nobody has asked for a review of the papers yet.'}{' '}
        <Link to="/deadlines">Deadlines</Link>
      </Text>
      {mayGovern && !incident.rePapering && (
        <Form method="post" preventScrollReset>
          <Button
            type="submit"
            name="do"
            value="re_papering"
            size="xs"
            variant="default"
            mt="xs"
            loading={busy}
          >
            Have the papers reviewed
          </Button>
        </Form>
      )}
      {mayGovern && (
        <Form method="post" preventScrollReset>
          <Group gap="xs" align="flex-end" mt="md">
            <TextInput name="cause" label="Cause" required style={{ flex: 1 }} />
            <Button type="submit" name="do" value="close" loading={busy}>
              Close it
            </Button>
          </Group>
          {running > 0 && (
            <Text size="sm" c="dimmed" mt={4}>
              {running} {running === 1 ? 'clock is' : 'clocks are'} still running.
            </Text>
          )}
        </Form>
      )}
    </Section>
  )
}
