import { ControlRules } from '#domain/governance/controls.ts'
import controls from './controls.json' with { type: 'json' }

/** The rules of what we control ourselves, as data. @throws ZodError naming the rule and the field that is wrong. */
export const controlRules: ControlRules = ControlRules.parse(controls)
