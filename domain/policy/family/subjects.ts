import { plainName } from '../checks/verdict.ts'
import type { PolicyTerm } from '../policy-term.ts'

/** What a term is about, narrower than its type: two terms on one subject say the same or contradict each other. */

/** Fields of the value that part a type into subjects. */
const fields: Record<string, string[]> = {
  liability_cap: ['party', 'appliesTo'],
  damages_exclusion: ['party'],
  warranty: ['kind'],
  limitation_period: ['party'],
  data_retention: ['object'],
  human_review_duty: ['party'],
  audit_right: ['kind'],
  incident_notice: ['by', 'trigger'],
  termination_for_convenience: ['by'],
  termination_for_cause: ['by'],
  suspension: ['by'],
  price_change: ['when'],
  unilateral_change: ['by'],
  assignment: ['party'],
}

/** Terms of these types add up over the papers: none gives way. */
const additive = new Set([
  'liability_uncapped',
  'indemnity',
  'insurance',
  'acceptable_use',
  'output_ownership',
  'liquidated_damages',
  'security_assurance',
  'incident_cooperation',
  'post_termination',
])

/** What each paper says of itself alone. */
const own = new Set([
  'parties',
  'agreement_date',
  'effective_date',
  'initial_term',
  'expiration',
  'order_of_precedence',
])

export const addsUp = (type: string): boolean => additive.has(type)
export const isOfPaperAlone = (type: string): boolean => own.has(type)

/** @returns a key, equal for terms on one subject, and the subject in words: "liability cap, vendor, data breach" */
export function subjectOf({ type, value }: Pick<PolicyTerm, 'type' | 'value'>): {
  key: string
  words: string
} {
  const parts = (fields[type] ?? []).map((field) => String(value[field] ?? ''))
  return {
    key: [type, ...parts].join(' '),
    words: [type, ...parts.filter((part) => part && part !== 'unknown')].map(plainName).join(', '),
  }
}
