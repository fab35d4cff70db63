import { wantedCap } from '../policy/caps.ts'
import type { Rule, Test } from '../policy/playbook.ts'
import type { PolicyTerm } from '../policy/policy-term.ts'
import type { RiskClass } from '../policy/risk.ts'

/** The terms as they would stand if the vendor agreed to what the playbook asks for: to see what an ask is worth. */

/** Tests that bear on who pays. */
const moneyTests: Test['kind'][] = ['cap', 'uncapped', 'indemnity', 'exclusion_excepts']

export const bearsOnMoney = (rule: Rule, riskClass: RiskClass): boolean => {
  const requirement = rule.by[riskClass]
  return requirement !== null && requirement !== undefined && moneyTests.includes(requirement.test.kind)
}

/** A paper that would say so, above all others. */
const agreed = (type: string, value: Record<string, unknown>): PolicyTerm => ({
  type,
  value,
  citations: [{ page: 1, clause: null, start: 0, end: 0, quote: 'as asked' }],
  confidence: 1,
  reader: 'ask@1',
  agreement: { id: 'ask', title: 'As asked', kind: 'amendment' },
  review: 'confirmed',
})

/** @returns the terms with the class's requirement of the rule agreed to; unchanged where it does not bear on money */
export function withAsk(terms: PolicyTerm[], rule: Rule, riskClass: RiskClass): PolicyTerm[] {
  const test = rule.by[riskClass]?.test
  if (!test) return terms
  switch (test.kind) {
    case 'cap': {
      const cap = wantedCap(test.fees, test.amount)
      const heads = test.heads ?? ['general']
      const others = terms.filter(
        (t) =>
          t.type !== 'liability_cap' ||
          t.value.party === 'customer' ||
          !heads.some((h) => h === t.value.appliesTo),
      )
      return [
        ...heads.map((appliesTo) =>
          agreed('liability_cap', { ...cap, party: 'vendor', per: 'aggregate', appliesTo }),
        ),
        ...others,
      ]
    }
    case 'uncapped':
      return [agreed('liability_uncapped', { party: 'vendor', heads: test.heads }), ...terms]
    case 'indemnity':
      return [
        agreed('indemnity', {
          by: 'vendor',
          covers: [test.covers, ...(test.outputs ? ['output_ip'] : [])],
          exclusions: [],
          conditions: [],
        }),
        ...(test.uncapped ? [agreed('liability_uncapped', { party: 'vendor', heads: [test.covers] })] : []),
        ...terms,
      ]
    case 'exclusion_excepts':
      return terms.map((t) =>
        t.type === 'damages_exclusion'
          ? { ...t, value: { ...t.value, exceptHeads: [...exceptHeadsOf(t), ...test.heads] } }
          : t,
      )
    default:
      return terms
  }
}

const exceptHeadsOf = ({ value }: PolicyTerm): unknown[] =>
  Array.isArray(value.exceptHeads) ? value.exceptHeads : []
