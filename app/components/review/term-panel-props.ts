import type { BenchTerm } from '../agreement-view.ts'
import type { GapView, RuleView } from '../policy-view.ts'
import type { InHand } from './review-view.ts'
import type { Decide } from './use-decide.ts'

/** What the panel of a term is given. */
export interface TermPanelProps {
  /** Address of the agreement. */
  base: string
  term: BenchTerm
  /** Absent while it is fetched. */
  inHand?: InHand
  rules: RuleView[]
  gaps: GapView[]
  review: Decide
  me: string
  mayReview: boolean
  mayComment: boolean
  /** Addresses of its neighbours in the list. */
  previous?: string
  next?: string
  /** The next that waits for this person; where a decision leads on to. */
  nextOpen?: string
}
