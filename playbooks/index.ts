import { type Area, ResponsibilityAreas } from '#domain/policy/areas.ts'
import { Playbook } from '#domain/policy/playbook.ts'
import { RiskMatrix } from '#domain/policy/risk.ts'
import playbook from './playbook.json' with { type: 'json' }
import areas from './responsibility-areas.json' with { type: 'json' }
import riskMatrix from './risk-matrix.json' with { type: 'json' }

export interface Playbooks {
  riskMatrix: RiskMatrix
  playbook: Playbook
  areas: Area[]
}

/** The default rules, checked. @throws ZodError naming the rule and the field that is wrong. */
export const loadPlaybooks = (): Playbooks => ({
  riskMatrix: RiskMatrix.parse(riskMatrix),
  playbook: Playbook.parse(playbook),
  areas: ResponsibilityAreas.parse(areas).areas,
})
