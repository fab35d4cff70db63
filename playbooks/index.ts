import { Policy } from '#domain/policy/policy.ts'
import checklists from './checklists.json' with { type: 'json' }
import controls from './controls.json' with { type: 'json' }
import logging from './logging.json' with { type: 'json' }
import playbook from './playbook.json' with { type: 'json' }
import areas from './responsibility-areas.json' with { type: 'json' }
import riskMatrix from './risk-matrix.json' with { type: 'json' }

/** The rules in force. */
export type Playbooks = Policy

/** The default rules, checked. @throws ZodError naming the rule and the field that is wrong. */
export const loadPlaybooks = (): Playbooks =>
  Policy.parse({
    riskMatrix,
    playbook,
    areas: areas.areas,
    governance: { controls, logging, checklists },
  })
