import { expect, test } from 'vitest'
import { type Use, useStates } from '#domain/governance/uses.ts'
import { term } from '../policy/terms.ts'

const use = (more: Partial<Use> = {}): Use => ({
  id: '1',
  intent: 'claims_approval',
  title: 'Claims approval',
  stance: 'allowed',
  riskClass: 'critical',
  uses: ['insurance', 'automated_decisions'],
  triggers: ['fraud'],
  reviewer: 'Claims desk',
  ...more,
})
const forbids = term('acceptable_use', { prohibited: ['insurance', 'medical'] })
const problems = (one: Use, terms = [forbids]) =>
  useStates({ uses: [one], terms, riskClass: 'critical' })[0]?.problems

test('what the vendor forbids blocks', () =>
  expect(problems(use())).toEqual(['Northwind MSA forbids it: insurance.']))
test('a doubtful reading blocks too, and says so', () =>
  expect(problems(use(), [{ ...forbids, confidence: 0.3 }])?.[0]).toContain('doubtful'))
test('a rejected term forbids nothing', () =>
  expect(problems(use(), [{ ...forbids, review: 'rejected' }])).toEqual([]))
test('an intent to be refused conflicts with nothing', () =>
  expect(problems(use({ stance: 'prohibited', reviewer: '' }))).toEqual([]))
test('cases sent to a person need one', () =>
  expect(problems(use({ uses: [], reviewer: '' }))).toEqual([
    'Cases are sent to a person, but nobody is named.',
  ]))
test('an intent above the class of the deployment blocks', () =>
  expect(useStates({ uses: [use({ uses: [] })], terms: [], riskClass: 'high' })[0]?.problems[0]).toContain(
    'above the deployment’s class High',
  ))
