import { Button, Code, Group, NativeSelect, Table, TextInput } from '@mantine/core'
import { Form } from '@remix-run/react'
import { useFormat } from './format.ts'
import { Empty, Page, Section } from './Page.tsx'
import { Text } from './Words.tsx'

interface Props {
  manages: boolean
  rules: { daysBefore: number[]; escalateAt: number }
  /** Whether there is a mail server. */
  mail: boolean
  feeds: { id: string; name: string; owner: string | null; made_by: string }[]
  channels: { id: string; name: string; form: keyof typeof forms; host: string; secret: string | null }[]
  log: {
    id: string
    to: string | null
    state: string
    attempts: number
    outcome: string | null
    at: string
  }[]
  /** What became of the form that was sent. */
  answer?: { error: string } | { address: string }
}

const forms = { webhook: 'Webhook, signed', slack: 'Slack', teams: 'Microsoft Teams' }

/** Calendars, channels and the log of what was sent. */
export function ReminderSettingsScreen({
  manages,
  rules,
  mail,
  feeds,
  channels: posted,
  log,
  answer,
}: Props) {
  const { moment } = useFormat()
  return (
    <Page
      narrow
      title="Reminders and feeds"
      lead={`Reminders go out ${rules.daysBefore.join(', ')} days before a date; ${rules.escalateAt} days before it, the deputy is told, too.`}
    >
      {answer && 'error' in answer && (
        <Text c="var(--critical)" role="alert">
          {answer.error}
        </Text>
      )}
      <Section title="Calendars to subscribe to" aside="whoever has the address sees the dates">
        {answer && 'address' in answer && (
          <Text role="status" my="sm">
            Subscribe to this address; it is shown only now: <Code>{answer.address}</Code>
          </Text>
        )}
        {feeds.map((feed) => (
          <Form method="post" key={feed.id}>
            <input type="hidden" name="id" value={feed.id} />
            <Group my={4}>
              <Text>
                {feed.name}: {feed.owner ? `dates of ${feed.owner}` : 'every date'}, opened by {feed.made_by}
              </Text>
              <Button type="submit" name="change" value="revoke" size="compact-xs" variant="default">
                Revoke
              </Button>
            </Group>
          </Form>
        ))}
        <Form method="post">
          <Group align="flex-end" gap="xs">
            <TextInput name="name" label="Name of the calendar" size="xs" required />
            <TextInput name="owner" label="Only dates of this owner or team" size="xs" />
            <Button type="submit" name="change" value="feed" size="xs">
              Open a calendar
            </Button>
          </Group>
        </Form>
      </Section>
      <Section title="Where reminders are posted">
        <Text size="sm" mb="xs">
          {mail
            ? 'Owners and deputies get one e-mail for all that is due.'
            : 'No mail server is set (SMTP_URL), so nobody gets e-mail.'}
        </Text>
        {posted.map((channel) => (
          <Form method="post" key={channel.id}>
            <input type="hidden" name="id" value={channel.id} />
            <Group my={4}>
              <Text>
                {channel.name} ({forms[channel.form]}, {channel.host})
              </Text>
              {channel.secret && channel.form === 'webhook' && <Code>{channel.secret}</Code>}
              {manages && (
                <Button type="submit" name="change" value="remove" size="compact-xs" variant="default">
                  Remove
                </Button>
              )}
            </Group>
          </Form>
        ))}
        {manages && (
          <Form method="post">
            <Group align="flex-end" gap="xs">
              <TextInput name="name" label="Name" size="xs" required />
              <NativeSelect
                name="form"
                label="Form"
                size="xs"
                data={Object.entries(forms).map(([value, label]) => ({ value, label }))}
              />
              <TextInput name="url" label="Address" size="xs" required style={{ flex: 1 }} />
              <Button type="submit" name="change" value="channel" size="xs">
                Add
              </Button>
            </Group>
          </Form>
        )}
      </Section>
      <Section title="What was sent" aside="the newest hundred">
        {log.length === 0 ? (
          <Empty>Nothing was sent yet.</Empty>
        ) : (
          <Table>
            <Table.Tbody>
              {log.map((d) => (
                <Table.Tr key={d.id}>
                  <Table.Td>{moment(d.at)}</Table.Td>
                  <Table.Td>{d.to}</Table.Td>
                  <Table.Td>
                    {
                      { waiting: 'Waits for its next try', delivered: 'Delivered', failed: 'Given up' }[
                        d.state
                      ]
                    }
                  </Table.Td>
                  <Table.Td>
                    {d.outcome} {d.attempts > 1 && `${d.attempts} tries.`}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
    </Page>
  )
}
