import type { Allocation } from '#domain/policy/areas.ts'
import type { ClauseWords } from '../docx/clauses.ts'
import type { HeadWords } from '../docx/opening.ts'

/** What the newest version of a matrix is: null when none was kept. */
export type VersionState = {
  number: number
  /** The matrix changed since it was kept. */
  changed: boolean
  /** ISO moment and address. */
  signed: { by: string; at: string } | null
} | null

/** How many areas each side carries. */
export type Carried = Record<Allocation, number>

/** Everything that a responsibility matrix says by itself, in one language. */
export interface MatrixWords extends ClauseWords {
  /** The reader's own locale where it is of this language. */
  locale(asked?: string): string
  title: string
  deployment: string
  head: HeadWords
  area: string
  vendor: string
  customer: string
  sharedOrNobody: string
  carriedBy: string
  clause: string
  note: string
  sides: Record<Allocation, string>
  saysNothing: string
  whoCarries: string
  nobodyCarries(areas: number): string
  summary(carried: Carried): string
  moreClauses(count: number): string
  decidedBy(who: string): string
  doubtful: string
  version(state: VersionState): string
  notAdvice: string
  pages: [string, string]
}
