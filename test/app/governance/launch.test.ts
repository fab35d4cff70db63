import { afterEach, beforeEach, expect, test } from 'vitest'
import { deploymentBySlug } from '#db/deployments.ts'
import { snapshotOf, stopsOf } from '#db/stops.ts'
import { blankCard } from '#domain/governance/stop.ts'
import { type Deployment, DeploymentInput } from '#domain/register/deployment.ts'
import { editDeployment } from '../../../app/services/deployment.server.ts'
import { saveCard } from '../../../app/services/governance/card.server.ts'
import { classHistory } from '../../../app/services/governance/class-approval.server.ts'
import { addEvidence, controlsOf, recordControl } from '../../../app/services/governance/controls.server.ts'
import { launchState, markItem } from '../../../app/services/governance/launch.server.ts'
import { checkLogSample } from '../../../app/services/governance/logs.server.ts'
import { MayNotSign, sign } from '../../../app/services/governance/sign.server.ts'
import { signablesOf } from '../../../app/services/governance/signables.server.ts'
import {
  resumeDeployment,
  StopProblem,
  stopDeployment,
} from '../../../app/services/governance/stop.server.ts'
import { saveOwnUse, saveUse, usesView } from '../../../app/services/governance/uses.server.ts'
import { registerVersion } from '../../../app/services/governance/versions.server.ts'
import type { House } from '../../../app/services/house.server.ts'
import { sha256Of } from '../../../app/services/originals/originals.server.ts'
import { described, openTestHouse, person, signAs } from './open-house.ts'

let house: House
let close: () => Promise<void>
beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
})
afterEach(() => close())

const date = '2026-11-25'
const checksOf = async (deployment: Deployment) => {
  const { gate } = await launchState(house, deployment, date)
  return [...new Set(gate.reasons.map((r) => r.check))]
}

/** A line as the log of a Low deployment must have it. */
const line = (more: Record<string, unknown> = {}) => ({
  timestamp: '2026-11-20T09:00:00Z',
  customer_id: 'c-1',
  channel: 'chat',
  intent: 'faq',
  prompt: 'When do you open?',
  retrieved_documents: ['opening-hours@3'],
  versions: { prompt_template: 'p1', model: 'm1', policy: 'r1' },
  answer: { draft: 'We open at nine.', final: 'We open at nine.' },
  fallback: null,
  escalation_trigger: null,
  tool_calls: [],
  approvals: [],
  disposition: 'answered',
  ...more,
})
const log = (...lines: unknown[]) => ({
  fileName: 'sample.jsonl',
  bytes: new TextEncoder().encode(
    lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'),
  ),
  date,
})

test('the gate names everything that is open, and passes only when all of it is done and signed', async () => {
  const it = person('it', 'iris')
  const deployment = await described(house)
  expect(await checksOf(deployment)).toEqual([
    'contract',
    'class',
    'controls',
    'uses',
    'logging',
    'card',
    'checklist',
    'signatures',
  ])

  await signAs(house, it, deployment, 'class')
  for (const control of await controlsOf(house, deployment, date)) {
    await recordControl(house, it, deployment, {
      control: control.id,
      status: 'in_place',
      owner: 'Iris',
      reason: '',
    })
    await addEvidence(
      house,
      it,
      deployment,
      { control: control.id, kind: 'test', title: 'Suite', detail: 'green', passed: true },
      date,
    )
  }
  await saveUse(house, it, deployment, {
    intent: 'order_status',
    stance: 'allowed',
    reviewer: '',
    triggers: [],
  })
  await checkLogSample(house, it, deployment, log(line({ intent: 'order_status' })))
  await saveCard(house, it, deployment, {
    ...blankCard,
    contacts: [{ name: 'Iris', role: 'Owner', phone: '+44 20 7946 0000', email: '', canStop: true }],
  })
  const { checklist } = await launchState(house, deployment, date)
  for (const item of checklist)
    if (!item.automatic) await markItem(house, it, deployment, { item: item.id, done: true, note: 'Seen.' })
  await signAs(house, it, deployment, 'launch')
  expect(await checksOf(deployment)).toEqual(['contract'])

  // A new prompt is another thing than the one that was signed.
  await registerVersion(house, it, deployment, {
    kind: 'prompt_template',
    name: 'answer',
    version: 'p2',
    hash: 'abc',
    content: '',
    note: '',
  })
  const { gate } = await launchState(house, deployment, date)
  expect(gate.reasons.map((r) => r.why)).toContain(
    'The launch is not signed. IT: signed by iris, but changed since: versions.',
  )
})

