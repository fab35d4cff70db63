import { z } from 'zod'
import { GovernanceRules } from '../governance/rules.ts'
import { ResponsibilityAreas } from './areas.ts'
import { Playbook } from './playbook.ts'
import { RiskMatrix } from './risk.ts'

/** The rules as one thing with versions: what each class asks of a paper and of us, and what somebody must carry. */
export const Policy = z.object({
  riskMatrix: RiskMatrix,
  playbook: Playbook,
  areas: ResponsibilityAreas.shape.areas,
  /** What we control ourselves. */
  governance: GovernanceRules,
})
export type Policy = z.infer<typeof Policy>
