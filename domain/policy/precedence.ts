import type { PolicyAgreement, PolicyTerm } from './policy-term.ts'

/**
 * Which of several papers governs, as families of agreements are usually ordered: the special paper for its own
 * subject (the data processing agreement for personal data, the service level agreement for service levels), then what
 * was agreed later and closer to the deal (amendment, addendum, order form) over the master agreement, and that over
 * the vendor's standing terms. Of two of the same kind the one signed later.
 */

export const subjectPaper: Record<string, string> = {
  training_use: 'dpa',
  data_retention: 'dpa',
  data_deletion: 'dpa',
  data_location: 'dpa',
  subprocessors: 'dpa',
  incident_notice: 'dpa',
  incident_cooperation: 'dpa',
  service_level: 'sla',
  acceptable_use: 'aup',
}

/** First governs. */
const kindOrder = [
  'amendment',
  'ai_addendum',
  'order_form',
  'sla',
  'dpa',
  'msa',
  'nda',
  'other',
  'terms_of_service',
  'aup',
]

/** As families are usually ordered, subjects aside; the lowest governs. */
export const usualRank = ({ kind }: Pick<PolicyAgreement, 'kind'>): number => {
  const rank = kindOrder.indexOf(kind)
  return rank < 0 ? kindOrder.indexOf('other') : rank
}

const rankOf = (agreement: PolicyAgreement, termType: string) =>
  agreement.kind === subjectPaper[termType] ? -1 : usualRank(agreement)

/**
 * Below zero when the paper `a` goes before `b` on the subject of a term type; zero when neither does. What the papers of a
 * family or a person say about their order goes before what is usual.
 */
export function comparePapers(a: PolicyAgreement, b: PolicyAgreement, termType: string): number {
  const [own, other] = [a.precedence, b.precedence]
  if (own && other && own.family === other.family) {
    const first = Number(other.firstFor.includes(termType)) - Number(own.firstFor.includes(termType))
    return first || own.rank - other.rank
  }
  const byKind = rankOf(a, termType) - rankOf(b, termType)
  if (byKind !== 0 || a.id === b.id) return byKind
  return (b.signedOn ?? '').localeCompare(a.signedOn ?? '')
}

export interface Governing {
  /** The terms of the paper or papers that go before all others; more than one paper only where none goes first. */
  terms: PolicyTerm[]
  /** The terms that give way. */
  others: PolicyTerm[]
}

/** Splits terms on one subject (`termType`) into those that govern and those that give way. */
export function governing(terms: PolicyTerm[], termType: string): Governing {
  const sorted = [...terms].sort(
    (a, b) => comparePapers(a.agreement, b.agreement, termType) || b.confidence - a.confidence,
  )
  const first = sorted[0]
  if (!first) return { terms: [], others: [] }
  const governs = (term: PolicyTerm) => comparePapers(first.agreement, term.agreement, termType) === 0
  return { terms: sorted.filter(governs), others: sorted.filter((term) => !governs(term)) }
}
