import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertPerson } from '#db/people.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import { answer } from '../../app/services/api/answer.server.ts'
import {
  acceptGap,
  approveAcceptance,
  assignGaps,
  commentOnGap,
  type GapKey,
  gapInHand,
  gapKey,
  reopenGap,
  settleGaps,
} from '../../app/services/gap-work.server.ts'
import { gateFor } from '../../app/services/governance/launch.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { bearerOf, makeToken } from '../../app/services/tokens.server.ts'
import { paced } from './as.ts'
import { described, openTestHouse, person } from './governance/open-house.ts'

let house: House
let close: () => Promise<void>
let secret: string
beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
  const script = person('administrator', 'script')
  await insertPerson(house.db, script)
  ;({ secret } = await makeToken(house, script, { owner: script.email, name: 'Test', scope: 'read' }))
})
afterEach(() => close())

const today = '2026-11-25'
const ada = person('legal', 'ada')
const ben = person('legal', 'ben')
const threeMonths = { reason: 'The pilot handles no customer data.', until: '2027-02-28' }

/** A gap of a deployment of that class that rests on no paper: the liability cap is missing. */
async function capGap(riskClass: RiskClass): Promise<GapKey> {
  const { slug } = await described(house, { riskClass })
  const key = await gapKey(house, `${slug}/liability_cap`)
  if (!key) throw new Error('The deployment was not described.')
  return key
}
/** How it stands as the API gives it out, which a script may ask for any day. */
async function standing({ deployment, rule }: GapKey, date = today) {
  const headers = { Authorization: `Bearer ${secret}` }
  const sender = await bearerOf(house, headers.Authorization)
  const response = await answer(
    new Request(`http://localhost/api/v1/deployments/${deployment.id}/gaps?date=${date}&limit=100`, {
      headers,
    }),
    { house, paced, visitor: sender?.user ?? null, token: sender?.token ?? null },
  )
  const { items }: { items: { rule: string; work: { status: string; note: string | null } }[] } =
    await response.json()
  return items.find((gap) => gap.rule === rule)?.work
}
/** What the gate says of the gap: that it stands against the launch, or that somebody took its risk. */
async function gate({ deployment }: GapKey, date = today) {
  const { reasons, accepted } = await gateFor(house, deployment, date)
  const ofGap = ({ why }: { why: string }) => why.startsWith('Critical gap: General cap')
  return { against: reasons.filter(ofGap).length, taken: accepted.filter(ofGap).map(({ why }) => why) }
}

test('a gap is somebody’s, by a day, with what was said; what a form leaves empty stays', async () => {
  const key = await capGap('low')
  await assignGaps(house, ada, [key], { owner: 'Ben', dueOn: '2026-12-15', status: '' })
  await assignGaps(house, ben, [key], { owner: '', dueOn: '', status: 'negotiating' })
  await commentOnGap(house, ben, key, 'Their counsel answers next week.')
  const { work, comments, history } = await gapInHand(house, ada, key, today)
  expect(work).toMatchObject({ owner: 'Ben', dueOn: '2026-12-15', status: 'negotiating' })
  expect(comments).toMatchObject([{ author: ben.email, body: 'Their counsel answers next week.' }])
  expect(history.map(({ actor, action }) => [actor, action]).toSorted()).toEqual([
    [ada.email, 'assigned'],
    [ben.email, 'assigned'],
    [ben.email, 'commented on'],
  ])
})

test('where the class asks for one person, the risk is taken at once', async () => {
  const key = await capGap('medium')
  expect(await acceptGap(house, ada, key, threeMonths, today)).toBeUndefined()
  expect(await standing(key)).toMatchObject({ status: 'accepted', acceptance: { by: ada.email } })
  expect(await approveAcceptance(house, ben, key, today)).toContain('nothing to approve')
})

