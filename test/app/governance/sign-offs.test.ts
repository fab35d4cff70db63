import { afterEach, beforeEach, expect, test } from 'vitest'
import { deploymentBySlug } from '#db/deployments.ts'
import { insertVendor } from '#db/vendors.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { editDeployment } from '../../../app/services/deployment.server.ts'
import { launchState } from '../../../app/services/governance/launch.server.ts'
import { saveUse } from '../../../app/services/governance/uses.server.ts'
import type { House } from '../../../app/services/house.server.ts'
import { changeDraft, policyInWork, publishDraft } from '../../../app/services/policy.server.ts'
import { localDay } from '../../../app/services/today.server.ts'
import { newVersion, paperOf } from '../papers.ts'
import { described, openTestHouse, person, signAs } from './open-house.ts'

let house: House
let close: () => Promise<void>
beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
})
afterEach(() => close())

const date = '2026-11-25'

test('a control that is published is asked for at once, and a signature from before lapses', async () => {
  const it = person('it', 'iris')
  const deployment = await described(house)
  await signAs(house, it, deployment, 'launch')
  const legal = person('legal')
  await changeDraft(house, legal, { what: 'add_control', title: 'Red team', from: 'low' })
  const { draft } = await policyInWork(house)
  const asked = { revision: draft?.revision ?? 0, note: 'Since the incident.', aloneReason: '' }
  expect(await publishDraft(house, person('administrator'), asked)).toMatchObject({ ok: true })
  const { gate, facts } = await launchState(house, deployment, date)
  expect(gate.reasons.map((r) => r.why)).toContain('Red team: Not in place yet.')
  expect(facts.launchSeats).toMatchObject([{ state: 'lapsed', changed: ['playbook', 'control rules'] }])
})

test.each<[string, (deployment: Deployment) => Promise<unknown>, string]>([
  [
    'an intent',
    (deployment) =>
      saveUse(house, person('it'), deployment, {
        intent: 'faq',
        stance: 'allowed',
        reviewer: 'Help desk',
        triggers: [],
      }),
    'uses',
  ],
  [
    'the class',
    (deployment) =>
      editDeployment(house, person('it'), deployment, {
        ...{ ...deployment, audience: '', dataUsed: '', owner: '', agreementIds: [], lastReviewedOn: '' },
        ...{ classException: 'A trial.', answers: { money: 'says' } },
      }),
    'class',
  ],
])('a launch that was signed is signed no longer once %s changes', async (_, change, part) => {
  const deployment = await described(house)
  await signAs(house, person('it', 'iris'), deployment, 'launch')
  await change(deployment)
  const now = (await deploymentBySlug(house.db, deployment.slug)) ?? deployment
  const { facts } = await launchState(house, now, date)
  expect(facts.launchSeats).toMatchObject([{ state: 'lapsed', changed: [part] }])
})

test('a launch that was signed is signed no longer once a paper says something else, and is while it says the same', async () => {
  const cap = (months: string) =>
    `1. Liability\nThe Supplier’s total aggregate liability is limited to the fees paid in the ${months} months before the claim.`
  const vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane Systems' }))
  const paper = await paperOf(house, vendor.id, { title: 'Services agreement', kind: 'msa' }, cap('twelve'))
  const deployment = await described(house, { agreementIds: [paper.id] })
  await signAs(house, person('it', 'iris'), deployment, 'launch')
  // A version holds from the day it came in.
  const seats = async () => (await launchState(house, deployment, localDay())).facts.launchSeats
  await newVersion(house, paper.id, `${cap('twelve')}\n`)
  expect(await seats()).toMatchObject([{ state: 'signed' }])
  await newVersion(house, paper.id, cap('six'))
  expect(await seats()).toMatchObject([{ state: 'lapsed', changed: ['terms'] }])
})
