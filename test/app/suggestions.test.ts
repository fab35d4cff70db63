import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAgreement } from '#db/agreements.ts'
import { insertDeployment } from '#db/deployments.ts'
import { ensureUnit, setUnitOf } from '#db/units.ts'
import { insertVendor } from '#db/vendors.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { DeploymentInput } from '#domain/register/deployment.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { comparableLike } from '../../app/services/comparison.server.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { suggestions } from '../../app/services/search/suggestions.server.ts'

/** Things called Lim… under a thousand newer clauses on limits. */
let folder: string
let house: House
let retail: House

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-suggestions-'))
  house = await openHouse({ dataFolder: folder }, { root: '.', log: pino({ level: 'silent' }), work: false })
  const paper = (title: string) => AgreementInput.parse({ title, kind: 'msa', status: 'active' })
  const lime = await insertVendor(house.db, VendorInput.parse({ name: 'Limewell' }))
  const otto = await insertVendor(
    house.db,
    VendorInput.parse({ name: 'Otto-Limburg & Co.', notes: 'Barges' }),
  )
  const id = await insertAgreement(house.db, otto.id, paper('Hosting (limited) 2025'))
  await insertAgreement(house.db, otto.id, paper("O'Brien_lease"))
  for (let nth = 1; nth <= 9; nth++) await insertAgreement(house.db, lime.id, paper(`Limewell order ${nth}`))
  const made = await insertDeployment(
    house.db,
    DeploymentInput.parse({
      name: 'Credit limit helper',
      purpose: 'Sorts applications.',
      status: 'live',
      answers: {},
      riskClass: 'low',
      agreementIds: [id],
    }),
  )
  const unit = await ensureUnit(house.db, 'Retail')
  const other = await ensureUnit(house.db, 'Lending')
  await setUnitOf(house.db, 'vendor', lime.id, unit)
  await setUnitOf(house.db, 'vendor', otto.id, other)
  await setUnitOf(house.db, 'deployment', made.id, other)
  retail = house.as({ units: [unit] })
  const clause = { kind: 'clause', subject: 'agreement', subject_id: id, address: '', place: '' }
  await house.db
    .insertInto('search_entry')
    .values(
      Array.from({ length: 1100 }, (_, nth) => ({
        ...clause,
        title: 'Limitation of liability',
        body: `Limits, ${nth}`,
      })),
    )
    .execute()
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const offered = async (seen: House, typed: string) =>
  (await suggestions(seen, typed)).map(({ kind, title }) => `${kind} ${title}`)

test('names that begin as typed come up however common the beginning is, of each kind some', async () => {
  const found = await offered(house, 'lim')
  expect(found.slice(0, 3)).toEqual([
    'vendor Limewell',
    'agreement Limewell order 1',
    'deployment Credit limit helper',
  ])
  expect(found).toContain('vendor Otto-Limburg & Co.')
  expect(found).toHaveLength(8)
})

test('each word that is typed begins a word of the name, in any order and whatever stands before it', async () => {
  expect(await offered(house, 'LIM host')).toEqual(['agreement Hosting (limited) 2025'])
  expect(await offered(house, 'limburg otto')).toEqual(['vendor Otto-Limburg & Co.'])
  expect(await offered(house, "o'b")).toEqual(["agreement O'Brien_lease"])
  expect(await offered(house, 'lease')).toEqual(["agreement O'Brien_lease"])
  expect(await offered(house, 'imewell')).toEqual([])
  expect(await offered(house, '%')).toEqual([])
})

test('what is called otherwise is found by what is said of it', async () => {
  expect(await offered(house, 'barg')).toEqual(['vendor Otto-Limburg & Co.'])
  expect(await offered(house, 'applic')).toEqual(['deployment Credit limit helper'])
})

test('a unit is offered its own', async () => {
  const found = await offered(retail, 'lim')
  expect(found).toContain('vendor Limewell')
  expect(found.filter((one) => !one.includes('Limewell'))).toEqual([])
})

test('the comparison is offered what can be compared', async () => {
  const { agreements, vendors } = await comparableLike(house, 'lim')
  expect(vendors.map(({ title }) => title)).toEqual([
    'Limewell: all papers that stand',
    'Otto-Limburg & Co.: all papers that stand',
  ])
  expect(agreements).toHaveLength(6)
})
