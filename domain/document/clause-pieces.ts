import { clauseTree } from './clauses.ts'
import type { Document } from './document.ts'

/** A clause with its own words, without those of the clauses below it. */
export interface ClausePiece {
  number: string | null
  heading: string
  text: string
  words: Set<string>
  /** What the terms read in it are about. */
  subjects: Set<string>
}

/** Letters and digits alone: "Confidentiality." and "CONFIDENTIALITY" are one heading. */
const bare = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const sameHeading = (a: ClausePiece, b: ClausePiece): boolean =>
  a.heading !== '' && bare(a.heading) === bare(b.heading)

/** A heading with nothing below it but clauses of their own. */
export const isHeading = ({ heading, text }: ClausePiece): boolean =>
  heading !== '' && bare(text) === bare(heading)

/** Where a term was read in a paper, and what it is about. */
export interface Said {
  /** Offset into the paper's text. */
  start: number
  subject: string
}

/** All clauses in the order of the paper; what stands before the first is one too. */
export function clausePieces(document: Document, said: readonly Said[] = []): ClausePiece[] {
  const { clauses } = clauseTree(document)
  const edges = clauses.map((clause) => clause.start)
  const piece = (number: string | null, heading: string, start: number, end: number): ClausePiece[] => {
    const printed = document.text.slice(start, end).replace(/\s+/g, ' ').trim()
    // A clause that was only numbered anew says the same.
    const text =
      number && printed.startsWith(number) ? printed.slice(number.length).replace(/^[.):\s]+/, '') : printed
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    const within = said.filter((term) => term.start >= start && term.start < end)
    const subjects = new Set(within.map(({ subject }) => subject))
    return words.size > 0 ? [{ number, heading, text, words, subjects }] : []
  }
  return [
    ...piece(null, '', 0, edges[0] ?? document.text.length),
    ...clauses.flatMap((clause, i) =>
      piece(clause.number, clause.heading, clause.start, edges[i + 1] ?? document.text.length),
    ),
  ]
}
