import { createHash } from 'node:crypto'
import type { Policy } from '#domain/policy/policy.ts'
import { riskClasses } from '#domain/policy/risk.ts'

/** Raised when the same rules and papers come to something else than before: every assessment is then made anew. */
const ENGINE = 1

/**
 * Risk class to a hash of everything that the assessments of its deployments follow. A new version of the rules leaves
 * alone what it says nothing new about.
 */
export function rulesByClass({ playbook, riskMatrix }: Policy): Record<string, string> {
  const { rules, ...head } = playbook
  return Object.fromEntries(
    riskClasses.map((riskClass) => [
      riskClass,
      createHash('sha256')
        .update(
          JSON.stringify([
            ENGINE,
            { ...head, version: undefined },
            rules.map(({ by, ...rule }) => [rule, by[riskClass]]),
            riskMatrix.reviewMonths[riskClass],
            riskMatrix.questions.map(({ id, options }) => [
              id,
              options.map(({ value, uses }) => [value, uses]),
            ]),
          ]),
        )
        .digest('hex'),
    ]),
  )
}
