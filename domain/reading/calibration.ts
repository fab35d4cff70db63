import type { Candidate } from '../terms/term.ts'

/**
 * Confidence from a reader's own score. Until a type has a table learned on held-back contracts, the score stands as it
 * is, kept off the ends: nothing is certain.
 */
export function calibrated(_type: string, { score }: Candidate<unknown>): number {
  return Math.round(Math.min(0.98, Math.max(0.02, score)) * 1000) / 1000
}