test('nobody approves the class they proposed, or signs in a seat that is not theirs', async () => {
  const deployment = await described(house, {}, 'iris@example.com')
  await expect(signAs(house, person('it', 'iris'), deployment, 'class')).rejects.toThrow(
    'somebody else has to approve',
  )
  await expect(signAs(house, person('administrator'), deployment, 'class')).rejects.toThrow(MayNotSign)
  await signAs(house, person('it', 'ivo'), deployment, 'class')
  expect(await checksOf(deployment)).not.toContain('class')
})

test('each class is a version; who set the newest may not approve it', async () => {
  const deployment = await described(house, {}, 'ivo@example.com')
  const { id: _, slug: __, createdAt: ___, ...given } = deployment
  const input = DeploymentInput.parse({
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? ''])),
    riskClass: 'medium',
    answers: { money: 'says' },
    classException: 'It quotes a list that people keep.',
    agreementIds: [],
  })
  await editDeployment(house, person('it', 'iris'), deployment, input)
  const edited = (await deploymentBySlug(house.db, deployment.slug)) ?? deployment
  await editDeployment(house, person('it', 'ilse'), edited, { ...input, purpose: 'Another sentence.' })
  const [second, first] = await classHistory(house, edited)
  expect(first).toMatchObject({ version: 1, riskClass: 'low', setBy: 'ivo@example.com', changes: [] })
  expect(second).toMatchObject({ version: 2, setBy: 'iris@example.com' })
  expect(second?.changes.map((c) => `${c.before} → ${c.after}`)).toContain('Low → Medium')
  await expect(signAs(house, person('it', 'iris'), edited, 'class')).rejects.toThrow('somebody else')
})

test('what changed while somebody looked is not signed', async () => {
  const deployment = await described(house)
  const signable = await signablesOf(house, deployment, 'class')
  if (!signable) throw new Error('nothing to sign')
  await expect(
    sign(house, person('it', 'ivo'), {
      ...signable,
      purpose: 'class',
      deployment,
      verdict: 'approved',
      note: '',
      saw: { ...signable.now, class: 'critical' },
    }),
  ).rejects.toThrow('It changed while you looked: class')
})

test('a stop fails the gate at once, freezes what stood, and ends only with the sign-offs of the class', async () => {
  const deployment = await described(house, { riskClass: 'high' })
  const stopped = await stopDeployment(house, person('procurement'), deployment, 'It promised a refund')
  const again = await stopDeployment(house, person('it'), deployment, 'twice')
  expect(again).toMatchObject({ id: stopped.id, already: true })
  expect((await checksOf(deployment))[0]).toBe('stopped')
  expect((await deploymentBySlug(house.db, deployment.slug))?.status).toBe('stopped')

  const frozen = await snapshotOf(house.db, deployment.id, stopped.id)
  expect(sha256Of(new TextEncoder().encode(frozen?.json))).toBe(stopped.hash)
  expect(JSON.parse(frozen?.json ?? '')).toMatchObject({
    deployment: { slug: 'refund-helper' },
    versions: [],
  })

  const noAgreements = { ...deployment, audience: '', dataUsed: '', owner: '', agreementIds: [] }
  const live = { ...noAgreements, status: 'live' as const, classException: '', lastReviewedOn: '' }
  const standing = (await deploymentBySlug(house.db, deployment.slug)) ?? deployment
  await editDeployment(house, person('it'), standing, live)
  expect((await deploymentBySlug(house.db, deployment.slug))?.status).toBe('stopped')

  const purpose = `resume:${stopped.id}`
  await signAs(house, person('legal'), deployment, purpose)
  await expect(resumeDeployment(house, person('it'), deployment, 'fixed')).rejects.toThrow(StopProblem)
  await signAs(house, person('security'), deployment, purpose)
  await resumeDeployment(house, person('it'), deployment, 'fixed')
  expect((await deploymentBySlug(house.db, deployment.slug))?.status).toBe('pilot')
  expect((await stopsOf(house.db, deployment.id))[0]).toMatchObject({ resumedWhy: 'fixed' })
  expect(await checksOf(deployment)).not.toContain('stopped')
})

