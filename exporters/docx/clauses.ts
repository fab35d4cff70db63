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

/** How a document speaks of clauses. */
export interface ClauseWords {
  appendix: string
  /** "Northwind MSA, clause 9.2, page 3" */
  where(term: PolicyTerm): string
  /** Who stands behind it: "Confirmed by Lee Okafor", or with ○ that nobody does. */
  confirmation(term: PolicyTerm): string
}

export const englishClauses: ClauseWords = {
  appendix: 'Appendix: the clauses cited',
  where: whereOf,
  confirmation: confirmedBy,
}

export type CitedClauses = ReturnType<typeof citedClauses>

/** The clauses that a document cites, numbered from 1 in the order in which they are first named. */
export function citedClauses(words: ClauseWords = englishClauses) {
  const cited = new Map<string, PolicyTerm>()
  const keyOf = (term: PolicyTerm) =>
    `${term.agreement.id} ${term.citations[0]?.start} ${term.citations[0]?.end}`
  return {
    /** "Northwind MSA, clause 9.2, page 3 [1]" */
    refer(term: PolicyTerm): string {
      const key = keyOf(term)
      if (!cited.has(key)) cited.set(key, term)
      return `${words.where(term)} [${[...cited.keys()].indexOf(key) + 1}]${unconfirmed(term)}`
    },
    /** The appendix with their words; [] when nothing was cited. */
    appendix(): FileChild[] {
      if (cited.size === 0) return []
      return [
        heading(words.appendix),
        ...[...cited.values()].flatMap((term, i) => [
          lead(`[${i + 1}] ${words.where(term)}. ${words.confirmation(term)}`),
          paragraph(quoteOf(term)),
        ]),
      ]
    },
  }
}
