import { type Severity, severities, severityIfMissing } from '../policy/assess.ts'
import type { Playbook } from '../policy/playbook.ts'
import { type RiskClass, riskClassTitles, type TermReviewPolicy } from '../policy/risk.ts'

/** What counts as reviewed for a class, and what is still to do. */

/** A term, as far as its review goes. */
export interface Reviewable {
  type: string
  review: string
  confidence: number
  /** Who stands behind it. */
  people: readonly string[]
}

/** What hangs on each term type for a class: the gravest severity of the rules that look at it. Types that no rule uses are left out. */
export function stakesOf(playbook: Playbook, riskClass: RiskClass): Map<string, Severity> {
  const stakes = new Map<string, Severity>()
  for (const rule of playbook.rules) {
    const severity = severityIfMissing(rule, riskClass)
    if (!severity) continue
    for (const type of rule.termTypes) {
      const known = stakes.get(type)
      if (!known || severities.indexOf(severity) < severities.indexOf(known)) stakes.set(type, severity)
    }
  }
  return stakes
}

/** How many more people a term needs before it counts as reviewed for the class: 0, 1 or 2. */
export function peopleNeeded(
  term: Reviewable,
  riskClass: RiskClass,
  policy: TermReviewPolicy,
  stakes: ReadonlyMap<string, Severity>,
): number {
  if (!stakes.has(term.type)) return 0
  const asked = policy.people[riskClass]
  if (asked > 0) return Math.max(0, asked - term.people.length)
  return term.review === 'unreviewed' && term.confidence < policy.relyFrom ? 1 : 0
}

export interface ReviewState {
  state: 'reviewed' | 'needs'
  /** Terms that the class's rules use. */
  used: number
  /** Of these: nobody has decided on them, and the class wants it. */
  first: number
  /** Of these: one person has, and the class wants a second. */
  second: number
  /** "7 of 12 terms to confirm, 3 by a second person (High)". No final full stop. */
  words: string
}

/** Where the review of these terms stands, for a class. Rejected terms count too: throwing out is a decision like others. */
export function reviewState(
  terms: readonly Reviewable[],
  riskClass: RiskClass,
  policy: TermReviewPolicy,
  stakes: ReadonlyMap<string, Severity>,
): ReviewState {
  const used = terms.filter((term) => stakes.has(term.type))
  const open = used.filter((term) => peopleNeeded(term, riskClass, policy, stakes) > 0)
  const first = open.filter((term) => term.people.length === 0).length
  const second = open.length - first
  const todo = [
    first > 0 && `${first} of ${used.length} terms to confirm`,
    second > 0 && `${second} ${first > 0 ? '' : `of ${used.length} terms `}waiting for a second person`,
  ].filter(Boolean)
  const kind = riskClassTitles[riskClass]
  return {
    state: open.length > 0 ? 'needs' : 'reviewed',
    used: used.length,
    first,
    second,
    words: open.length > 0 ? `${todo.join(', ')} (${kind})` : `Reviewed for ${kind}`,
  }
}

const weights: Record<Severity, number> = { critical: 8, high: 4, medium: 2, low: 1 }

/**
 * The order of the queue, the most urgent first by the greater number: what hangs on the term times the doubt. What one
 * person has confirmed is in less doubt than what nobody has looked at.
 */
export function urgency(term: Reviewable, stake: Severity | undefined): number {
  const doubt = Math.max(0.02, 1 - term.confidence) * (term.people.length > 0 ? 0.25 : 1)
  return (stake ? weights[stake] : 0.25) * doubt
}
