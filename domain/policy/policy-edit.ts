import { z } from 'zod'
import {
  freeId,
  type GovernanceEdit,
  governanceEdits,
  governanceObstacle,
  withGovernanceEdit,
} from '../governance/rules-edit.ts'
import { Allocation } from './areas.ts'
import { Requirement, type Test } from './playbook.ts'
import { Policy } from './policy.ts'
import { RiskClass, riskClasses } from './risk.ts'
import { plainTest, termTypesOf, testKinds } from './test-fields.ts'

/** Changes of the rules, one at a time, as people make them in the tables of the playbook. */

const words = z.string().trim().min(1)

export const PolicyEdit = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('cell'),
    rule: z.string(),
    riskClass: RiskClass,
    requirement: Requirement.nullable(),
  }),
  z.object({
    what: z.literal('rule'),
    rule: z.string(),
    title: words,
    why: words,
    weight: z.coerce.number().int().min(-1).max(1),
    ask: words,
    fallback: words,
  }),
  z.object({ what: z.literal('add_rule'), title: words, kind: z.enum(testKinds) }),
  z.object({ what: z.literal('remove_rule'), rule: z.string() }),
  z.object({
    what: z.literal('class'),
    riskClass: RiskClass,
    example: words,
    humanReview: words,
    reviewMonths: z.coerce.number('Write the months as a number.').int().positive(),
  }),
  z.object({
    what: z.literal('answer'),
    question: z.string(),
    value: z.string(),
    label: words,
    forces: z.union([z.literal(''), RiskClass]),
    why: z.string().trim(),
  }),
  z.object({
    what: z.literal('area'),
    area: z.string(),
    title: words,
    describes: words,
    ifUnallocated: words,
  }),
  z.object({
    what: z.literal('signal'),
    area: z.string(),
    index: z.coerce.number().int().nonnegative(),
    to: z.union([z.literal('remove'), Allocation.exclude(['unallocated'])]),
    note: words,
  }),
  ...governanceEdits,
])
export type PolicyEdit = z.infer<typeof PolicyEdit>

export type Edited = { ok: true; policy: Policy } | { ok: false; error: string }

/** The rules with one change made; what would not hold together is refused with a sentence. */
export function editPolicy(policy: Policy, edit: PolicyEdit): Edited {
  const obstacle = isGovernance(edit) ? governanceObstacle(policy.governance, edit) : driftOf(policy, edit)
  if (obstacle) return { ok: false, error: obstacle }
  const changed = Policy.safeParse(withEdit(policy, edit))
  if (changed.success) return { ok: true, policy: changed.data }
  return { ok: false, error: changed.error.issues[0]?.message ?? 'The change can’t be made.' }
}

const governanceKinds: readonly string[] = governanceEdits.map((edit) => edit.shape.what.value)
const isGovernance = (edit: PolicyEdit): edit is GovernanceEdit => governanceKinds.includes(edit.what)

/** A requirement that asks for something else in the old words would mislead everybody who reads it. */
function driftOf(policy: Policy, edit: PolicyEdit): string | undefined {
  if (edit.what !== 'cell' || !edit.requirement) return undefined
  const before = policy.playbook.rules.find((rule) => rule.id === edit.rule)?.by[edit.riskClass]
  if (!before || before.words !== edit.requirement.words) return undefined
  return plainTest(before.test) === plainTest(edit.requirement.test)
    ? undefined
    : 'What is asked for has changed, and the words for people have not. Write them anew.'
}

function withEdit(policy: Policy, edit: PolicyEdit): unknown {
  if (isGovernance(edit)) return { ...policy, governance: withGovernanceEdit(policy.governance, edit) }
  const { playbook, riskMatrix, areas } = policy
  const rules = (next: typeof playbook.rules) => ({ ...policy, playbook: { ...playbook, rules: next } })
  switch (edit.what) {
    case 'cell':
      return rules(
        playbook.rules.map((rule) =>
          rule.id === edit.rule ? { ...rule, by: { ...rule.by, [edit.riskClass]: edit.requirement } } : rule,
        ),
      )
    case 'rule': {
      const { what: _, rule: id, ...fields } = edit
      return rules(playbook.rules.map((rule) => (rule.id === id ? { ...rule, ...fields } : rule)))
    }
    case 'add_rule':
      return rules([
        ...playbook.rules,
        {
          id: freeId(edit.title, playbook.rules),
          title: edit.title,
          termTypes: termTypesOf(edit.kind),
          why: 'Say why it matters.',
          weight: 0,
          by: {
            ...Object.fromEntries(riskClasses.map((c) => [c, null])),
          } as (typeof playbook.rules)[number]['by'],
          ask: 'Write the language to ask for.',
          fallback: 'Write what to settle for.',
        },
      ])
    case 'remove_rule':
      return rules(playbook.rules.filter((rule) => rule.id !== edit.rule))
    case 'class': {
      const { riskClass, reviewMonths, what: _, ...fields } = edit
      return {
        ...policy,
        riskMatrix: {
          ...riskMatrix,
          classes: {
            ...riskMatrix.classes,
            [riskClass]: { ...riskMatrix.classes[riskClass], ...fields },
          },
          reviewMonths: { ...riskMatrix.reviewMonths, [riskClass]: reviewMonths },
        },
      }
    }
    case 'answer':
      return {
        ...policy,
        riskMatrix: {
          ...riskMatrix,
          questions: riskMatrix.questions.map((question) =>
            question.id === edit.question
              ? {
                  ...question,
                  options: question.options.map((option) =>
                    option.value === edit.value
                      ? {
                          ...option,
                          label: edit.label,
                          forces: edit.forces || undefined,
                          why: edit.why || undefined,
                        }
                      : option,
                  ),
                }
              : question,
          ),
        },
      }
    case 'area': {
      const { what: _, area: id, ...fields } = edit
      return { ...policy, areas: areas.map((area) => (area.id === id ? { ...area, ...fields } : area)) }
    }
    case 'signal':
      return {
        ...policy,
        areas: areas.map((area) =>
          area.id === edit.area
            ? {
                ...area,
                signals: area.signals.flatMap((signal, i) => {
                  if (i !== edit.index) return [signal]
                  return edit.to === 'remove' ? [] : [{ ...signal, to: edit.to, note: edit.note }]
                }),
              }
            : area,
        ),
      }
  }
}

/** The kinds of test that a rule has cells of; where it has none yet, all that look at its types of terms. */
export function kindsOf(rule: Policy['playbook']['rules'][number]): Test['kind'][] {
  const used = Object.values(rule.by).flatMap((requirement) => (requirement ? [requirement.test.kind] : []))
  const fitting = testKinds.filter((kind) => termTypesOf(kind).every((type) => rule.termTypes.includes(type)))
  return [...new Set([...used, ...fitting])]
}
