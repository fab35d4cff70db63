import type { Comparison, Standing } from '#domain/policy/compare.ts'
import type { Logo } from './docx/report.ts'

/** What the comparison is written from, as Excel and as Word. */
export interface ComparisonModel {
  organisation: string
  comparison: Comparison
  /** What is supposed and signed by nobody: "Corvane: a general cap of 3× the year’s fees". */
  whatIfs: string[]
  /** ISO date. */
  preparedOn: string
  locale?: string
  /** For Word. */
  logo?: Logo
}

/** Said in words, so that nothing hangs on a colour. */
export const standingWords: Record<Standing, string> = {
  better: 'Better',
  meets: 'Meets',
  unsure: 'Look',
  short: 'Short',
  missing: 'Missing',
  not_asked: 'Not asked',
}

export const groupTitles = {
  liability: 'Liability',
  data: 'Data and AI',
  oversight: 'Oversight',
  time: 'Time, change and exit',
} as const
