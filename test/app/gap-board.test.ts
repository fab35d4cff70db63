import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GapView } from '../../app/components/policy-view.ts'
import { gapBoard } from '../../app/services/gap-board.server.ts'
import { acceptGap, assignGaps, gapKey } from '../../app/services/gap-work.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { allGaps } from '../../app/services/standing/all.server.ts'
import { described, openTestHouse, person } from './governance/open-house.ts'

/** The database chooses, groups and cuts the table of gaps: held against choosing among all of them. */
const day = '2026-11-26'
const ada = person('legal', 'ada')
let house: House
let close: () => Promise<void>
let all: GapView[]

/** Deployments that rest on no paper lack everything that their class asks for: more gaps than fit a page. */
beforeAll(async () => {
  ;({ house, close } = await openTestHouse())
  for (const riskClass of ['low', 'high', 'critical'] as const)
    for (const name of ['Claims', 'Refunds', 'Triage'])
      await described(house, { name: `${name} ${riskClass}`, riskClass })
  await work('claims-low/liability_cap', { owner: 'Ben', dueOn: '2026-12-15', status: 'negotiating' })
  await work('claims-high/liability_cap', { owner: 'Ada', dueOn: '2026-11-30', status: '' })
  await work('triage-high/liability_cap', { owner: 'Ben', dueOn: '', status: '' })
  const accepted = { reason: 'The pilot handles no customer data.', until: '2027-02-28' }
  await acceptGap(house, ada, await keyOf('refunds-low/liability_cap'), accepted, day)
  // A second person's word is missing: it stays open.
  await acceptGap(house, ada, await keyOf('refunds-high/liability_cap'), accepted, day)
  all = (await allGaps(house, day, { patient: true })).gaps
})
afterAll(() => close())

async function keyOf(address: string) {
  const key = await gapKey(house, address)
  if (!key) throw new Error(`There is no ${address}.`)
  return key
}
const work = async (address: string, to: Parameters<typeof assignGaps>[3]) =>
  assignGaps(house, ada, [await keyOf(address)], to)

const addressOf = (gap: Pick<GapView, 'deployment' | 'rule'>) => `${gap.deployment?.slug}/${gap.rule}`
/** What all pages show, in order. */
async function wholeOf(query: string) {
  const rows: string[] = []
  const page = (nth: number) => gapBoard(house, day, new URLSearchParams(`${query}&page=${nth}`))
  const { place } = await page(1)
  for (let nth = 1; nth <= Math.max(1, Math.ceil(place.total / place.pageSize)); nth++)
    rows.push(...(await page(nth)).groups.flatMap(({ gaps }) => gaps.map(addressOf)))
  return { rows, place }
}
const open = ({ work }: GapView) => work?.status !== 'accepted'

test.each<[string, (gap: GapView) => boolean]>([
  ['', open],
  ['status=all', () => true],
  ['status=accepted', (gap) => !open(gap)],
  ['status=negotiating', ({ work }) => work?.status === 'negotiating'],
  ['status=open', ({ work }) => work?.status === 'open'],
  ['severity=high', (gap) => open(gap) && gap.severity === 'high'],
  ['severity=high&by=rule', (gap) => open(gap) && gap.severity === 'high'],
  ['owner=Ben', ({ work }) => work?.owner === 'Ben'],
  ['owner=-', (gap) => open(gap) && !gap.work?.owner],
  ['deployment=Claims critical', (gap) => gap.deployment?.name === 'Claims critical'],
  ['vendor=Nobody', () => false],
  [
    'q=LIABILITY&by=deployment',
    (gap) => open(gap) && /liability/i.test(JSON.stringify([gap.title, gap.required, gap.found, gap.ask])),
  ],
  ['q=triage high', (gap) => gap.deployment?.name === 'Triage high'],
])('gaps "?%s"', async (query, fits) => {
  const { rows, place } = await wholeOf(query)
  expect(rows.toSorted()).toEqual(all.filter(fits).map(addressOf).toSorted())
  expect(place.total).toBe(rows.length)
})

test('without a filter the gravest come first, a hundred a page, and no gap is on two of them', async () => {
  const { rows, place } = await wholeOf('')
  expect(place).toMatchObject({ page: 1, pageSize: 100 })
  expect(place.total).toBeGreaterThan(100)
  expect(new Set(rows).size).toBe(rows.length)
  expect(rows).toEqual(all.filter(open).map(addressOf))
})

test('a heading says how many gaps its group has on all pages', async () => {
  const { groups } = await gapBoard(house, day, new URLSearchParams('page=2'))
  for (const { heading, count } of groups)
    expect(count).toBe(all.filter((gap) => open(gap) && gap.severity === heading.toLowerCase()).length)
})

test.each([
  ['by=owner&q=liability', ['Ada', 'Ben', 'Nobody has it']],
  ['by=due&owner=Ben', ['2026-12-15', 'No due date']],
  ['by=status&status=all&q=general cap', ['Accepted', 'Negotiating', 'Open']],
  ['by=deployment&severity=critical&q=claims critical', ['Claims critical']],
  ['by=vendor&deployment=Claims low', ['No paper speaks of it']],
])('"?%s" is grouped under %j', async (query, expected) => {
  const { groups } = await gapBoard(house, day, new URLSearchParams(query))
  expect(groups.map(({ heading }) => heading)).toEqual(expected)
})

test('groups of requirements come by their titles', async () => {
  const { rows } = await wholeOf('by=rule&deployment=Claims critical')
  const titles = rows.map((row) => all.find((gap) => addressOf(gap) === row)?.title ?? '')
  expect(titles).toEqual(titles.toSorted())
})
