import { governanceFacts } from '../governance/rules-facts.ts'
import type { Policy } from './policy.ts'
import { riskClasses, riskClassTitles } from './risk.ts'
import { plainTest } from './test-fields.ts'

/** What stands in the rules, in small facts that can be compared between two versions. */
interface Fact {
  id: string
  part: PolicyPart
  /** "General cap on the vendor’s liability, High" */
  where: string
  field: string
  words: string
}

export type PolicyPart =
  | 'requirement'
  | 'class'
  | 'question'
  | 'area'
  | 'control'
  | 'field'
  | 'log_class'
  | 'item'
  | 'seats'

/** A fact that differs; null where there is none. */
export interface PolicyChange extends Omit<Fact, 'words'> {
  before: string | null
  after: string | null
}

/** What differs between two versions of the rules, in the order in which people read them. */
export function policyChanges(before: Policy, after: Policy): PolicyChange[] {
  const [old, now] = [factsOf(before), factsOf(after)]
  const oldById = new Map(old.map((fact) => [fact.id, fact]))
  const nowIds = new Set(now.map((fact) => fact.id))
  return [
    ...now.flatMap(({ words, ...fact }) => {
      const was = oldById.get(fact.id)?.words ?? null
      return was === words ? [] : [{ ...fact, before: was, after: words }]
    }),
    ...old
      .filter((fact) => !nowIds.has(fact.id))
      .map(({ words, ...fact }) => ({ ...fact, before: words, after: null })),
  ]
}

function factsOf({ playbook, riskMatrix, areas, governance }: Policy): Fact[] {
  const fact = (part: PolicyPart, id: string, where: string) => (field: string, words: string | undefined) =>
    words ? [{ id: `${part} ${id} ${field}`, part, where, field, words }] : []
  return [
    ...playbook.rules.flatMap((rule) => {
      const of = fact('requirement', rule.id, rule.title)
      return [
        ...of('Title', rule.title),
        ...riskClasses.flatMap((riskClass) => {
          const requirement = rule.by[riskClass]
          const at = fact(
            'requirement',
            `${rule.id} ${riskClass}`,
            `${rule.title}, ${riskClassTitles[riskClass]}`,
          )
          if (!requirement) return at('Requirement', '–')
          return [
            ...at('Requirement', requirement.words),
            ...at('Held against', plainTest(requirement.test)),
            ...at('Level', requirement.level),
            ...at('Words in the ask', requirement.insert),
          ]
        }),
        ...of('Why it matters', rule.why),
        ...of('Weight', String(rule.weight)),
        ...of('Ask', rule.ask),
        ...of('Fallback', rule.fallback),
      ]
    }),
    ...riskClasses.flatMap((riskClass) => {
      const { example, humanReview } = riskMatrix.classes[riskClass]
      const of = fact('class', riskClass, `Class ${riskClassTitles[riskClass]}`)
      return [
        ...of('Example', example),
        ...of('Human review', humanReview),
        ...of('Months between reviews', String(riskMatrix.reviewMonths[riskClass])),
      ]
    }),
    ...riskMatrix.questions.flatMap((question) =>
      question.options.flatMap((option) => {
        const of = fact('question', `${question.id} ${option.value}`, `${question.title} ${option.label}`)
        return [
          ...of('Answer', option.label),
          ...of('Class it asks for', option.forces ? riskClassTitles[option.forces] : 'none'),
          ...of('Because', option.why),
        ]
      }),
    ),
    ...areas.flatMap((area) => {
      const of = fact('area', area.id, area.title)
      return [
        ...of('Title', area.title),
        ...of('What it means', area.describes),
        ...of('When nobody has it', area.ifUnallocated),
        ...area.signals.flatMap((signal, i) => of(`Sign ${i + 1}`, `${signal.note} (${signal.to})`)),
      ]
    }),
    ...governanceFacts(governance).flatMap(({ part, id, where, field, words }) =>
      fact(part, id, where)(field, words),
    ),
  ]
}
