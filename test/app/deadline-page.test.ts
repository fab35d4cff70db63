import { afterAll, beforeAll, expect, test } from 'vitest'
import { setDeadlineMark, setDeadlineOwner } from '#db/deadlines.ts'
import { insertVendor } from '#db/vendors.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import type { DeadlineWorkView } from '../../app/components/policy-view.ts'
import { DeadlineFilter, deadlinePage } from '../../app/services/deadline-page.server.ts'
import { deadlinesInWork } from '../../app/services/deadlines.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { openTestHouse } from './governance/open-house.ts'
import { paperOf } from './papers.ts'

/** The database chooses what the screen of deadlines shows: held against choosing among all dates. */
const day = '2026-11-26'
let house: House
let close: () => Promise<void>
let all: DeadlineWorkView[]

const words =
  'ORDER FORM\n\n1. Term. The initial term is twelve (12) months from the Effective Date. This Order Form renews automatically for successive periods of twelve (12) months unless either party gives written notice of non-renewal at least ninety (90) days before the end of the then-current term.'

beforeAll(async () => {
  ;({ house, close } = await openTestHouse())
  for (const name of ['Avon', 'Brook'])
    for (const [nth, owner] of ['ann@example.com', 'ben@example.com', ''].entries()) {
      const { id } =
        nth === 0 ? await insertVendor(house.db, VendorInput.parse({ name })) : { id: await idOf(name) }
      const from = `2026-0${2 * nth + 1}-1${nth}`
      const input = { title: `${name} form ${nth}`, kind: 'order_form', owner, signedOn: from } as const
      await paperOf(house, id, { ...input, effectiveOn: from }, words)
    }
  all = (await deadlinesInWork(house, day, { patient: true })).deadlines
  const [first, second, third] = all
  if (!first || !second || !third) throw new Error('The forms have dates.')
  const mark = { reason: 'x', by: 'ann@example.com' }
  await setDeadlineMark(house.db, first.id, first.date, { ...mark, state: 'done', until: null })
  await setDeadlineMark(house.db, second.id, second.date, { ...mark, state: 'snoozed', until: '2027-01-01' })
  await setDeadlineMark(house.db, third.id, third.date, { ...mark, state: 'snoozed', until: '2026-11-01' })
  await setDeadlineOwner(house.db, third.id, 'cleo@example.com', null)
  all = (await deadlinesInWork(house, day)).deadlines
}, 60_000)
afterAll(() => close())

const idOf = async (name: string) =>
  (await house.db.selectFrom('vendor').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
const page = (asked: Record<string, string>) => deadlinePage(house, day, DeadlineFilter.parse(asked))
const open = ({ state }: DeadlineWorkView) => state === 'open'

test.each<[Record<string, string>, (d: DeadlineWorkView) => boolean]>([
  [{}, open],
  [{ state: 'all' }, () => true],
  [{ state: 'done' }, (d) => d.state === 'done'],
  [{ state: 'snoozed' }, (d) => d.state === 'snoozed'],
  [{ kind: 'term_end' }, (d) => open(d) && d.kind === 'term_end'],
  [{ owner: 'ann@example.com' }, (d) => open(d) && d.owner === 'ann@example.com'],
  [{ owner: 'cleo@example.com', state: 'all' }, (d) => d.owner === 'cleo@example.com'],
  [{ owner: 'nobody', state: 'all' }, (d) => !d.owner],
  [{ vendor: 'Brook' }, (d) => open(d) && d.vendor === 'Brook'],
  [{ within: '120' }, (d) => open(d) && d.daysAway <= 120],
  [{ month: '2027-01', state: 'all' }, (d) => d.date.startsWith('2027-01')],
  [{ month: '2027-01', within: '30', state: 'all' }, (d) => d.date.startsWith('2027-01') && d.daysAway <= 30],
])('%o', async (asked, fits) => {
  const { deadlines, more } = await page(asked)
  const placeOf = ({ id, date }: DeadlineWorkView) => `${date} ${id}`
  expect(deadlines.map(placeOf).sort()).toEqual(all.filter(fits).map(placeOf).sort())
  expect(deadlines.map((d) => d.date)).toEqual(deadlines.map((d) => d.date).sort())
  expect(more).toBe(0)
})

test('what can be chosen', async () => {
  const { kinds, owners, vendors } = await page({})
  expect(kinds.sort()).toEqual(['non_renewal_notice', 'term_end'])
  expect(owners).toEqual(['ann@example.com', 'ben@example.com', 'cleo@example.com'])
  expect(vendors).toMatchObject({ whole: true, vendors: [{ title: 'Avon' }, { title: 'Brook' }] })
})

test('of many dates the earliest are shown, and how many there are besides', async () => {
  const id = await idOf('Avon')
  const signed = { signedOn: '2026-02-01', effectiveOn: '2026-02-01' }
  for (let nth = 0; nth < 100; nth++)
    await paperOf(house, id, { title: `Form ${nth}`, kind: 'order_form', ...signed }, words)
  const whole = (await deadlinesInWork(house, day, { patient: true })).deadlines.filter(open)
  const { deadlines, more, months } = await page({})
  expect([deadlines.length, more]).toEqual([200, whole.length - 200])
  expect(deadlines.map((d) => d.date)).toEqual(whole.slice(0, 200).map((d) => d.date))
  expect(months?.['2027-01']).toBe(whole.filter((d) => d.date.startsWith('2027-01')).length)
}, 60_000)
