import { Button, Code, Group, NativeSelect, Table, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { calendarFeeds, insertCalendarFeed, revokeCalendarFeed } from '#db/calendar-feeds.ts'
import { ChannelForm, channels, deliveryLog, insertChannel, removeChannel } from '#db/channels.ts'
import { recordEvent } from '#db/events.ts'
import { useFormat } from '../components/format.ts'
import { Empty, Page, Section } from '../components/Page.tsx'
import { Text } from '../components/Words.tsx'
import { parseForm } from '../services/form.server.ts'
import { addressProblem } from '../services/outbound.server.ts'
import { can } from '../services/permissions.ts'
import { reminderRules } from '../services/reminders.server.ts'

export const meta: MetaFunction = () => [{ title: 'Reminders and feeds · Carveout' }]

export async function loader({ context: { house, user } }: LoaderFunctionArgs) {
  const manages = can(user.role, 'settings.manage')
  return {
    manages,
    rules: reminderRules,
    mail: Boolean(house.config.smtpUrl),
    feeds: (await calendarFeeds(house.db)).filter((f) => manages || f.made_by === user.email),
    channels: (await channels(house.db)).map(({ id, name, form, url, secret }) => ({
      id,
      name,
      form,
      host: new URL(url).host,
      secret: manages ? secret : null,
    })),
    log: (await deliveryLog(house.db)).map((d) => ({
      id: d.id,
      to: d.channel_name ?? d.recipient,
      state: d.state,
      attempts: d.attempts,
      outcome: d.outcome,
      at: d.created_at,
    })),
  }
}

const name = z.string().trim().min(1, 'Give it a name.').max(100)
const Change = z.discriminatedUnion('change', [
  z.object({ change: z.literal('feed'), name, owner: z.string().trim().max(200) }),
  z.object({ change: z.literal('revoke'), id: z.string() }),
  z.object({
    change: z.literal('channel'),
    name,
    form: ChannelForm,
    url: z.string().superRefine((url, { addIssue }) => {
      const problem = addressProblem(url)
      if (problem) addIssue(problem)
    }),
  }),
  z.object({ change: z.literal('remove'), id: z.string() }),
])

/** Feeds are everybody's own; where reminders are posted to is for those who manage settings. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = parseForm(await request.formData(), Change)
  if (!form.ok) return data({ error: Object.values(form.errors)[0] ?? 'Something is missing.' }, 400)
  const { value } = form
  const manages = can(user.role, 'settings.manage')
  if ((value.change === 'channel' || value.change === 'remove') && !manages)
    throw new Response('Only people who manage settings may change where reminders go.', { status: 403 })
  const feeds = value.change === 'revoke' ? await calendarFeeds(house.db) : []
  if (
    value.change === 'revoke' &&
    !feeds.some((f) => f.id === value.id && (manages || f.made_by === user.email))
  )
    throw new Response('That calendar is somebody else’s.', { status: 403 })
  return await house.db.transaction().execute(async (trx) => {
    const done = (action: string, subject: 'calendar_feed' | 'channel', subjectId: string) =>
      recordEvent(trx, { actor: user.email, action, subject, subjectId })
    switch (value.change) {
      case 'feed': {
        const feed = await insertCalendarFeed(trx, {
          name: value.name,
          owner: value.owner || null,
          madeBy: user.email,
        })
        await done('opened', 'calendar_feed', feed.id)
        const { origin } = new URL(request.url)
        return data({ address: `${house.config.baseUrl ?? origin}/feeds/${feed.token}.ics` })
      }
      case 'revoke':
        await revokeCalendarFeed(trx, value.id)
        await done('revoked', 'calendar_feed', value.id)
        break
      case 'channel':
        await done('added', 'channel', await insertChannel(trx, { ...value, madeBy: user.email }))
        break
      case 'remove':
        await removeChannel(trx, value.id)
        await done('removed', 'channel', value.id)
    }
    return redirect('/settings/reminders')
  })
}

const forms = { webhook: 'Webhook, signed', slack: 'Slack', teams: 'Microsoft Teams' }

export default function Reminders() {
  const { manages, rules, mail, feeds, channels: posted, log } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
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
