import { expect, test } from 'vitest'
import { askFor, Playbook } from '#domain/policy/playbook.ts'
import { riskClasses } from '#domain/policy/risk.ts'
import { loadPlaybooks } from '#playbooks/index.ts'

const { playbook, areas, riskMatrix } = loadPlaybooks()

test('the defaults are complete', () => {
  expect(playbook.rules).toHaveLength(20)
  expect(areas).toHaveLength(23)
  expect(riskMatrix.reviewMonths).toEqual({ low: 24, medium: 12, medium_high: 12, high: 6, critical: 3 })
})

test('no class asks less than the milder one: what is required stays required', () => {
  for (const rule of playbook.rules) {
    const asked = riskClasses.map((c) => rule.by[c] !== null)
    expect(asked, rule.id).toEqual([...asked].sort())
  }
})

test('every ask reads as a sentence for every class', () => {
  for (const rule of playbook.rules)
    for (const riskClass of riskClasses) {
      const requirement = rule.by[riskClass]
      if (requirement) expect(askFor(rule, requirement), rule.id).toMatch(/^[A-Z][^{}]+\.$/)
    }
})

test('a rule whose ask has a place for words that a requirement lacks is refused', () => {
  const rule = playbook.rules[0]
  if (!rule?.by.low) throw new Error('The default playbook has a first rule for the class Low.')
  const { insert, ...bare } = rule.by.low
  expect(insert).toBeTruthy()
  const broken = { ...playbook, rules: [{ ...rule, by: { ...rule.by, low: bare } }] }
  expect(Playbook.safeParse(broken).error?.issues[0]?.message).toMatch(/\{insert\}/)
})
