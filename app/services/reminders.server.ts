import {
  type ChannelForm,
  channels,
  claimDelivery,
  deliveriesDue,
  insertDelivery,
  settleDelivery,
} from '#db/channels.ts'
import { remindersSent, stampReminder } from '#db/deadlines.ts'
import { addDays } from '#domain/policy/calendar.ts'
import {
  EVERYBODY,
  overAfterDays,
  type Reminder,
  type ReminderRules,
  remindersDue,
} from '#domain/policy/reminders.ts'
import type { DeadlineWorkView } from '../components/policy-view.ts'
import { asPerson } from './as-person.server.ts'
import { breathe } from './breathe.server.ts'
import { messageFor } from './channel-message.server.ts'
import { deadlinesInWork } from './deadlines.server.ts'
import type { House } from './house.server.ts'
import { createMailer } from './mail.server.ts'
import { deliver } from './outbound.server.ts'
import { localDay } from './today.server.ts'

/** A month, a week and the day itself; from a week on the deputy is told, too. */
export const reminderRules: ReminderRules = { daysBefore: [30, 7, 0], escalateAt: 7 }

/** The days that somebody is reminded of, in stretches, so that a large register's dates are never all in memory. */
function stretches(today: string): { from: string; to: string }[] {
  const last = addDays(today, Math.max(...reminderRules.daysBefore))
  const days: { from: string; to: string }[] = []
  for (let from = addDays(today, -overAfterDays); from <= last; from = addDays(from, 15))
    days.push({ from, to: addDays(from, 14) })
  return days
}

/** After these minutes it is tried again; then it is given up. */
const retryAfterMinutes = [1, 5, 30, 120, 600]

/** Stamps what is due and puts its messages in the outbox, in one transaction: none is lost and none is sent twice. */
export async function remind(house: House, now: Date): Promise<void> {
  const today = localDay(now)
  const due: Reminder[] = []
  const deadlines: DeadlineWorkView[] = []
  for (const days of stretches(today)) {
    await breathe()
    const found = await dueWithin(house, today, days)
    due.push(...found.due)
    deadlines.push(...found.deadlines)
  }
  if (due.length === 0) return
  const { smtpUrl, remindTo } = house.config
  const posted = await channels(house.db)
  const seenBy = await seenByEach(
    house,
    [...due.map((r) => r.to), ...(remindTo ? [remindTo] : []), ...posted.map((c) => c.made_by)],
    today,
  )
  await house.db.transaction().execute(async (trx) => {
    const stamped: Reminder[] = []
    for (const reminder of due) if (await stampReminder(trx, reminder, now)) stamped.push(reminder)
    if (stamped.length === 0) return
    const linesFor = (some: Reminder[], seen: Set<string> | null) =>
      some.flatMap((r) =>
        seen && !seen.has(r.key) ? [] : (deadlines.find((d) => d.id === r.key && d.date === r.date) ?? []),
      )
    for (const to of new Set(stamped.map((r) => r.to))) {
      const recipient = to === EVERYBODY ? (remindTo ?? '') : to
      if (!smtpUrl || !recipient.includes('@')) continue
      const own = linesFor(
        stamped.filter((r) => r.to === to),
        seenBy.get(recipient) ?? null,
      )
      if (own.length === 0) continue
      const subject = `${own.length} ${own.length === 1 ? 'date' : 'dates'} to keep`
      await insertDelivery(trx, { channelId: null, recipient, subject, body: digest(house, own) }, now)
    }
    for (const channel of posted) {
      const lines = linesFor(
        stamped.filter((r) => !r.escalated),
        seenBy.get(channel.made_by) ?? null,
      )
      if (lines.length === 0) continue
      await insertDelivery(
        trx,
        {
          channelId: channel.id,
          recipient: null,
          subject: 'deadlines.due',
          body: JSON.stringify(payload(house, channel.form, lines)),
        },
        now,
      )
    }
  })
}

