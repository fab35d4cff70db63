import type { Candidate } from '../terms/term.ts'
import learned from './weights/calibration.json' with { type: 'json' }

/** By term type and kind of rule: slope and shift of the score's log odds. */
export type Calibration = Record<string, Record<string, [slope: number, shift: number]>>

const table: Record<string, Record<string, number[] | undefined> | undefined> = learned

/** Whether the classifier or a pattern decided: they are right differently often at the same score. */
export const ruleKind = (rule: string): 'classifier' | 'pattern' =>
  rule === 'classifier' ? 'classifier' : 'pattern'

/**
 * How likely the reading is right, 0.02..0.98: learned from how often readings with such a score were right on contracts
 * with lawyers' labels that the classifier had not seen. A type without labels keeps its reader's own score.
 */
export function calibrated(type: string, { score, rule }: Candidate<unknown>): number {
  const inside = Math.min(0.98, Math.max(0.02, score))
  const own = table[type]
  const [slope = 1, shift = 0] = own?.[ruleKind(rule)] ?? own?.classifier ?? own?.pattern ?? []
  const likely = 1 / (1 + Math.exp(-(slope * Math.log(inside / (1 - inside)) + shift)))
  return Math.round(Math.min(0.98, Math.max(0.02, likely)) * 1000) / 1000
}
