import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementBySlug, agreements, insertAgreement } from '#db/agreements.ts'
import { deploymentBySlug, deployments, insertDeployment } from '#db/deployments.ts'
import { eventsOf, recordEvent } from '#db/events.ts'
import { ensureUnit, setUnitOf } from '#db/units.ts'
import { insertVendor, vendorBySlug, vendors } from '#db/vendors.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { DeploymentInput } from '#domain/register/deployment.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'carveout-scope-'))
let house: House
let retail: House
let lending: House
const ids: Record<string, string> = {}

/** Vendors Shared (nobody's), Till (retail's), Vault (lending's), each with a paper; a deployment of each unit. */
beforeAll(async () => {
  house = await openHouse(
    { dataFolder: folder },
    { root: path.resolve('.'), log: pino({ level: 'silent' }), work: false },
  )
  const units = {
    retail: await ensureUnit(house.db, 'Retail'),
    lending: await ensureUnit(house.db, 'Lending'),
  }
  for (const [name, unit] of [
    ['Shared', null],
    ['Till', units.retail],
    ['Vault', units.lending],
  ] as const) {
    const vendor = await insertVendor(house.db, VendorInput.parse({ name }))
    await setUnitOf(house.db, 'vendor', vendor.id, unit)
    const paper = AgreementInput.parse({ title: `${name} MSA`, kind: 'msa', status: 'active' })
    ids[name] = await insertAgreement(house.db, vendor.id, paper)
    await recordEvent(house.db, { actor: 'a', action: 'added', subject: 'agreement', subjectId: ids[name] })
  }
  const describe = async (name: string, agreementIds: string[], unit: string) => {
    const input = { name, purpose: 'p', status: 'live', answers: {}, riskClass: 'low', agreementIds }
    const made = await insertDeployment(house.db, DeploymentInput.parse(input))
    await setUnitOf(house.db, 'deployment', made.id, unit)
  }
  await describe('Till helper', [ids.Till ?? '', ids.Shared ?? ''], units.retail)
  await describe('Loan helper', [ids.Vault ?? ''], units.lending)
  retail = house.as({ units: [units.retail] })
  lending = house.as({ units: [units.lending] })
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const namesIn = async (seen: House) => ({
  vendors: (await vendors(seen.db)).map((v) => v.name),
  agreements: (await agreements(seen.db)).map((a) => a.title),
  deployments: (await deployments(seen.db)).map((d) => d.name),
})

test('somebody without a unit sees everything', async () => {
  expect(house.as({ units: [] })).toBe(house)
  expect((await namesIn(house)).vendors).toEqual(['Shared', 'Till', 'Vault'])
})

test('a unit sees its own and what belongs to nobody', async () => {
  expect(await namesIn(retail)).toEqual({
    vendors: ['Shared', 'Till'],
    agreements: ['Shared MSA', 'Till MSA'],
    deployments: ['Till helper'],
  })
  expect(await namesIn(lending)).toEqual({
    vendors: ['Shared', 'Vault'],
    agreements: ['Shared MSA', 'Vault MSA'],
    deployments: ['Loan helper'],
  })
})

test('an address of another unit leads nowhere', async () => {
  expect(await vendorBySlug(retail.db, 'vault')).toBeUndefined()
  expect(await agreementBySlug(retail.db, 'vault-msa')).toBeUndefined()
  expect(await deploymentBySlug(retail.db, 'loan-helper')).toBeUndefined()
})

test('the trail of another unit’s papers is not shown', async () => {
  expect(await eventsOf(retail.db, 'agreement', ids.Vault ?? '')).toEqual([])
  expect(await eventsOf(retail.db, 'agreement', ids.Till ?? '')).toHaveLength(1)
})

test('nothing of another unit is changed or removed, not even by its id', async () => {
  await retail.db
    .updateTable('agreement')
    .set({ title: 'Mine' })
    .where('id', '=', ids.Vault ?? '')
    .execute()
  await retail.db.deleteFrom('deployment').where('slug', '=', 'loan-helper').execute()
  expect((await namesIn(lending)).agreements).toContain('Vault MSA')
  expect((await namesIn(lending)).deployments).toEqual(['Loan helper'])
})

test('joins, aliases and questions within questions are narrowed, too', async () => {
  const joined = await retail.db
    .selectFrom('agreement as a')
    .innerJoin('vendor as v', 'v.id', 'a.vendor_id')
    .select(['a.title', 'v.name'])
    .execute()
  expect(joined.map((row) => row.name).sort()).toEqual(['Shared', 'Till'])
  const within = await retail.db
    .selectFrom('business_unit')
    .select((w) =>
      w
        .selectFrom('vendor')
        .select((v) => v.fn.countAll<number>().as('n'))
        .as('vendors'),
    )
    .execute()
  expect(within.map((row) => Number(row.vendors))).toEqual([2, 2])
})

test('what somebody of a unit adds is their unit’s, under an address of its own', async () => {
  const made = await retail.db
    .transaction()
    .execute((trx) => insertVendor(trx, VendorInput.parse({ name: 'Vault' })))
  expect(made.slug).toBe('vault-2')
  expect((await namesIn(lending)).vendors).toEqual(['Shared', 'Vault'])
  expect((await namesIn(retail)).vendors).toEqual(['Shared', 'Till', 'Vault'])
})

test('SQL as text is refused, since it can’t be narrowed', async () => {
  await expect(sql`select * from vendor`.execute(retail.db)).rejects.toThrow(/can’t be narrowed/)
})