/** What is due of the dates of some days, and these dates alone. */
async function dueWithin(house: House, today: string, days: { from: string; to: string }) {
  const { deadlines } = await deadlinesInWork(house, today, days)
  const due = remindersDue(
    deadlines.map((d) => ({
      key: d.id,
      date: d.date,
      owner: d.owner,
      deputy: d.deputy,
      done: d.state === 'done',
      snoozedUntil: d.state === 'snoozed' ? (d.mark?.until ?? null) : null,
    })),
    await remindersSent(house.db, days),
    reminderRules,
    today,
  )
  const keys = new Set(due.map((r) => `${r.key} ${r.date}`))
  return { due, deadlines: deadlines.filter((d) => keys.has(`${d.id} ${d.date}`)) }
}

/** Keys of the deadlines that those of these people see who are bound to business units; who is not listed sees all. */
async function seenByEach(house: House, emails: string[], today: string): Promise<Map<string, Set<string>>> {
  const seen = new Map<string, Set<string>>()
  for (const email of new Set(emails)) {
    const narrowed = await asPerson(house, email)
    if (!narrowed || narrowed === house) continue
    const own = new Set<string>()
    for (const days of stretches(today))
      for (const { id } of (await deadlinesInWork(narrowed, today, days)).deadlines) own.add(id)
    seen.set(email, own)
  }
  return seen
}

const line = (d: DeadlineWorkView) =>
  `${d.date} (${d.away}): ${d.title}, ${d.about}. ${d.owner ? `Owner: ${d.owner}.` : 'Nobody owns it.'}`

const linkOf = ({ config }: Pick<House, 'config'>, href: string) => `${config.baseUrl ?? ''}${href}`

/** One e-mail for all that is due. */
const digest = (house: House, deadlines: DeadlineWorkView[]): string =>
  [
    ...deadlines.map((d) => `${line(d)}\n${d.why}\n${linkOf(house, d.href)}`),
    `All deadlines: ${linkOf(house, '/deadlines')}`,
  ].join('\n\n')

/** The message as the receiver reads it: ours as data, Slack's blocks, an adaptive card for Teams. */
export function payload(
  house: Pick<House, 'config'>,
  form: ChannelForm,
  deadlines: DeadlineWorkView[],
): Record<string, unknown> {
  return messageFor(form, {
    title: `${deadlines.length} ${deadlines.length === 1 ? 'date' : 'dates'} to keep`,
    lines: deadlines.map((d) => ({ head: line(d), more: d.why })),
    data: {
      type: 'deadlines.due',
      deadlines: deadlines.map(({ id, kind, title: name, date, about, why, owner, href }) => ({
        id,
        kind,
        title: name,
        date,
        about,
        why,
        owner,
        url: linkOf(house, href),
      })),
    },
  })
}

/** Sends what waits in the outbox. A message that fails is tried again later, six times in all. */
export async function sendWaiting(house: House, now: Date, { allowInside = false } = {}): Promise<void> {
  for (const message of await deliveriesDue(house.db, now)) {
    const wait = retryAfterMinutes[message.attempts]
    const next = new Date(now.getTime() + (wait ?? 0) * 60_000)
    if (!(await claimDelivery(house.db, message, next))) continue
    const outcome = await attempt(house, message, now, allowInside)
    await settleDelivery(house.db, message.id, {
      state: outcome.ok ? 'delivered' : wait === undefined ? 'failed' : 'waiting',
      outcome: outcome.words,
    })
  }
}

type Message = Awaited<ReturnType<typeof deliveriesDue>>[number]

async function attempt(
  { config }: House,
  message: Message,
  now: Date,
  allowInside: boolean,
): Promise<{ ok: boolean; words: string }> {
  if (message.removed_at) return { ok: false, words: 'The channel was removed.' }
  if (message.url && message.secret) {
    const { id, body, url, secret } = message
    const answer = await deliver({ id, body, url, secret, sentAt: now, allowInside })
    return answer.ok ? { ok: true, words: `Received (${answer.status}).` } : { ok: false, words: answer.why }
  }
  const mailer = createMailer(config.smtpUrl, config.mailFrom)
  if (!mailer) return { ok: false, words: 'No mail server is set (SMTP_URL).' }
  try {
    await mailer({
      to: message.recipient ?? '',
      subject: message.subject,
      text: message.body,
      messageId: `<${message.id}@carveout>`,
    })
    return { ok: true, words: 'The mail server took it.' }
  } catch (error) {
    return { ok: false, words: error instanceof Error ? error.message : String(error) }
  }
}
