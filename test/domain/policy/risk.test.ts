import { expect, test } from 'vitest'
import { classify, compareClasses, type RiskClass, riskClasses, usesOf } from '#domain/policy/risk.ts'
import { loadPlaybooks } from '#playbooks/index.ts'

const { riskMatrix } = loadPlaybooks()

const cases: [answers: Record<string, string>, riskClass: RiskClass, reasons: number][] = [
  [{}, 'low', 0],
  [{ money: 'no', health: 'no', customer: 'staff' }, 'low', 0],
  [{ identity: 'assists' }, 'medium', 1],
  [{ money: 'says', customer: 'consumers' }, 'medium_high', 2],
  [{ reversible: 'no', customer: 'consumers' }, 'high', 2],
  [{ health: 'advice' }, 'critical', 1],
  [{ nobody_asks: 'yes', money: 'never heard of' }, 'low', 0],
]
test.each(cases)('%j is %s', (answers, riskClass, reasons) => {
  const proposed = classify(answers, riskMatrix)
  expect([proposed.riskClass, proposed.reasons.length]).toEqual([riskClass, reasons])
})

test('the reason that decides comes first, in words', () => {
  const [first] = classify({ customer: 'consumers', money: 'moves' }, riskMatrix).reasons
  expect(first).toMatchObject({ question: 'Does it touch money?', forces: 'high' })
  expect(first?.answer).toMatch(/without a fixed limit/)
})

test('classes are ordered from mild to grave', () => {
  expect([...riskClasses].reverse().sort(compareClasses)).toEqual(riskClasses)
})

test('what a deployment does is known once every question that tells has an answer', () => {
  const none = { safety: 'no', employment: 'no', housing: 'no', credit: 'no', health: 'no', advice: 'no' }
  expect(usesOf({ ...none, customer: 'consumers' }, riskMatrix)).toEqual([])
  expect(usesOf({ ...none, customer: 'consumers', health: 'advice' }, riskMatrix)).toEqual(['medical'])
  expect(usesOf(none, riskMatrix)).toBeUndefined()
})
