import { z } from 'zod'
import { plainName } from '../policy/checks/verdict.ts'
import { isSure, type PolicyTerm } from '../policy/policy-term.ts'
import { compareClasses, RiskClass, riskClassTitles } from '../policy/risk.ts'

/** What a deployment may be asked, what it must refuse, and whether the vendors let it. */

export const IntentLibrary = z.object({
  version: z.string().min(1),
  /** Events that send a case to a person. */
  triggers: z.array(z.object({ id: z.string(), title: z.string() })),
  intents: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      class: RiskClass,
      /** In the words of the `acceptable_use` term. */
      uses: z.array(z.string()),
      triggers: z.array(z.string()),
    }),
  ),
})
export type IntentLibrary = z.infer<typeof IntentLibrary>

export const Stance = z.enum(['allowed', 'prohibited'])
export type Stance = z.infer<typeof Stance>

/** An intent of a deployment: it serves it, or it must refuse it. */
export const Use = z.object({
  id: z.string(),
  intent: z.string(),
  title: z.string().min(1),
  stance: Stance,
  riskClass: RiskClass,
  uses: z.array(z.string()),
  /** Ids of the triggers that force a person's review. */
  triggers: z.array(z.string()),
  /** Who reviews what the triggers send; empty when nobody is named. */
  reviewer: z.string(),
})
export type Use = z.infer<typeof Use>

export interface UseState extends Use {
  /** Terms that forbid it. Nothing but another contract, or another intent, lifts them. */
  conflicts: { term: PolicyTerm; forbids: string[]; sure: boolean }[]
  problems: string[]
}

/**
 * Each intent against the vendors' acceptable-use terms and the deployment's class. A prohibition in any paper counts:
 * permission in one does not lift what another forbids. Prohibited intents conflict with nothing.
 */
export function useStates(input: { uses: Use[]; terms: PolicyTerm[]; riskClass: RiskClass }): UseState[] {
  const prohibitions = input.terms.filter((t) => t.type === 'acceptable_use' && t.review !== 'rejected')
  return input.uses.map((use) => {
    if (use.stance === 'prohibited') return { ...use, conflicts: [], problems: [] }
    const conflicts = prohibitions.flatMap((term) => {
      const prohibited = Array.isArray(term.value.prohibited) ? term.value.prohibited : []
      const forbids = use.uses.filter((u) => prohibited.includes(u))
      return forbids.length > 0 ? [{ term, forbids, sure: isSure(term) }] : []
    })
    const above = compareClasses(use.riskClass, input.riskClass) > 0
    const needsReviewer = use.triggers.length > 0 || compareClasses(use.riskClass, 'medium_high') >= 0
    return {
      ...use,
      conflicts,
      problems: [
        ...conflicts.map(
          ({ term, forbids, sure }) =>
            `${term.agreement.title} forbids it: ${forbids.map(plainName).join(', ')}${sure ? '' : ' (the reading is doubtful: look at the clause)'}.`,
        ),
        ...(above
          ? [
              `It is ${riskClassTitles[use.riskClass]}, above the deployment’s class ${riskClassTitles[input.riskClass]}: raise the class or prohibit the intent.`,
            ]
          : []),
        ...(needsReviewer && use.reviewer === '' ? ['Cases are sent to a person, but nobody is named.'] : []),
      ],
    }
  })
}
