import { z } from 'zod'

/** What people do about a gap: who has it, by when, what was said, and whether its risk was accepted. */

export const GapStatus = z.enum(['open', 'negotiating', 'accepted', 'closed'])
export type GapStatus = z.infer<typeof GapStatus>

export const gapStatusTitles: Record<GapStatus, string> = {
  open: 'Open',
  negotiating: 'Negotiating',
  accepted: 'Accepted',
  closed: 'Closed',
}

/** A risk that somebody takes for a time. It holds once it is approved, or at once where no second person is needed. */
export const Acceptance = z.object({
  reason: z.string(),
  /** ISO date, the last day it holds. */
  until: z.string(),
  /** How grave the gap was when it was accepted. */
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  by: z.string(),
  at: z.string(),
  needsSecond: z.boolean(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
})
export type Acceptance = z.infer<typeof Acceptance>

export const AcceptanceInput = z.object({
  reason: z.string().trim().min(1, 'Say why the risk is taken: it stands in every report.').max(2000),
  until: z.iso.date('Write the last day it holds, as YYYY-MM-DD.'),
})
export type AcceptanceInput = z.infer<typeof AcceptanceInput>

export const GapWork = z.object({
  deploymentId: z.string(),
  rule: z.string(),
  status: GapStatus,
  owner: z.string().nullable(),
  /** ISO date. */
  dueOn: z.string().nullable(),
  acceptance: Acceptance.nullable(),
})
export type GapWork = z.infer<typeof GapWork>

/** What a form may change of several gaps at once; what is left empty stays as it is. */
export const GapAssignment = z.object({
  owner: z.string().trim().max(200).default(''),
  dueOn: z.union([z.literal(''), z.iso.date('Write the date as YYYY-MM-DD.')]).default(''),
  status: z.union([z.literal(''), z.enum(['open', 'negotiating'])]).default(''),
})
export type GapAssignment = z.infer<typeof GapAssignment>
