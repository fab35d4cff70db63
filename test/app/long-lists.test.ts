import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAgreement } from '#db/agreements.ts'
import { insertExercise } from '#db/exercises.ts'
import { insertVendor } from '#db/vendors.ts'
import { IncidentInput } from '#domain/governance/incidents.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { exerciseLibrary } from '#playbooks/governance.ts'
import { loader as retentionScreen } from '../../app/routes/settings.retention.tsx'
import { exerciseList } from '../../app/services/governance/exercises.server.ts'
import { incidentList, reportIncident } from '../../app/services/governance/incidents.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { deleteDue } from '../../app/services/retention/retention.server.ts'
import { contextAs } from './as.ts'
import { described, openTestHouse } from './governance/open-house.ts'

/** Incidents, exercises and ended agreements of several years: a page at a time, in an order that stays. */
let house: House
let close: () => Promise<void>

const at = (query: string) => new URLSearchParams(query)
const dayOf = (nth: number) => new Date(Date.UTC(2026, 0, 1 + nth)).toISOString()

beforeAll(async () => {
  ;({ house, close } = await openTestHouse())
  const refunds = await described(house)
  const claims = await described(house, { name: 'Claims helper' })
  for (let nth = 0; nth < 52; nth++)
    await reportIncident(
      house,
      { email: 'it@example.com' },
      nth === 0 ? claims : refunds,
      IncidentInput.parse({
        title: `Wrong answer ${nth}`,
        kind: 'wrong_commitment',
        severity: 'low',
        nearMiss: nth % 2 === 0,
        description: 'x',
        happenedAt: dayOf(nth),
        knownAt: dayOf(nth),
        laws: [],
      }),
    )
  await house.db.transaction().execute(async (trx) => {
    const { id } = await insertVendor(trx, VendorInput.parse({ name: 'Corvane' }))
    for (let nth = 0; nth < 103; nth++) {
      await insertExercise(trx, {
        deploymentId: refunds.id,
        scenario: exerciseLibrary.scenarios[0]?.id ?? '',
        heldOn: dayOf(nth).slice(0, 10),
        lead: 'Ada',
        attendees: `Meeting ${nth}`,
      })
      await insertAgreement(
        trx,
        id,
        AgreementInput.parse({ title: `Paper ${1000 + nth}`, kind: 'msa', status: 'expired' }),
      )
    }
  })
}, 60_000)
afterAll(() => close())

test('incidents come fifty a page, the newest first', async () => {
  const list = (query: string) => incidentList(house, '2026-11-26T09:00:00.000Z', at(query))
  const [first, second] = [await list(''), await list('page=2')]
  expect(first.place).toEqual({ page: 1, pageSize: 50, total: 52 })
  expect(first.rows[0]).toMatchObject({ title: 'Wrong answer 51', deployment: { name: 'Refund helper' } })
  expect(second.rows.map(({ title }) => title)).toEqual(['Wrong answer 1', 'Wrong answer 0'])
  expect(second.rows[1]).toMatchObject({ deployment: { name: 'Claims helper' } })
})

test('how often an incident came before counts those of other pages', async () => {
  const { rows } = await incidentList(house, '2026-11-26T09:00:00.000Z', at(''))
  expect(rows.map(({ recurring }) => recurring).slice(0, 3)).toEqual([50, 49, 48])
})

test('exercises come a hundred a page, the latest first', async () => {
  const { rows, place } = await exerciseList(house, '2026-11-26', at('page=2'))
  expect(place).toEqual({ page: 2, pageSize: 100, total: 103 })
  expect(rows.map(({ attendees }) => attendees)).toEqual(['Meeting 2', 'Meeting 1', 'Meeting 0'])
  expect(rows[0]).toMatchObject({ deployment: 'Refund helper', heldOn: '2026-01-03' })
})

test('ended agreements come a hundred a page, and one on a later page can be deleted', async () => {
  await house.db
    .insertInto('retention_policy')
    .values({ id: 'agreements', months: 0, automatic: 0 })
    .execute()
  const screen = (query: string) =>
    retentionScreen({
      request: new Request(`http://localhost/settings/retention?${query}`),
      params: {},
      context: contextAs(house, 'administrator'),
    })
  const { ended, place } = await screen('page=2')
  expect(place).toEqual({ page: 2, pageSize: 100, total: 103 })
  expect(ended.map(({ title }) => title)).toEqual(['Paper 1100', 'Paper 1101', 'Paper 1102'])
  const today = new Date().toISOString().slice(0, 10)
  await deleteDue(house, ended[2]?.id ?? '', 'admin@example.com', today)
  expect((await screen('page=2')).ended.map(({ title }) => title)).toEqual(['Paper 1100', 'Paper 1101'])
})

test('a hold is placed on what is typed: of many papers none is listed', async () => {
  const { papers, vendors } = await retentionScreen({
    request: new Request('http://localhost/settings/retention'),
    params: {},
    context: contextAs(house, 'administrator'),
  })
  expect(papers).toEqual({ whole: false, papers: [] })
  expect(vendors).toMatchObject({ whole: true, vendors: [{ title: 'Corvane' }] })
})
