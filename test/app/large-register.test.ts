import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAgreement } from '#db/agreements.ts'
import { insertVendor } from '#db/vendors.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { loader as newDeployment } from '../../app/routes/deployments.new.tsx'
import { loader as papersLike } from '../../app/routes/search_.papers.ts'
import { loader as vendorsLike } from '../../app/routes/search_.vendors.ts'
import { loader as uploadScreen } from '../../app/routes/upload.tsx'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { contextAs } from './as.ts'

/** A register too large to list: forms send none of it, and look up what is typed. */
let folder: string
let house: House
let last: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-large-'))
  house = await openHouse({ dataFolder: folder }, { root: '.', log: pino({ level: 'silent' }), work: false })
  const { id } = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' }))
  await house.db.transaction().execute(async (trx) => {
    for (let nth = 1; nth <= 101; nth++)
      last = await insertAgreement(
        trx,
        id,
        AgreementInput.parse({ title: `Order form ${nth}`, kind: 'order_form', status: 'active' }),
      )
  })
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const asked = (address: string) => ({
  request: new Request(`http://localhost${address}`),
  params: {},
  context: contextAs(house, 'administrator'),
})

test('the form of a deployment lists none of the papers', async () => {
  expect((await newDeployment(asked('/deployments/new'))).papers).toEqual({ whole: false, papers: [] })
})

test('the upload knows the name of the one it was opened for', async () => {
  const { papers } = await uploadScreen(asked(`/upload?agreement=${last}`))
  expect(papers).toEqual({ whole: false, papers: [{ id: last, title: 'Corvane: Order form 101' }] })
})

test('of many vendors none is listed; what is typed is looked up', async () => {
  for (let nth = 1; nth <= 100; nth++)
    await insertVendor(house.db, VendorInput.parse({ name: `Vendor ${nth}` }))
  const { vendors } = await uploadScreen(asked('/upload'))
  expect(vendors).toEqual({ whole: false, vendors: [] })
  const found = await (await vendorsLike(asked('/search/vendors?q=corv'))).json()
  expect(found).toEqual([{ id: expect.any(String), title: 'Corvane' }])
})

test('what is typed is looked up by title and vendor, twenty at most', async () => {
  const found = async (q: string) => (await papersLike(asked(`/search/papers?q=${q}`))).json()
  expect(await found('form 101')).toEqual([{ id: last, title: 'Corvane: Order form 101' }])
  expect(await found('corvane')).toHaveLength(20)
  expect(await found('')).toEqual([])
})
