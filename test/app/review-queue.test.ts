import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentTerms } from '#db/terms.ts'
import { insertVendor } from '#db/vendors.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import type { House } from '../../app/services/house.server.ts'
import { agreementScreen } from '../../app/services/register/agreement-list.server.ts'
import { decideTerm } from '../../app/services/review/decide.server.ts'
import { reviewQueue } from '../../app/services/review/queue.server.ts'
import { described, openTestHouse, person } from './governance/open-house.ts'
import { newVersion, paperOf } from './papers.ts'

/** The queue looks through what terms hang on, and reads what they say of those alone that it shows. */
const day = '2026-11-26'
const ada = person('legal', 'ada')
const ben = person('legal', 'ben')
let house: House
let close: () => Promise<void>
let onCritical: Agreement
let onLow: Agreement
let alone: Agreement

const cap =
  '9.2 Liability. The total aggregate liability of the Supplier under this Agreement shall not exceed the fees paid in the twelve (12) months before the claim.'
const words = `MASTER AGREEMENT\n\n${cap}\n\n12. Law. This Agreement is governed by the laws of England and Wales.`
const twice = `${words}\n\nANNEX\n\n${cap}`

beforeAll(async () => {
  ;({ house, close } = await openTestHouse())
  const { termReview } = house.playbooks.riskMatrix
  Object.assign(termReview.people, { low: 0, medium: 1, critical: 2 })
  Object.assign(termReview, { relyFrom: 0, spotChecks: 0 })
  const { id } = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' }))
  onLow = await paperOf(house, id, { title: 'A for the low one', kind: 'msa' }, words)
  alone = await paperOf(house, id, { title: 'B for nobody', kind: 'msa' }, words)
  onCritical = await paperOf(house, id, { title: 'C for the critical one', kind: 'msa' }, twice)
  await described(house, { riskClass: 'low', agreementIds: [onLow.id] })
  await described(house, { name: 'Advice', riskClass: 'critical', agreementIds: [onCritical.id] })
})
afterAll(() => close())

const queue = async (of = ada) => (await reviewQueue(house, of, day)).items
const caps = async (of = ada) =>
  (await queue(of)).filter(({ href }) => href.includes('liability-cap')).map(({ agreement }) => agreement)
const capOf = async ({ id }: Agreement) => {
  const term = (await currentTerms(house.db, [id], ['liability_cap']))[0]
  if (!term) throw new Error('The sample has a cap.')
  return term
}

test('what hangs on the gravest class comes first; what no class asks for does not wait', async () => {
  expect(await caps()).toEqual([onCritical.title, alone.title])
})

test('a term is shown with its words and its place, and what is printed twice waits once', async () => {
  const [first] = (await queue()).filter(({ href }) => href.includes('liability-cap'))
  expect(first).toMatchObject({
    quote: expect.stringContaining('shall not exceed the fees paid'),
    href: `/agreements/${onCritical.slug}/terms/liability-cap`,
    review: 'unreviewed',
  })
  const { rows } = await agreementScreen(house, new URLSearchParams())
  const counted = Object.fromEntries(rows.map(({ agreement, counts }) => [agreement.title, counts.terms]))
  expect(counted[onCritical.title]).toBe((counted[alone.title] ?? 0) + 1)
})

test('what one person confirmed waits for a second where two are asked, and for nobody where one is', async () => {
  for (const paper of [onCritical, alone])
    await decideTerm(house, await capOf(paper), { kind: 'confirmed', version: 0 }, ada)
  expect(await caps(ada)).not.toContain(alone.title)
  expect(await caps(ben)).toEqual([onCritical.title])
})

test('where a later reading differs from what was decided, it comes before everything', async () => {
  await newVersion(house, alone.id, words)
  await decideTerm(house, await capOf(alone), { kind: 'corrected', version: 0, value: lowered }, ada)
  const before = await capOf(alone)
  await house.db
    .insertInto('difference')
    .values({
      id: 'd1',
      agreement_id: alone.id,
      file_id: before.fileId,
      term_id: before.id,
      type: before.type,
      source: 'reading',
      value_json: JSON.stringify(before.read?.value),
      citations_json: JSON.stringify(before.citations),
      raised_by: 'liability_cap@2',
      raised_at: '2026-11-26T09:00:00.000Z',
    })
    .execute()
  expect((await queue(ben))[0]).toMatchObject({ agreement: alone.title, differs: true })
})

const lowered = {
  form: 'fixed',
  amount: { amount: 50_000, currency: 'USD' },
  party: 'vendor',
  per: 'aggregate',
  appliesTo: 'general',
}