test('a log sample: what is missing, left open, secret, personal or too old', async () => {
  const deployment = await described(house)
  const key = ['ghp', 'aB3dE5gH7jK9mN1pQ3sT5vX7zB9dF1hJ3lM5'].join('_')
  const { findings, rows } = await checkLogSample(
    house,
    person('security'),
    deployment,
    log(
      line(),
      line({ channel: undefined }),
      line({ versions: { prompt_template: 'p1', model: 'm1' } }),
      line({ answer: { draft: 'Yes.' } }),
      line({ customer_id: 'jo.marsh@example.com' }),
      line({ disposition: 'card 4111 1111 1111 1111' }),
      line({ tool_calls: [{ arguments: `token=${key}` }] }),
      line({ timestamp: '2026-01-01T00:00:00Z' }),
      'not json',
      line({ transcript: 'My mail is jo.marsh@example.com' }),
    ),
  )
  expect(rows).toBe(10)
  expect(findings.map((f) => [f.kind, f.lines])).toEqual([
    ['missing_field', [2]],
    ['missing_version', [3]],
    ['draft_without_final', [4]],
    ['retention', [8]],
    ['unreadable', [9]],
    ['secret', [7]],
    ['personal_data', [5]],
    ['personal_data', [6]],
  ])
  expect(findings.map((f) => f.what)).toContain('customer_id holds personal data: e-mail address.')
  expect((await checksOf(deployment)).includes('logging')).toBe(true)
})

test('an answer without a source, a trigger nobody looked at, and intents that are not served', async () => {
  const deployment = await described(house)
  const it = person('it')
  const use = { reviewer: 'Help desk', triggers: [] }
  await saveUse(house, it, deployment, { ...use, intent: 'faq', stance: 'allowed' })
  await saveUse(house, it, deployment, { ...use, intent: 'medical_advice', stance: 'prohibited' })
  const own = {
    title: 'Loyalty points',
    riskClass: 'critical' as const,
    uses: [],
    stance: 'allowed' as const,
  }
  await saveOwnUse(house, it, deployment, { ...use, ...own })
  expect((await usesView(house, deployment, date)).find((u) => u.intent === 'loyalty_points')).toMatchObject({
    problems: [expect.stringContaining('above the deployment’s class Low')],
  })
  const { findings } = await checkLogSample(
    house,
    it,
    deployment,
    log(
      line({ intent: 'loyalty_points' }),
      line({ retrieved_documents: [] }),
      line({ retrieved_documents: [], fallback: 'handed to the help desk' }),
      line({ escalation_trigger: 'legal_complaint' }),
      line({ escalation_trigger: 'legal_complaint', reviewer_decision: 'sent as drafted' }),
      line({ intent: 'medical_advice' }),
      line({ intent: 'medical_advice', fallback: 'refused' }),
      line({ intent: 'horoscope' }),
    ),
  )
  expect(findings.map((f) => [f.kind, f.lines])).toEqual([
    ['no_source', [2]],
    ['unreviewed', [4]],
    ['prohibited_intent', [6]],
    ['unlisted_intent', [8]],
  ])
})

test.each<[Deployment['riskClass'], Record<string, unknown>, string[]]>([
  ['low', {}, ['citation', 'interaction_log']],
  ['medium', { identity_checks: [] }, ['citation', 'interaction_log', 'human_review']],
  [
    'medium_high',
    { identity_checks: [], cited_clause: null, reviewer_decision: null, transcript: 'When?' },
    ['citation', 'interaction_log', 'human_review', 'policy_versioning', 'escalation_triggers'],
  ],
])(
  'class %s: a sample that passes is evidence for the controls a log shows',
  async (riskClass, more, shown) => {
    const deployment = await described(house, { riskClass })
    await checkLogSample(house, person('it'), deployment, log(line(more)))
    const evidenced = (await controlsOf(house, deployment, date)).flatMap(({ id, evidence }) =>
      evidence.map((e) => `${id} ${e.passed ? 'passed' : 'failed'}`),
    )
    expect(evidenced.sort()).toEqual(shown.map((id) => `${id} passed`).sort())
    await checkLogSample(house, person('it'), deployment, log(line({ ...more, retrieved_documents: [] })))
    const citation = (await controlsOf(house, deployment, date)).find((c) => c.id === 'citation')
    expect(citation?.evidence.map((e) => e.passed).sort()).toEqual([false, true])
  },
)
