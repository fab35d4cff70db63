import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAgreement } from '#db/agreements.ts'
import { insertVendor } from '#db/vendors.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import type { House } from '../../app/services/house.server.ts'
import { agreementScreen } from '../../app/services/register/agreement-list.server.ts'
import { deploymentScreen } from '../../app/services/register/deployment-list.server.ts'
import { vendorScreen } from '../../app/services/register/vendor-list.server.ts'
import { bringUp } from '../../app/services/standing/keep.server.ts'
import { described, openTestHouse } from './governance/open-house.ts'

/** Lists of a register that is longer than a page: the database narrows, counts and cuts. */
const day = '2026-11-26'
let house: House
let close: () => Promise<void>

/** Avon has 204 papers, every second one an order form; Brook one, Crane none, and 108 vendors come after them. */
beforeAll(async () => {
  ;({ house, close } = await openTestHouse())
  const papers: string[] = []
  await house.db.transaction().execute(async (trx) => {
    const owners: Record<string, string> = { Avon: 'ann@example.com', Brook: 'ben@example.com' }
    const names = ['Avon', 'Brook', 'Crane', ...Array.from({ length: 108 }, (_, n) => `Dell ${100 + n}`)]
    const idOf = new Map<string, string>()
    for (const name of names)
      idOf.set(name, (await insertVendor(trx, VendorInput.parse({ name, owner: owners[name] ?? '' }))).id)
    const paper = (vendor: string, title: string, more: object) =>
      insertAgreement(
        trx,
        idOf.get(vendor) ?? '',
        AgreementInput.parse({ title, kind: 'msa', status: 'active', ...more }),
      )
    for (let nth = 1; nth <= 204; nth++)
      papers.push(
        await paper('Avon', `Paper ${1000 + nth}`, {
          kind: nth % 2 ? 'order_form' : 'msa',
          owner: nth > 200 ? '' : 'ann@example.com',
        }),
      )
    papers.push(await paper('Brook', 'Brook terms', { status: 'expired', owner: 'ben@example.com' }))
  })
  const [avons, brooks] = [papers.slice(0, 1), papers.slice(-1)]
  await described(house, { name: 'Refunds', riskClass: 'high', agreementIds: avons, status: 'live' })
  await described(house, { name: 'Claims', riskClass: 'low', agreementIds: avons, owner: 'cleo' })
  await described(house, { name: 'Search', riskClass: 'low', agreementIds: brooks })
  await described(house, { name: 'Triage', riskClass: 'medium', agreementIds: [] })
  await bringUp(house, day, { patient: true })
})
afterAll(() => close())

const agreementsAt = (query: string) => agreementScreen(house, new URLSearchParams(query))
const titlesAt = async (query: string) =>
  (await agreementsAt(query)).rows.map(({ agreement }) => agreement.title)
const vendorsAt = async (query: string) =>
  (await vendorScreen(house, day, new URLSearchParams(query))).rows.map(({ vendor }) => vendor.name)
const deploymentsAt = async (query: string) =>
  (await deploymentScreen(house, day, new URLSearchParams(query))).rows.map(
    ({ deployment }) => deployment.name,
  )

test('agreements come a hundred a page, by vendor and title, and say how many there are', async () => {
  expect(await agreementsAt('')).toMatchObject({ total: 205, place: { page: 1, total: 205, pageSize: 100 } })
  const second = await titlesAt('page=2')
  expect([second.length, second[0], second.at(-1)]).toEqual([100, 'Paper 1101', 'Paper 1200'])
  expect(await titlesAt('page=3')).toEqual([
    'Paper 1201',
    'Paper 1202',
    'Paper 1203',
    'Paper 1204',
    'Brook terms',
  ])
})

test.each([
  ['page=0', 1],
  ['page=-4', 1],
  ['page=99', 3],
])('"?%s" is page %i: an address that is no page shows the nearest', async (query, page) => {
  expect((await agreementsAt(query)).place.page).toBe(page)
})

test('a filter is applied before the cut: its second page is of what fits', async () => {
  const { rows, place, total } = await agreementsAt('kind=order_form&page=2')
  expect(rows.map(({ agreement }) => agreement.title)).toEqual(['Paper 1201', 'Paper 1203'])
  expect({ place, total }).toMatchObject({ place: { page: 2, total: 102 }, total: 205 })
})

test.each([
  ['status=expired', ['Brook terms']],
  ['owner=ben@example.com', ['Brook terms']],
  ['owner=none', ['Paper 1201', 'Paper 1202', 'Paper 1203', 'Paper 1204']],
  ['owner=none&kind=msa', ['Paper 1202', 'Paper 1204']],
  ['vendor=brook', ['Brook terms']],
  ['vendor=BROOK', ['Brook terms']],
  ['vendor=nobody', []],
])('agreements "?%s"', async (query, titles) => {
  expect(await titlesAt(query)).toEqual(titles)
})

test('of many vendors none is listed in the filter: a name is typed, and the one in the address is named', async () => {
  const { choices } = await agreementsAt('vendor=brook')
  expect(choices[0]).toMatchObject({
    name: 'vendor',
    vendors: { whole: false, vendors: [{ title: 'Brook' }] },
  })
  expect(choices.map(({ name }) => name)).toEqual(['vendor', 'kind', 'status', 'owner'])
})

test.each([
  ['class=high', ['Avon']],
  ['class=low', ['Brook']],
  ['gaps=high&class=high', ['Avon']],
  ['owner=ben@example.com', ['Brook']],
  ['page=2', Array.from({ length: 11 }, (_, n) => `Dell ${197 + n}`)],
])('vendors "?%s"', async (query, names) => {
  expect(await vendorsAt(query)).toEqual(names)
})

test('a vendor without a deployment has neither a class nor gaps', async () => {
  for (const query of ['class=none', 'gaps=none']) {
    const names = await vendorsAt(query)
    expect([names.length, names[0], names[1]]).toEqual([100, 'Crane', 'Dell 100'])
  }
})

test('a vendor’s line says what runs on it and what is open', async () => {
  const { rows, total, place } = await vendorScreen(house, day, new URLSearchParams('class=high'))
  expect(rows[0]).toMatchObject({ agreements: 204, deployments: ['Claims', 'Refunds'], highestClass: 'high' })
  expect(rows[0]?.severities.length).toBeGreaterThan(0)
  expect({ total, place }).toMatchObject({ total: 111, place: { total: 1 } })
})

test.each([
  ['', ['Claims', 'Refunds', 'Search', 'Triage']],
  ['class=low', ['Claims', 'Search']],
  ['class=low&status=live', []],
  ['status=live', ['Refunds']],
  ['vendor=avon', ['Claims', 'Refunds']],
  ['vendor=none', ['Triage']],
  ['vendor=nobody', []],
  ['owner=cleo', ['Claims']],
  ['page=7', ['Claims', 'Refunds', 'Search', 'Triage']],
])('deployments "?%s"', async (query, names) => {
  expect(await deploymentsAt(query)).toEqual(names)
})
