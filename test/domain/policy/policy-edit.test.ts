import { expect, test } from 'vitest'
import { controlsFor } from '#domain/governance/controls.ts'
import { dutiesChanged } from '#domain/governance/rules.ts'
import type { Policy } from '#domain/policy/policy.ts'
import { policyChanges } from '#domain/policy/policy-changes.ts'
import { editPolicy, type PolicyEdit } from '#domain/policy/policy-edit.ts'
import { readTest } from '#domain/policy/read-test.ts'
import { fieldValue, plainTest, testFields } from '#domain/policy/test-fields.ts'
import { loadPlaybooks } from '#playbooks/index.ts'

const policy = loadPlaybooks()

function edited(edit: PolicyEdit): Policy {
  const result = editPolicy(policy, edit)
  if (!result.ok) throw new Error(result.error)
  return result.policy
}

const cell = (words: string, fees: number): PolicyEdit => ({
  what: 'cell',
  rule: 'liability_cap',
  riskClass: 'low',
  requirement: { level: 'required', words, insert: 'twice the Fees', test: { kind: 'cap', fees } },
})

test('a cell that asks for more is told in words, in its test and in the ask', () => {
  const changes = policyChanges(policy, edited(cell('At least 2× twelve months’ fees', 2)))
  expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['Requirement', 'At least 1× twelve months’ fees', 'At least 2× twelve months’ fees'],
    [
      'Held against',
      'A cap on liability, at least, times twelve months’ fees: 1',
      'A cap on liability, at least, times twelve months’ fees: 2',
    ],
    ['Words in the ask', 'the Fees paid or payable in that period', 'twice the Fees'],
  ])
})

test('a test that changes under the same words is refused', () => {
  const result = editPolicy(policy, cell('At least 1× twelve months’ fees', 2))
  expect(result).toMatchObject({ ok: false, error: expect.stringContaining('Write them anew') })
})

test('a cell may ask nothing', () => {
  const changed = edited({ what: 'cell', rule: 'audit', riskClass: 'medium', requirement: null })
  expect(policyChanges(policy, changed)[0]).toMatchObject({ where: 'Audit, Medium', after: '–' })
})

test('a requirement is added with cells that ask nothing, and taken away whole', () => {
  const added = edited({ what: 'add_rule', title: 'Model cards', kind: 'audit' })
  expect(added.playbook.rules.at(-1)).toMatchObject({ id: 'model_cards', by: { high: null } })
  const removed = edited({ what: 'remove_rule', rule: 'insurance' })
  expect(policyChanges(policy, removed).every(({ after }) => after === null)).toBe(true)
})

test('an answer, a class and an area change in their own tables', () => {
  const answer = edited({
    what: 'answer',
    question: 'money',
    value: 'small',
    label: 'It moves money below a fixed limit',
    forces: 'high',
    why: 'The number of payments has no limit.',
  })
  expect(policyChanges(policy, answer)).toMatchObject([
    { field: 'Class it asks for', before: 'Medium-High', after: 'High' },
    { field: 'Because' },
  ])
  const signal = edited({ what: 'signal', area: 'safe_defaults', index: 0, to: 'remove', note: 'x' })
  expect(signal.areas.find((a) => a.id === 'safe_defaults')?.signals).toHaveLength(1)
})

test('a control is added from a class on, told apart, and taken away', () => {
  const added = edited({ what: 'add_control', title: 'Red team', from: 'medium_high' })
  expect(controlsFor('medium', added.governance.controls).some((c) => c.id === 'red_team')).toBe(false)
  expect(dutiesChanged(policy.governance, added.governance, 'high').more).toEqual(['Control: Red team'])
  expect(policyChanges(policy, added).slice(0, 2)).toMatchObject([
    { where: 'Control: Red team', field: 'Title', before: null, after: 'Red team' },
    { field: 'From class', after: 'Medium-High' },
  ])
  const removed = edited({ what: 'remove_control', control: 'citation' })
  expect(dutiesChanged(policy.governance, removed.governance, 'low').fewer).toEqual([
    'Control: Source citation',
  ])
})

test.each<[string, PolicyEdit, string]>([
  [
    'a log field from a milder class on',
    {
      what: 'field',
      field: 'transcript',
      title: 'Transcript',
      from: 'medium',
      path: 'transcript',
      mayBeEmpty: false,
    },
    'From class: Medium-High → Medium',
  ],
  [
    'how long the log of a class is kept',
    { what: 'log_class', riskClass: 'low', keepDays: 30, readers: 'The service owner', afterwards: 'Purged' },
    'Kept, days: 90 → 30',
  ],
  [
    'an item of the launch checklist',
    { what: 'add_item', title: 'The help desk knows', phase: 'before' },
    'Title: null → The help desk knows',
  ],
  [
    'who signs',
    { what: 'seats', riskClass: 'low', approve: ['it'], launch: ['it', 'security'], resume: ['it'] },
    'Sign the launch: IT → IT, Security',
  ],
])('%s changes in a draft like any other rule', (_, edit, told) => {
  const [change] = policyChanges(policy, edited(edit))
  expect(`${change?.field}: ${change?.before} → ${change?.after}`).toBe(told)
})

test.each<[string, PolicyEdit]>([
  [
    'legal or compliance out of the approval of Critical',
    {
      what: 'seats',
      riskClass: 'critical',
      approve: ['it', 'legal'],
      launch: ['legal'],
      resume: ['legal'],
    },
  ],
  ['what the gate stands on', { what: 'remove_item', item: 'class_approved' }],
])('nobody edits away %s', (_, edit) => {
  expect(editPolicy(policy, edit)).toMatchObject({ ok: false, error: expect.stringMatching(/sta(y|nds)/) })
})

test('what a form shows of a test reads back as the same test', () => {
  for (const rule of policy.playbook.rules)
    for (const requirement of Object.values(rule.by)) {
      if (!requirement) continue
      const typed = Object.fromEntries(
        testFields(requirement.test.kind).map((field) => [
          field.name,
          [fieldValue(requirement.test, field)].flat(),
        ]),
      )
      const read = readTest(requirement.test.kind, typed)
      expect(read.ok && plainTest(read.test), rule.id).toBe(plainTest(requirement.test))
    }
})

test('what can’t be read says how to write it', () => {
  expect(readTest('deletion', { within: ['soon'] })).toEqual({
    ok: false,
    error: '“Within”: write a time, like 30 days, 72 hours or 12 months.',
  })
})