test('where it asks for two, nobody takes it alone', async () => {
  const key = await capGap('critical')
  await acceptGap(house, ada, key, threeMonths, today)
  expect(await standing(key)).toMatchObject({ status: 'open', note: expect.stringContaining(ada.email) })
  expect(await approveAcceptance(house, ada, key, today)).toContain('Somebody else approves it')
  expect(await gapInHand(house, ada, key, today)).toMatchObject({ mayApprove: false, needsSecond: true })
  expect(await gate(key)).toEqual({ against: 1, taken: [] })

  expect(await approveAcceptance(house, ben, key, today)).toBeUndefined()
  expect(await standing(key)).toMatchObject({
    status: 'accepted',
    acceptance: { ...threeMonths, by: ada.email, approvedBy: ben.email },
  })
  expect(await gate(key)).toEqual({
    against: 0,
    taken: [expect.stringContaining(`${ben.email} took the risk until 2027-02-28`)],
  })
})

test('what one person accepted waits for a second once the class asks for two', async () => {
  const low = await capGap('low')
  await acceptGap(house, ada, low, threeMonths, today)
  await house.db.updateTable('deployment').set({ risk_class: 'critical' }).execute()
  const key = await gapKey(house, `${low.deployment.slug}/liability_cap`)
  if (!key) throw new Error('The deployment is gone.')
  expect((await standing(key))?.status).toBe('open')
  expect(await gate(key)).toEqual({ against: 1, taken: [] })
  expect(await approveAcceptance(house, ada, key, today)).toContain('Somebody else approves it')
  await approveAcceptance(house, ben, key, today)
  expect((await standing(key))?.status).toBe('accepted')
})

test('it comes back the day after its last day, on the screen, in the API and at the gate', async () => {
  const key = await capGap('critical')
  await acceptGap(house, ada, key, threeMonths, today)
  await approveAcceptance(house, ben, key, today)
  expect((await standing(key, '2027-02-28'))?.status).toBe('accepted')
  expect(await standing(key, '2027-03-01')).toMatchObject({
    status: 'open',
    note: expect.stringContaining('has come back'),
  })
  expect(await gate(key, '2027-03-01')).toEqual({ against: 1, taken: [] })
  await settleGaps(house, new Date('2027-03-01T09:00:00Z'))
  const { work, history } = await gapInHand(house, ada, key, '2027-03-01')
  expect(work.status).toBe('open')
  expect(history.map(({ actor, action }) => [actor, action])).toContainEqual(['the register', 'reopened'])
})

test('what nobody approved in time has lapsed: it says so, can’t be approved, and is asked for anew', async () => {
  const key = await capGap('critical')
  await acceptGap(house, ada, key, threeMonths, today)
  const late = '2027-03-01'
  expect(await standing(key, '2027-02-28')).toMatchObject({ note: expect.stringContaining('asks to accept') })
  expect(await standing(key, late)).toMatchObject({
    status: 'open',
    note: expect.stringContaining('has lapsed'),
  })
  expect(await approveAcceptance(house, ben, key, late)).toContain('Ask again with a later day')
  expect(await gapInHand(house, ben, key, late)).toMatchObject({ waiting: false })
  await acceptGap(house, ada, key, { ...threeMonths, until: '2027-06-30' }, late)
  expect(await gapInHand(house, ben, key, late)).toMatchObject({ waiting: true, mayApprove: true })
})

test('it is taken back at once with a reason; an end in the past and a gap that is none are refused', async () => {
  const key = await capGap('low')
  expect(await acceptGap(house, ada, key, { ...threeMonths, until: today }, today)).toContain('in the past')
  expect(await acceptGap(house, ada, { ...key, rule: 'no_such' }, threeMonths, today)).toContain('no longer')
  await acceptGap(house, ada, key, threeMonths, today)
  await reopenGap(house, ben, key, 'The pilot has customer data now.')
  expect(await standing(key)).toMatchObject({ status: 'open', acceptance: null })
})
