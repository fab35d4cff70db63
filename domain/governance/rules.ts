import { z } from 'zod'
import type { RiskClass } from '../policy/risk.ts'
import { ControlRules, controlsFor } from './controls.ts'
import { Checklists } from './launch.ts'
import { fieldsFor, LoggingRules } from './logging.ts'

/** The rules of our own side that people edit and publish in versions, with the rest of the policy. */
export const GovernanceRules = z.object({
  controls: ControlRules,
  logging: LoggingRules,
  checklists: Checklists,
})
export type GovernanceRules = z.infer<typeof GovernanceRules>

/** What a deployment of a class has to do under either rules, in words: controls and log fields. */
export function dutiesChanged(
  before: GovernanceRules,
  after: GovernanceRules,
  riskClass: RiskClass,
): { more: string[]; fewer: string[] } {
  const duties = ({ controls, logging }: GovernanceRules) =>
    new Map([
      ...controlsFor(riskClass, controls).map(
        ({ id, title }) => [`control ${id}`, `Control: ${title}`] as const,
      ),
      ...fieldsFor(riskClass, logging).map(({ id, title }) => [`field ${id}`, `Log: ${title}`] as const),
    ])
  const [old, now] = [duties(before), duties(after)]
  const only = (these: Map<string, string>, others: Map<string, string>) =>
    [...these].flatMap(([id, words]) => (others.has(id) ? [] : [words]))
  return { more: only(now, old), fewer: only(old, now) }
}
