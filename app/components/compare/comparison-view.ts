import type { ComparedRow, Comparison } from '#domain/policy/compare.ts'

/** A reading as the screen shows it: words, the clause, and its address (null when it is only supposed). */
export interface ReadingView {
  words: string
  quote: string
  where: string
  href: string | null
}

export type ComparisonView = Omit<Comparison, 'rows'> & {
  rows: (Omit<ComparedRow, 'cells'> & { cells: ReadingView[][] })[]
}
