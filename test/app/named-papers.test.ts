import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertAgreement } from '#db/agreements.ts'
import { insertVendor } from '#db/vendors.ts'
import { MISSING_PAPERS } from '#domain/policy/missing-papers.ts'
import { type Agreement, AgreementInput } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { deploymentState } from '../../app/services/assessment.server.ts'
import type { House } from '../../app/services/house.server.ts'
import {
  decideOnNamedPaper,
  namedPapersOf,
  scanForNamedPapers,
} from '../../app/services/incorporated.server.ts'
import { described, openTestHouse, person } from './governance/open-house.ts'
import { newVersion, paperOf } from './papers.ts'

let house: House
let close: () => Promise<void>
let vendorId: string
let master: Agreement
beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
  ;({ id: vendorId } = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' })))
  master = await paperOf(
    house,
    vendorId,
    { title: 'Master agreement', kind: 'msa' },
    '1. Use\nThe Customer shall comply with the Acceptable Use Policy, which is available at https://corvane.example/aup.',
  )
})
afterEach(() => close())

const ada = person('legal', 'ada')
const policy = 'Acceptable Use Policy'
async function named(name = policy) {
  await scanForNamedPapers(house)
  const paper = (await namedPapersOf(house, [master])).find((one) => one.name === name)
  if (!paper) throw new Error(`Nothing names ${name}.`)
  return paper
}
const decide = (key: string, more: { linkedId?: string; reason?: string; takeBack?: boolean }) =>
  decideOnNamedPaper(house, ada, master, { key, linkedId: '', reason: '', takeBack: false, ...more })

test('what an agreement only names is listed as missing, with the clause that names it, and is a gap', async () => {
  expect(await named()).toMatchObject({
    state: 'missing',
    clause: '1',
    quote: expect.stringContaining('shall comply with the Acceptable Use Policy'),
  })
  const deployment = await described(house, { riskClass: 'high', agreementIds: [master.id] })
  const { assessment } = await deploymentState(house, deployment, '2026-11-25')
  expect(assessment.gaps.find((gap) => gap.rule === MISSING_PAPERS)).toMatchObject({
    severity: 'high',
    found: expect.stringContaining(`${policy} (named in Master agreement)`),
  })
})

test('it is missing until somebody uploads it: a record without its paper is not enough', async () => {
  const input = AgreementInput.parse({ title: policy, kind: 'aup', status: 'active' })
  const id = await insertAgreement(house.db, vendorId, input)
  expect((await named()).state).toBe('missing')
  await newVersion(house, id, '1. Use\nNobody sends spam.')
  expect(await named()).toMatchObject({ state: 'here', linked: { title: policy }, byPerson: null })
})

test('the policy of another vendor is not it', async () => {
  const other = await insertVendor(house.db, VendorInput.parse({ name: 'Brightwater' }))
  await paperOf(house, other.id, { title: policy, kind: 'aup' }, '1. Use\nNobody sends spam.')
  expect((await named()).state).toBe('missing')
})

test('a person says which paper it is, or why we do without it, and takes that back', async () => {
  const { key } = await named()
  expect(await decide(key, {})).toContain('say why it can be left out')
  await decide(key, { reason: 'We have no users who post.' })
  expect(await named()).toMatchObject({ state: 'waived', byPerson: ada.email })
  await decide(key, { takeBack: true })
  expect((await named()).state).toBe('missing')

  const rules = await paperOf(house, vendorId, { title: 'House rules', kind: 'other' }, '1. Use\nBe kind.')
  await decide(key, { linkedId: rules.id })
  expect(await named()).toMatchObject({ state: 'here', linked: { title: 'House rules' } })
})

test('a new version that no longer names it has nothing missing', async () => {
  await named()
  await newVersion(house, master.id, '1. Use\nThe Customer uses the service lawfully.')
  await scanForNamedPapers(house)
  expect(await namedPapersOf(house, [master])).toEqual([])
})
