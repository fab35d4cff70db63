import type { PolicyTerm } from './policy-term.ts'

export type Severity = 'critical' | 'high' | 'medium' | 'low'

/** The gravest first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low']

/** A requirement that the papers don't meet, or don't meet for sure. */
export interface Gap {
  rule: string
  title: string
  severity: Severity
  /**
   * missing: nothing of the kind in what was read. short: found, not enough. conflict: clauses of equal rank disagree.
   * unsure: it can't be told, because of a doubtful reading, unknown fees or pages that could not be read.
   */
  state: 'missing' | 'short' | 'conflict' | 'unsure'
  required: string
  found: string
  why: string
  /** The clause that falls short; null when there is none. */
  term: PolicyTerm | null
  /** Contract language to ask for. */
  ask: string
  /** What to settle for. */
  fallback: string
  /** How it came out, a sentence each: the rule, the clauses, what gave way, what was taken for granted. */
  trace: string[]
}
