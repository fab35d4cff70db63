import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreements } from '#db/agreements.ts'
import { updateDeployment } from '#db/deployments.ts'
import { insertPolicyVersion } from '#db/policy.ts'
import { toReckon } from '#db/standing.ts'
import { insertVendor } from '#db/vendors.ts'
import { DeploymentInput } from '#domain/register/deployment.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { loadPlaybooks } from '#playbooks/index.ts'
import { agreementDates } from '../../app/services/agreement-dates.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { papersOf } from '../../app/services/policy-terms.server.ts'
import { allDeadlines, allGaps } from '../../app/services/standing/all.server.ts'
import { bringUp } from '../../app/services/standing/keep.server.ts'
import { rulesByClass } from '../../app/services/standing/rules.server.ts'
import { takeOnJobs } from '../../app/services/work.server.ts'
import { described, openTestHouse } from './governance/open-house.ts'
import { paperOf } from './papers.ts'

/** What the papers come to is kept, and is never behind what it rests on without saying so. */
const day = '2026-11-25'
let house: House
let close: () => Promise<void>
beforeAll(async () => {
  ;({ house, close } = await openTestHouse())
})
afterAll(() => close())

test('a change that no service was told of is in the next answer', async () => {
  const { id, name, purpose } = await described(house, { riskClass: 'low' })
  const before = (await allGaps(house, day)).gaps.length
  const input = { name, purpose, answers: {}, riskClass: 'critical', agreementIds: [] }
  await house.db.transaction().execute((trx) => updateDeployment(trx, id, DeploymentInput.parse(input)))
  expect((await allGaps(house, day)).gaps.length).toBeGreaterThan(before)
  await house.db.deleteFrom('deployment').where('id', '=', id).execute()
  expect((await allGaps(house, day)).gaps).toEqual([])
})

test('rules that say something new about one class leave the others alone', () => {
  const rules = loadPlaybooks()
  const before = rulesByClass(rules)
  const [first] = rules.playbook.rules
  if (first?.by.high) first.by.high.words = 'Something else'
  const after = rulesByClass(rules)
  expect(Object.keys(after).filter((riskClass) => after[riskClass] !== before[riskClass])).toEqual(['high'])
})

test('where much is to be assessed again, a job does it, and answers say how far it is', async () => {
  for (let n = 0; n < 60; n++) await described(house, { name: `System ${n}`, riskClass: 'high' })
  expect(await bringUp(house, day)).toEqual({ waiting: 60, all: 60 })
  takeOnJobs(house)
  await house.jobs.idle()
  expect(await bringUp(house, day)).toBeNull()
  const before = (await allGaps(house, day)).gaps.length

  const { number, current } = house.policy
  const rules = current.playbook.rules.slice(1)
  await insertPolicyVersion(house.db, {
    number: number + 1,
    content: { ...current, playbook: { ...current.playbook, rules } },
    note: 'One rule less.',
    draftedBy: [],
    publishedBy: 'legal@example.com',
    aloneReason: null,
  })
  await house.policy.refresh()
  // Answered at once, by the rules from before.
  const meanwhile = await allGaps(house, day)
  expect(meanwhile.behind?.all).toBe(60)
  await house.jobs.idle()
  expect(await toReckon(house.db, day, 100)).toEqual([])
  expect((await allGaps(house, day)).gaps.length).toBeLessThan(before)
})

test('dates that are kept paper by paper are those of all papers together: an order form goes by its master agreement', async () => {
  const vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' }))
  const signed = { signedOn: '2026-02-01', effectiveOn: '2026-02-01' }
  const form =
    'ORDER FORM\n\n1. Term. The initial term is twelve (12) months from the Effective Date. This Order Form renews automatically for successive periods of twelve (12) months unless either party gives written notice of non-renewal at least ninety (90) days before the end of the then-current term.'
  const master =
    'MASTER SERVICES AGREEMENT\n\n1. Notices. Notices must be in writing and are sent by registered mail; they are deemed received ten (10) business days after posting.\n\n2. Governing law. This Agreement is governed by the laws of Ireland.'
  await paperOf(house, vendor.id, { title: 'Corvane form', kind: 'order_form', ...signed }, form)
  await paperOf(house, vendor.id, { title: 'Corvane MSA', kind: 'msa', ...signed }, master)

  const papers = await agreements(house.db, { vendorIds: [vendor.id] })
  const together = agreementDates(await papersOf(house, papers), day)
  const kept = await allDeadlines(house, day, { patient: true })
  const sumOf = ({ date, why }: { date: string; why: string }) => `${date}: ${why}`
  expect(kept.deadlines.map(sumOf)).toEqual(together.dated.map(sumOf))
  const notice = together.dated.find(({ kind }) => kind === 'non_renewal_notice')
  expect(notice?.why).toContain(
    'registered mail, deemed received after 10 business days (holidays of Ireland)',
  )
})
