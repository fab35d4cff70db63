import { z } from 'zod'

/** May a deployment launch, or go on? Every reason against it, and no other answer. */

export const GateReason = z.object({
  /** The check that is not passed: "contract", "class", "stopped". */
  check: z.string(),
  why: z.string(),
  /** Where it can be put right. */
  href: z.string().optional(),
})
export type GateReason = z.infer<typeof GateReason>

export const Gate = z.object({
  pass: z.boolean(),
  reasons: z.array(GateReason),
  /** What would stand against it, had nobody taken the risk for a time: who, and until when. */
  accepted: z.array(GateReason),
})
export type Gate = z.infer<typeof Gate>

/** It passes when nothing speaks against it. */
export const gateOf = (reasons: GateReason[], accepted: GateReason[] = []): Gate => ({
  pass: reasons.length === 0,
  reasons,
  accepted,
})
