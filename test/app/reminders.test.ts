import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarFeedOf, calendarFeeds, insertCalendarFeed, revokeCalendarFeed } from '#db/calendar-feeds.ts'
import { deliveryLog, insertChannel } from '#db/channels.ts'
import { remindersSent } from '#db/deadlines.ts'
import type { DeadlineWorkView } from '../../app/components/policy-view.ts'
import { calendarFor } from '../../app/services/holidays.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { markDeadline } from '../../app/services/notice.server.ts'
import { payload, remind, sendWaiting } from '../../app/services/reminders.server.ts'
import { calendarReport } from '../../app/services/reports.server.ts'
import { term } from '../domain/policy/terms.ts'
import { described, openTestHouse } from './governance/open-house.ts'
import { receiver } from './receiver.ts'

let house: House
let close: () => Promise<void>
beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
  // A review of the papers is due on 25 November 2027.
  await described(house, { riskClass: 'high', lastReviewedOn: '2027-05-25', owner: 'lee@example.com' })
})
afterEach(() => close())

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

test('two sweeps send one message; a failed one is tried again; the log tells', async () => {
  const { url, bodies, stop } = await receiver(500, 200)
  await insertChannel(house.db, { name: 'Ops', form: 'webhook', url, madeBy: 'admin@example.com' })
  await remind(house, noon('2027-11-10'))
  await remind(house, noon('2027-11-10'))
  await sendWaiting(house, noon('2027-11-10'), { allowInside: true })
  await sendWaiting(house, noon('2027-11-10'), { allowInside: true })
  expect(bodies).toHaveLength(1)
  await sendWaiting(house, noon('2027-11-11'), { allowInside: true })
  await stop()
  expect(bodies).toHaveLength(2)
  expect(JSON.parse(bodies[1] ?? '')).toMatchObject({
    type: 'deadlines.due',
    deadlines: [{ date: '2027-11-25' }],
  })
  expect(await deliveryLog(house.db)).toMatchObject([{ state: 'delivered', attempts: 2 }])
})

test('a reminder is stamped before it is sent: when the sending fails for good, no sweep makes another', async () => {
  const { url, bodies, stop } = await receiver(...Array.from({ length: 9 }, () => 500))
  await insertChannel(house.db, { name: 'Ops', form: 'webhook', url, madeBy: 'admin@example.com' })
  await remind(house, noon('2027-11-10'))
  expect(await remindersSent(house.db)).toMatchObject([{ step: 30, date: '2027-11-25' }])
  expect(bodies).toEqual([])
  for (const day of ['10', '11', '12', '13', '14', '15', '16']) {
    await remind(house, noon(`2027-11-${day}`))
    await sendWaiting(house, noon(`2027-11-${day}`), { allowInside: true })
  }
  await stop()
  expect(await deliveryLog(house.db)).toMatchObject([{ state: 'failed', attempts: 6 }])
  expect(bodies).toHaveLength(6)
})

test('an owner gets one mail for all their dates, each with its sum and its address', async () => {
  await described(house, {
    name: 'Second helper',
    riskClass: 'high',
    lastReviewedOn: '2027-05-26',
    owner: 'lee@example.com',
  })
  Object.assign(house.config, { smtpUrl: 'smtp://127.0.0.1:1', baseUrl: 'https://register.example' })
  await remind(house, noon('2027-11-10'))
  const [mail, ...more] = await house.db.selectFrom('delivery').selectAll().execute()
  expect(more).toEqual([])
  expect(mail).toMatchObject({ recipient: 'lee@example.com', subject: '2 dates to keep' })
  for (const words of [
    '2027-11-25 (in 15 days): Review of the papers, Refund helper.',
    'Class High asks for a review every 6 months; last reviewed 25 May 2027 + 6 months = 25 Nov 2027.',
    'https://register.example/deployments/second-helper',
  ])
    expect(mail?.body).toContain(words)
})

test('nothing is posted into a private network', async () => {
  await insertChannel(house.db, { name: 'In', form: 'slack', url: 'http://127.0.0.1:9/', madeBy: 'a' })
  await remind(house, noon('2027-11-10'))
  await sendWaiting(house, noon('2027-11-10'))
  expect((await deliveryLog(house.db))[0]?.outcome).toMatch(/private network/)
})

test('Slack gets blocks and Teams an adaptive card', () => {
  const due = [
    { date: '2027-11-25', title: 'Review', about: 'A & B <x>', why: 'So.', away: 'in 15 days' },
  ] as DeadlineWorkView[]
  expect(JSON.stringify(payload(house, 'slack', due))).toContain('A &amp; B &lt;x&gt;')
  expect(payload(house, 'teams', due)).toMatchObject({ attachments: [{ content: { type: 'AdaptiveCard' } }] })
})

test('a calendar client reads the feed of an owner; a revoked one answers nobody', async () => {
  const { token } = await insertCalendarFeed(house.db, {
    name: 'Lee',
    owner: 'lee@example.com',
    madeBy: 'lee',
  })
  const feed = await calendarFeedOf(house.db, token)
  const read = async (owner: string | null | undefined) => {
    const { bytes } = await calendarReport(house, { date: '2027-11-01', owner, name: feed?.name })
    const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)))
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).startDate.toString())
  }
  expect(await read(feed?.owner)).toEqual(['2027-11-25'])
  expect(await read('kim@example.com')).toEqual([])
  const [listed] = await calendarFeeds(house.db)
  await revokeCalendarFeed(house.db, listed?.id ?? '')
  expect(await calendarFeedOf(house.db, token)).toBeUndefined()
})

test('what is done leaves the calendar and reminds nobody', async () => {
  const deployment = await house.db.selectFrom('deployment').select('id').executeTakeFirstOrThrow()
  await markDeadline(
    house,
    { key: `re_papering ${deployment.id}`, dueOn: '2027-11-25', by: 'lee@example.com' },
    { verdict: 'done', reason: 'Minutes of 3 November' },
  )
  await insertChannel(house.db, { name: 'Ops', form: 'webhook', url: 'https://example.com', madeBy: 'a' })
  await remind(house, noon('2027-11-10'))
  expect(await deliveryLog(house.db)).toEqual([])
})

test.each([
  ['England and Wales', '2027-12-27'],
  ['New York', '2027-07-05'],
  ['Germany', '2027-05-06'],
])('holidays of %s count as no business days', (jurisdiction, holiday) => {
  const calendar = calendarFor([term('governing_law', { jurisdiction })], '2027-06-01')
  expect(calendar?.holidays).toContain(holiday)
})
