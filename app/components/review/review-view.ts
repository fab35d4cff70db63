import type { DecisionKind } from '#domain/review/decision.ts'
import type { BenchTerm } from '../agreement-view.ts'
import type { TermForm } from './term-form.ts'

/** What the workbench is given of people's decisions, in words made by the services. */

export interface DecisionView {
  id: string
  kind: DecisionKind
  by: string
  at: string
  reason: string | null
  /** The value that stood by it. */
  plain: string | null
  beforePlain: string | null
}

export interface DifferenceView {
  id: string
  type: string
  title: string
  source: 'reading' | 'spot_check'
  /** What the other reading says; null when it does not find the term. */
  plain: string | null
  quote: string | null
  note: string | null
  raisedBy: string
  raisedAt: string
}

export interface CommentView {
  id: string
  body: string
  by: string
  at: string
}

/** The term in hand, beside what the list knows of it. */
export interface InHand extends TermForm {
  id: string
  describes: string
  differences: DifferenceView[]
  /** The newest first. */
  history: DecisionView[]
  comments: CommentView[]
}

/** What the server says to a decision. */
export type Answer =
  /** `left`: titles of what was to be decided too, and on which somebody else decided first. */
  | { ok: true; left?: string[] }
  | { ok: false; errors: Record<string, string> }
  /** What others decided since this person looked, the newest last. */
  | { ok: false; since: DecisionView[]; version: number }

/** A term that waits for a person, as the queue lists it. */
export interface QueueItem
  extends Pick<
    BenchTerm,
    'id' | 'title' | 'plain' | 'confidence' | 'stake' | 'differs' | 'review' | 'people' | 'version'
  > {
  /** Title of its agreement. */
  agreement: string
  quote: string
  /** "Clause 9.2, page 7". */
  where: string
  /** Address of the term in its paper. */
  href: string
}

/** "Clause 9.2, page 7" */
export const placeWords = ({ clause, page }: { clause: string | null; page: number }) =>
  clause ? `Clause ${clause}, page ${page}` : `Page ${page}`

const verbs: Record<DecisionKind, string> = {
  confirmed: 'confirmed it',
  corrected: 'corrected it',
  rejected: 'rejected it',
  added: 'added it',
  absent: 'looked and did not find it',
  undone: 'took the last decision back',
}

/** "corrected it to 30 days". */
export function decisionWords({ kind, plain, reason }: DecisionView): string {
  const value = kind === 'corrected' && plain ? ` to ${plain}` : ''
  return `${verbs[kind]}${value}${reason ? `: ${reason}` : ''}`
}
