import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDifferences } from '#db/differences.ts'
import { spotChecks } from '#db/spot-checks.ts'
import { termsOfFile } from '#db/terms.ts'
import { insertVendor } from '#db/vendors.ts'
import type { StoredTerm } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { loader as readBlindPage } from '../../app/routes/spot-checks.$id.tsx'
import type { House } from '../../app/services/house.server.ts'
import { decideTerm } from '../../app/services/review/decide.server.ts'
import { measuresOfReview, reviewLabels } from '../../app/services/review/measures.server.ts'
import { readBlind, requireSpotCheck } from '../../app/services/review/spot-check.server.ts'
import type { User } from '../../app/services/user.server.ts'
import { contextAs } from './as.ts'
import { openTestHouse, person } from './governance/open-house.ts'
import { newVersion, paperOf } from './papers.ts'

let house: House
let close: () => Promise<void>
let agreementId: string
let fileId: string
beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
  const vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' }))
  const words =
    '1. Liability\nThe total liability of the Supplier to the Customer under this Agreement shall not exceed the fees paid in the twelve months before the claim.\n\n2. Incidents\nThe Supplier shall notify the Customer of any security incident within 72 hours.'
  ;({ id: agreementId } = await paperOf(house, vendor.id, { title: 'Master agreement', kind: 'msa' }, words))
  fileId = await newVersion(house, agreementId, `${words} `)
})
afterEach(() => close())

const ada = person('legal', 'ada')
const ben = person('legal', 'ben')

async function term(type = 'liability_cap'): Promise<StoredTerm> {
  const found = (await termsOfFile(house.db, fileId)).find((one) => one.type === type)
  if (!found) throw new Error(`The paper has no ${type}.`)
  return found
}
/** Ada confirms the cap, and it is chosen for a second reading. */
async function chosen() {
  house.playbooks.riskMatrix.termReview.spotChecks = 1
  await decideTerm(house, await term(), { kind: 'confirmed', version: 0 }, ada)
  const [check] = await spotChecks(house.db)
  if (!check) throw new Error('Nothing was chosen.')
  return check
}
const asks = (id: string, user: User) => ({
  request: new Request(`http://localhost/spot-checks/${id}`),
  params: { id },
  context: { ...contextAs(house, 'legal'), user },
})

test('the policy’s share of confirmed terms is chosen, and nothing that was corrected', async () => {
  const { termReview } = house.playbooks.riskMatrix
  termReview.spotChecks = 0
  await decideTerm(house, await term(), { kind: 'confirmed', version: 0 }, ada)
  expect(await spotChecks(house.db)).toEqual([])
  termReview.spotChecks = 1
  const notice = await term('incident_notice')
  await decideTerm(
    house,
    notice,
    { kind: 'corrected', version: 0, value: { ...notice.value, within: 'PT24H' } },
    ada,
  )
  expect(await spotChecks(house.db)).toEqual([])
  await decideTerm(house, await term(), { kind: 'confirmed', version: 1 }, ben)
  expect(await spotChecks(house.db)).toMatchObject([
    { type: 'liability_cap', confirmedBy: ben.email, verdict: null },
  ])
})

test('the second reader sees the words and not what was confirmed; who confirmed it is refused', async () => {
  const { id } = await chosen()
  await expect(requireSpotCheck(asks(id, ada))).rejects.toMatchObject({ status: 403 })
  const page = await readBlindPage(asks(id, ben))
  expect(Object.keys(page).toSorted()).toEqual(['describes', 'fields', 'quotes', 'title'])
  expect(page.quotes.join(' ')).toContain('shall not exceed the fees paid')
})

test('the same reading settles it; it is read once', async () => {
  const { id, confirmedValue } = await chosen()
  await readBlind(house, await requireSpotCheck(asks(id, ben)), confirmedValue, ben)
  expect((await measuresOfReview(house)).spotChecks).toEqual({ read: 1, differed: 0, waiting: 0 })
  expect(await openDifferences(house.db, fileId)).toEqual([])
  await expect(requireSpotCheck(asks(id, ben))).rejects.toMatchObject({ status: 404 })
})

test.each([
  ['another value', { form: 'uncapped', party: 'vendor', per: 'aggregate', appliesTo: 'general' }],
  ['that the paper does not say it', null],
])('%s is counted as a false acceptance and raises a difference to look at', async (_, value) => {
  const { id } = await chosen()
  expect((await measuresOfReview(house)).spotChecks).toEqual({ read: 0, differed: 0, waiting: 1 })
  await readBlind(house, await requireSpotCheck(asks(id, ben)), value, ben)
  expect((await measuresOfReview(house)).spotChecks).toEqual({ read: 1, differed: 1, waiting: 0 })
  expect(await openDifferences(house.db, fileId)).toMatchObject([{ source: 'spot_check', value }])
  expect(await term()).toMatchObject({ review: 'confirmed', people: [ada.email] })
})

test('what people decided goes out as labels: the paper, the place, the reading before, and not who', async () => {
  const before = await term()
  const value = { ...before.value, per: 'claim' }
  await decideTerm(house, before, { kind: 'corrected', version: 0, value }, ada)
  const notice = await term('incident_notice')
  await decideTerm(house, notice, { kind: 'rejected', version: 0, reason: 'It is a heading.' }, ben)
  await newVersion(house, agreementId, '1. Liability\nThe Supplier answers for its work.')
  const lines = (await reviewLabels(house)).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      type: 'liability_cap',
      decision: 'corrected',
      value,
      citations: [{ quote: before.citations[0]?.quote }],
      read: { value: before.value, reader: before.reader },
    },
    { sha256: expect.any(String), decision: 'rejected', value: null, reason: 'It is a heading.' },
  ])
  for (const { email } of [ada, ben]) expect(lines.join()).not.toContain(email)
})
