import { z } from 'zod'
import { Term } from '../terms/term.ts'

/** Where a paper stands among those of its relationship, as their own clauses or a person say. */
export const Precedence = z.object({
  /** Papers of different families have no order between them. */
  family: z.string(),
  /** The lowest goes first; equal ranks are not settled. */
  rank: z.int(),
  /** Types of terms for which it goes before every other paper. */
  firstFor: z.array(z.string()),
})
export type Precedence = z.infer<typeof Precedence>

/** The paper that a term stands in, as far as the policy needs to know it. */
export const PolicyAgreement = z.object({
  id: z.string(),
  title: z.string(),
  /** "msa", "dpa", "order_form" …; unknown kinds rank as "other". */
  kind: z.string(),
  slug: z.string().optional(),
  /** ISO date. */
  signedOn: z.string().nullish(),
  /** ISO date; from when it changes what holds. The day of signing when absent. */
  effectiveOn: z.string().nullish(),
  precedence: Precedence.optional(),
})
export type PolicyAgreement = z.infer<typeof PolicyAgreement>

/** A term with the paper it stands in and what people decided about it. */
export const PolicyTerm = Term.extend({
  id: z.string().optional(),
  agreement: PolicyAgreement,
  /** unreviewed, confirmed, corrected, added or rejected; a rejected term counts for nothing. */
  review: z.string(),
  /** E-mail addresses of those who stand behind it. */
  people: z.array(z.string()).optional(),
  /** Lasting part of its address in its paper. */
  slug: z.string().optional(),
})
export type PolicyTerm = z.infer<typeof PolicyTerm>

/** Below this a reading that nobody has confirmed is worth a look before anybody relies on it. */
export const SURE_ENOUGH = 0.6

/** True when a person has said so. */
export const isConfirmed = ({ review }: Pick<PolicyTerm, 'review'>): boolean =>
  review === 'confirmed' || review === 'corrected' || review === 'added'

/** True when a person has said so, or the reading is confident. */
export const isSure = (term: PolicyTerm): boolean => isConfirmed(term) || term.confidence >= SURE_ENOUGH

/** "Master Services Agreement, clause 9.2, page 7". */
export function whereOf(term: PolicyTerm): string {
  const citation = term.citations[0]
  const clause = citation?.clause ? `, clause ${citation.clause}` : ''
  return `${term.agreement.title}${clause}${citation ? `, page ${citation.page}` : ''}`
}

/** True once the paper counts: an amendment changes the terms from its effective date on. */
export function inForce({ effectiveOn, signedOn }: PolicyAgreement, date: string): boolean {
  const from = effectiveOn ?? signedOn
  return !from || from <= date
}
