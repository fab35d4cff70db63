import type { FileChild } from 'docx'
import { type PolicyTerm, whereOf } from '#domain/policy/policy-term.ts'
import { confirmedBy, unconfirmed } from '../confirmed.ts'
import { heading, lead, paragraph } from './parts.ts'

/** Longer quotes are cut at a word; the agreement has the rest. */
const LONGEST = 900

export function quoteOf(term: PolicyTerm): string {
  const words = (term.citations[0]?.quote ?? '').replace(/\s+/g, ' ').trim()
  if (words.length <= LONGEST) return `“${words}”`
  return `“${words.slice(0, LONGEST).replace(/\s\S*$/, '')} …”`
}

/** The clauses that a document cites, numbered from 1 in the order in which they are first named. */
export function citedClauses() {
  const cited = new Map<string, PolicyTerm>()
  const keyOf = (term: PolicyTerm) =>
    `${term.agreement.id} ${term.citations[0]?.start} ${term.citations[0]?.end}`
  return {
    /** "Northwind MSA, clause 9.2, page 3 [1]" */
    refer(term: PolicyTerm): string {
      const key = keyOf(term)
      if (!cited.has(key)) cited.set(key, term)
      return `${whereOf(term)} [${[...cited.keys()].indexOf(key) + 1}]${unconfirmed(term)}`
    },
    /** The appendix with their words; [] when nothing was cited. */
    appendix(): FileChild[] {
      if (cited.size === 0) return []
      return [
        heading('Appendix: the clauses cited'),
        ...[...cited.values()].flatMap((term, i) => [
          lead(`[${i + 1}] ${whereOf(term)}. ${confirmedBy(term)}`),
          paragraph(quoteOf(term)),
        ]),
      ]
    },
  }
}
