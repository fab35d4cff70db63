import { isEqual } from 'es-toolkit'
import { inForce, type PolicyTerm } from '../policy-term.ts'
import { governing } from '../precedence.ts'
import type { FamilyOrder } from './order.ts'
import { addsUp, isOfPaperAlone, subjectOf } from './subjects.ts'

/** What holds in a family on a subject, and how that came out. */
export interface EffectiveTerm {
  type: string
  /** "incident notice, vendor" */
  subject: string
  /** What holds; several where they add up or one paper says it in parts. */
  terms: PolicyTerm[]
  /** What gives way. */
  yields: PolicyTerm[]
  /** A sentence each: "DPA, clause 8, prevails over MSA, clause 12, for incident notice: …". */
  trace: string[]
}

/** Papers of equal rank that say different things: precedence does not settle it. */
export interface FamilyConflict {
  subject: string
  terms: PolicyTerm[]
  why: string
}

export interface EffectiveTerms {
  effective: EffectiveTerm[]
  conflicts: FamilyConflict[]
}

/**
 * What holds on a date in one family. Papers that take effect later don't count yet, so an amendment changes the terms from
 * its effective date on.
 * @param terms of the family's papers, each with its paper's precedence
 * @param date ISO date
 */
export function effectiveTerms(terms: PolicyTerm[], order: FamilyOrder, date: string): EffectiveTerms {
  const subjects = new Map<string, { words: string; terms: PolicyTerm[] }>()
  for (const term of terms) {
    if (term.review === 'rejected' || !inForce(term.agreement, date) || isOfPaperAlone(term.type)) continue
    const { key, words } = subjectOf(term)
    const subject = subjects.get(key) ?? { words, terms: [] }
    subject.terms.push(term)
    subjects.set(key, subject)
  }
  const effective: EffectiveTerm[] = []
  const conflicts: FamilyConflict[] = []
  for (const { words, terms: those } of subjects.values()) {
    const type = those[0]?.type ?? ''
    if (addsUp(type)) {
      effective.push({ type, subject: words, terms: those, yields: [], trace: [] })
      continue
    }
    const { terms: governs, others } = governing(those, type)
    const first = governs[0]
    if (!first) continue
    const trace = others.map(
      (other) =>
        `${shortPlace(first)} prevails over ${shortPlace(other)} for ${words}: ${reason(first, other, order)}.`,
    )
    effective.push({ type, subject: words, terms: governs, yields: others, trace })
    const rival = governs.find(
      (term) => term.agreement.id !== first.agreement.id && !isEqual(term.value, first.value),
    )
    if (rival)
      conflicts.push({
        subject: words,
        terms: governs,
        why: `${shortPlace(first)} and ${shortPlace(rival)} say different things about ${words}, and no order of precedence settles which prevails.`,
      })
  }
  return { effective, conflicts }
}

/** "Data Processing Agreement s.8" */
function shortPlace(term: PolicyTerm): string {
  const clause = term.citations[0]?.clause
  return clause ? `${term.agreement.title} s.${clause}` : term.agreement.title
}

function reason(first: PolicyTerm, other: PolicyTerm, order: FamilyOrder): string {
  const { confirmed, sources } = order
  const source = sources.find(({ papers, about }) => {
    if (about.length > 0 && !about.includes(first.type)) return false
    const above = papers.findIndex(({ ids }) => ids.includes(first.agreement.id))
    return above >= 0 && papers.slice(above + 1).some(({ ids }) => ids.includes(other.agreement.id))
  })
  if (confirmed)
    return source
      ? `so says ${shortPlace(source.term)}, confirmed by ${confirmed.by}`
      : `in the order that ${confirmed.by} confirmed`
  const said = source ? `so says ${shortPlace(source.term)}` : 'as papers of these kinds usually stand'
  return `${said}; nobody has confirmed the order yet`
}
