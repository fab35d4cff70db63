import { z } from 'zod'

export const RetentionPolicy = z.object({
  months: z.coerce
    .number('Give a number of months.')
    .int('Give a whole number of months.')
    .min(1, 'Keep ended agreements for at least one month.')
    .max(1200, 'That is more than a hundred years.'),
  automatic: z.boolean(),
})
export type RetentionPolicy = z.infer<typeof RetentionPolicy>

export const HoldInput = z.object({
  subject: z.enum(['agreement', 'vendor']),
  subjectId: z.string().min(1, 'Choose what is held.'),
  reason: z.string().trim().min(1, 'Say why it must be kept.').max(500),
})
export type HoldInput = z.infer<typeof HoldInput>

/** First day on which an agreement that ended on a day may go. @param endedOn ISO date */
export function dueOn(endedOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = endedOn.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10)
}
