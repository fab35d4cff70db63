import { z } from 'zod'
import { calendarFeeds, insertCalendarFeed, revokeCalendarFeed } from '#db/calendar-feeds.ts'
import { ChannelForm, channels, deliveryLog, insertChannel, removeChannel } from '#db/channels.ts'
import { recordEvent } from '#db/events.ts'
import type { House } from './house.server.ts'
import { addressProblem } from './outbound.server.ts'
import { can } from './permissions.ts'
import { reminderRules } from './reminders.server.ts'
import type { User } from './user.server.ts'

/** Calendars that people subscribe to, where reminders are posted, and what was sent. Somebody sees their own calendars. */
export async function reminderSettings(house: House, user: User) {
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
export const ReminderChange = z.discriminatedUnion('change', [
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

export type ReminderChange = z.infer<typeof ReminderChange>

/** Why somebody may not do this; undefined when they may. Calendars are everybody's own, channels of those who manage settings. */
export async function refusal(
  { db }: House,
  user: User,
  change: ReminderChange,
): Promise<string | undefined> {
  if (can(user.role, 'settings.manage') || change.change === 'feed') return undefined
  if (change.change !== 'revoke') return 'Only people who manage settings may change where reminders go.'
  const own = (await calendarFeeds(db)).some((f) => f.id === change.id && f.made_by === user.email)
  return own ? undefined : 'That calendar is somebody else’s.'
}

/** Does it with its event. @returns the secret of a calendar that was opened: it is told once */
export const changeReminders = (
  { db }: House,
  user: User,
  change: ReminderChange,
): Promise<string | undefined> =>
  db.transaction().execute(async (trx) => {
    const done = (action: string, subject: 'calendar_feed' | 'channel', subjectId: string) =>
      recordEvent(trx, { actor: user.email, action, subject, subjectId })
    switch (change.change) {
      case 'feed': {
        const { name, owner } = change
        const feed = await insertCalendarFeed(trx, { name, owner: owner || null, madeBy: user.email })
        await done('opened', 'calendar_feed', feed.id)
        return feed.token
      }
      case 'revoke':
        await revokeCalendarFeed(trx, change.id)
        await done('revoked', 'calendar_feed', change.id)
        return undefined
      case 'channel':
        await done('added', 'channel', await insertChannel(trx, { ...change, madeBy: user.email }))
        return undefined
      case 'remove':
        await removeChannel(trx, change.id)
        await done('removed', 'channel', change.id)
        return undefined
    }
  })
