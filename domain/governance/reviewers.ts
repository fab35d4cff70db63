import { z } from 'zod'
import { addMonths } from '../policy/calendar.ts'
import { plainDate } from '../quantities/date.ts'

/** What reviewers go by, and what answers are grounded in. */

const lines = z.array(z.string().trim().min(1)).max(40)

/** The reviewer playbook of a deployment; each list a line an entry. */
export const ReviewerPlaybook = z.object({
  allowed: lines,
  forbidden: lines,
  thresholds: lines,
  ambiguous: lines,
  handOver: lines,
})
export type ReviewerPlaybook = z.infer<typeof ReviewerPlaybook>

export const reviewerParts: Record<keyof ReviewerPlaybook, { title: string; help: string }> = {
  allowed: { title: 'May be said', help: '“We can look into a refund within thirty days of delivery.”' },
  forbidden: { title: 'May not be said', help: '“You will get your money back.” Promises are for people.' },
  thresholds: { title: 'Thresholds', help: 'Over 200, or for the third time in a month: a second reviewer.' },
  ambiguous: {
    title: 'Ambiguous cases',
    help: 'An order split over two deliveries: count from the last one.',
  },
  handOver: {
    title: 'Refuse and hand over',
    help: 'Injury, a lawyer, a regulator, a threat: to the duty manager.',
  },
}

export const SourceInput = z.object({
  title: z.string().trim().min(1, 'Name the source.').max(300),
  owner: z.string().trim().max(200),
  version: z.string().trim().min(1, 'Say which version is used.').max(100),
  reviewedOn: z.iso.date('Say when it was last reviewed.'),
  reviewMonths: z.coerce.number().int().min(1).max(60),
})
export type SourceInput = z.infer<typeof SourceInput>

export interface SourceState extends SourceInput {
  id: string
  deploymentId: string
  dueOn: string
  problems: string[]
}

/** Each source with what is wrong with it on a day. @param date ISO date */
export function sourceStates(
  sources: Omit<SourceState, 'dueOn' | 'problems'>[],
  date: string,
): SourceState[] {
  return sources.map((source) => {
    const dueOn = addMonths(source.reviewedOn, source.reviewMonths)
    return {
      ...source,
      dueOn,
      problems: [
        ...(dueOn < date ? [`Stale: its review was due on ${plainDate(dueOn)}.`] : []),
        ...(source.owner === '' ? ['Nobody owns it.'] : []),
      ],
    }
  })
}
