import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertDeployment } from '#db/deployments.ts'
import { insertPerson } from '#db/people.ts'
import type { PolicyEdit } from '#domain/policy/policy-edit.ts'
import { DeploymentInput } from '#domain/register/deployment.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import {
  changeDraft,
  draftFromVersion,
  policyEffect,
  policyInWork,
  publishDraft,
} from '../../app/services/policy.server.ts'
import { userAs } from './as.ts'

const root = path.resolve(import.meta.dirname, '../..')
let folder: string
let house: House
const open = () => openHouse({ dataFolder: folder }, { root, log: pino({ level: 'silent' }) })

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-policy-'))
  house = await open()
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const drafter = userAs('administrator')
const second = { ...drafter, id: 'second', email: 'second@example.com' }
const insuranceForAll: PolicyEdit = {
  what: 'cell',
  rule: 'insurance',
  riskClass: 'low',
  requirement: {
    level: 'required',
    words: 'Cyber insurance',
    test: { kind: 'insurance', kinds: ['cyber'] },
  },
}

const publish = async (user = second, more: { note?: string; aloneReason?: string } = {}) =>
  publishDraft(house, user, {
    revision: (await policyInWork(house)).draft?.revision ?? 0,
    note: 'Every vendor insures itself.',
    aloneReason: '',
    ...more,
  })

test('a draft holds nothing until a second person publishes it; every process then works by it', async () => {
  const other = await open()
  await insertDeployment(
    house.db,
    DeploymentInput.parse({
      name: 'FAQ',
      purpose: 'Answers.',
      answers: {},
      riskClass: 'low',
      agreementIds: [],
    }),
  )
  expect(await changeDraft(house, drafter, insuranceForAll)).toBeUndefined()
  expect(house.playbooks.playbook.rules.find((r) => r.id === 'insurance')?.by.low).toBeNull()

  const { policy } = await policyInWork(house)
  expect(await policyEffect(house, policy, '2026-11-25')).toMatchObject([
    { deployment: { name: 'FAQ' }, opened: [{ rule: 'insurance' }], closed: [] },
  ])

  expect(await publish()).toEqual({ ok: true, number: 2 })
  expect(house.playbooks.playbook).toMatchObject({ version: '2.0' })
  await other.policy.refresh()
  expect(other.playbooks.playbook.rules.find((r) => r.id === 'insurance')?.by.low?.words).toBe(
    'Cyber insurance',
  )
  await other.close()
})

test('who drafted it publishes alone only with a reason, where there is nobody else', async () => {
  await changeDraft(house, drafter, insuranceForAll)
  expect(await publish(drafter)).toMatchObject({ ok: false })
  expect(await publish(drafter, { aloneReason: 'We are one person.' })).toEqual({ ok: true, number: 2 })
})

test('where somebody else could publish it, who drafted it is refused, reason or not', async () => {
  await insertPerson(house.db, second)
  await changeDraft(house, drafter, insuranceForAll)
  expect(await publish(drafter, { aloneReason: 'It is urgent.' })).toEqual({
    ok: false,
    error: `You drafted this. ${second.email} can publish it.`,
  })
  await changeDraft(house, second, { ...insuranceForAll, riskClass: 'medium' })
  expect(await publish(second)).toMatchObject({ ok: false })
  expect(house.policy.number).toBe(1)
})

test('a draft shows what it changes, and what publishing it opens and closes, by deployment', async () => {
  const described = (name: string, riskClass: 'low' | 'high') =>
    insertDeployment(
      house.db,
      DeploymentInput.parse({ name, purpose: 'Answers.', answers: {}, riskClass, agreementIds: [] }),
    )
  await described('FAQ', 'low')
  await described('Opening hours', 'low')
  await described('Claims triage', 'high')
  await changeDraft(house, drafter, insuranceForAll)
  await changeDraft(house, drafter, {
    what: 'cell',
    rule: 'liability_cap',
    riskClass: 'high',
    requirement: null,
  })
  const { changes, policy } = await policyInWork(house)
  expect(changes.flatMap(({ where, after }) => (after === '–' ? [where] : []))).toEqual([
    expect.stringMatching(/^General cap.*, High$/),
  ])
  const effects = await policyEffect(house, policy, '2026-11-25')
  expect(
    effects
      .map(({ deployment, opened, closed }) => [deployment.name, opened.length, closed.length])
      .toSorted(),
  ).toEqual([
    ['Claims triage', 0, 1],
    ['FAQ', 1, 0],
    ['Opening hours', 1, 0],
  ])
})

test('a draft that changed since somebody looked is not published', async () => {
  await changeDraft(house, drafter, insuranceForAll)
  const stale = { revision: 0, note: 'x', aloneReason: '' }
  expect(await publishDraft(house, second, stale)).toMatchObject({ ok: false })
})

test('the way back is a draft of the old version', async () => {
  await changeDraft(house, drafter, insuranceForAll)
  await publish()
  expect(await draftFromVersion(house, drafter, 1)).toBe(true)
  expect((await policyInWork(house)).changes).toMatchObject([
    { where: 'Insurance, Low', before: 'Cyber insurance', after: '–' },
    { field: 'Held against', after: null },
    { field: 'Level', after: null },
  ])
  expect(await publish()).toEqual({ ok: true, number: 3 })
  expect(house.playbooks.playbook.rules.find((r) => r.id === 'insurance')?.by.low).toBeNull()
})
