import { afterEach, beforeEach, expect, test } from 'vitest'
import { deploymentById } from '#db/deployments.ts'
import { insertVendor } from '#db/vendors.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { type Vendor, VendorInput } from '#domain/register/vendor.ts'
import { agreementAssessment, deploymentState } from '../../app/services/assessment.server.ts'
import { confirmOrder, familyScreen, unconfirmOrder } from '../../app/services/family.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { described, openTestHouse, person } from './governance/open-house.ts'
import { newVersion, paperOf } from './papers.ts'

let house: House
let close: () => Promise<void>
let vendor: Vendor
beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
  vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' }))
})
afterEach(() => close())

const ada = person('legal', 'ada')
const told = (within: string) =>
  `The Supplier shall notify the Customer of any security incident within ${within} of becoming aware of it.`
const msaFirst =
  'In the event of a conflict between this Agreement and the Data Processing Addendum, this Agreement shall prevail.'

const msa = (...clauses: string[]) =>
  paperOf(
    house,
    vendor.id,
    { title: 'Master agreement', kind: 'msa', signedOn: '2026-01-01' },
    clauses.map((words, i) => `${i + 1}. Clause\n${words}`).join('\n\n'),
  )
const paper = (title: string, kind: Agreement['kind'], words: string, effectiveOn = '2026-01-01') =>
  paperOf(house, vendor.id, { title, kind, signedOn: '2026-01-01', effectiveOn }, `1. Clause\n${words}`)

async function family(date = '2026-11-25') {
  const shown = (await familyScreen(house, vendor.slug, { family: null, date }))?.family
  if (!shown) throw new Error('The vendor has no family.')
  const notice = shown.effective.filter(({ subject }) => subject.startsWith('incident notice'))
  return { ...shown, holds: notice.flatMap(({ terms }) => terms.map(({ where }) => where)), notice }
}

test('the order is proposed from the papers’ own clause; it counts as read until a person confirms it', async () => {
  await msa(told('72 hours'), msaFirst)
  await paper('Data Processing Addendum', 'dpa', told('24 hours'))
  const { order, confirmed, sources, notice } = await family()
  expect(order.map(({ title, rank }) => [rank, title])).toEqual([
    [1, 'Master agreement'],
    [2, 'Data Processing Addendum'],
  ])
  expect(sources).toMatchObject([{ quote: msaFirst, unknown: [] }])
  expect(confirmed).toBeNull()
  expect(notice[0]?.trace).toEqual([
    expect.stringMatching(
      /^Master agreement s\.1 prevails over .* so says Master agreement s\.2; nobody has/,
    ),
  ])
})

test('a person’s order goes before the clause, with their name in the trace, until it is taken back', async () => {
  const master = await msa(told('72 hours'), msaFirst)
  const dpa = await paper('Data Processing Addendum', 'dpa', told('24 hours'))
  const { id } = await family()
  const asked = { family: id, first: new Set<string>() }
  expect(await confirmOrder(house, ada, vendor.slug, { ...asked, places: new Map([[dpa.id, 1]]) })).toContain(
    'Give “Master agreement” its place',
  )
  const places = new Map([
    [dpa.id, 1],
    [master.id, 2],
  ])
  expect(await confirmOrder(house, ada, vendor.slug, { ...asked, places })).toBeUndefined()
  const { confirmed, notice, holds } = await family()
  expect(confirmed).toMatchObject({ by: ada.email })
  expect(holds).toEqual([expect.stringContaining('Data Processing Addendum')])
  expect(notice[0]?.trace).toEqual([expect.stringContaining(`in the order that ${ada.email} confirmed`)])

  await unconfirmOrder(house, ada, id)
  expect((await family()).holds).toEqual([expect.stringContaining('Master agreement')])
})

test('what papers of one place say differently is a finding, of the family and of what rests on them', async () => {
  const master = await msa(told('72 hours'))
  const dpa = await paper('Data Processing Addendum', 'dpa', told('24 hours'))
  const { id: familyId } = await family()
  const places = new Map([master, dpa].map(({ id }) => [id, 1]))
  await confirmOrder(house, ada, vendor.slug, { family: familyId, places, first: new Set() })
  expect((await family()).problems).toEqual([expect.stringContaining('no order of precedence settles')])

  const agreementIds = [master.id, dpa.id]
  const { id } = await described(house, { riskClass: 'high', agreementIds })
  const deployment = await deploymentById(house.db, id)
  if (!deployment) throw new Error('The deployment was not described.')
  const { assessment } = await deploymentState(house, deployment, '2026-11-25')
  expect(assessment.gaps.filter((gap) => gap.state === 'conflict').map((gap) => gap.rule)).toEqual([
    'incident_notice',
  ])
})

test('an amendment counts from its effective date: asked for the day before, the old terms hold', async () => {
  await msa(told('72 hours'))
  await paper('Amendment 1', 'amendment', told('24 hours'), '2027-01-01')
  expect((await family('2026-12-31')).holds).toEqual([expect.stringContaining('Master agreement')])
  const after = await family('2027-01-01')
  expect(after.holds).toEqual([expect.stringContaining('Amendment 1')])
  expect(after.notice[0]?.yields).toMatchObject([{ where: expect.stringContaining('Master agreement') }])
})

test('asked for a day before a new version came in, the version before it holds', async () => {
  const master = await msa(told('72 hours'))
  await newVersion(house, master.id, `1. Clause\n${told('24 hours')}`)
  const within = ({ effective }: Awaited<ReturnType<typeof family>>) =>
    effective.flatMap(({ terms }) => terms.map(({ plain }) => plain)).filter((words) => /hours/.test(words))
  expect(within(await family('2026-06-01'))).toEqual([expect.stringContaining('72 hours')])
  expect(within(await family('2099-01-01'))).toEqual([expect.stringContaining('24 hours')])
  const found = async (date: string) =>
    (await agreementAssessment(house, master, date)).papers.terms
      .filter(({ type }) => type === 'incident_notice')
      .map(({ value }) => value.within)
  expect(await found('2026-06-01')).toEqual(['PT72H'])
  expect(await found('2099-01-01')).toEqual(['PT24H'])
})
