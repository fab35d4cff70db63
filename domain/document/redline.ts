import { diffWordsWithSpace } from 'diff'
import { clauseTree } from './clauses.ts'
import type { Document } from './document.ts'

/** Two papers clause by clause: what is the same, changed, moved, new and gone. */

export interface RedlinePart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

export interface RedlineClause {
  state: 'same' | 'changed' | 'added' | 'removed'
  /** Stands elsewhere among the clauses than before. */
  moved: boolean
  /** As printed; null where the clause is not in that paper. */
  from: { number: string | null; heading: string } | null
  to: { number: string | null; heading: string } | null
  parts: RedlinePart[]
}

interface Piece {
  number: string | null
  heading: string
  text: string
  words: Set<string>
}

/** How much of their words two clauses must share to be one clause that changed, 0..1. */
const ALIKE = 0.5

/** Every clause of both papers: in the order of the new one, those that are gone after the clause they followed. */
export function redline(before: Document, after: Document): RedlineClause[] {
  const [old, now] = [piecesOf(before), piecesOf(after)]
  const partner = aligned(old, now)
  const kept = inOrder(partner)
  const goneAfter = new Map<number, number[]>()
  let last = -1
  const twinOf = new Map([...partner].map(([to, from]) => [from, to]))
  for (const [i] of old.entries()) {
    const twin = twinOf.get(i)
    if (twin !== undefined) last = twin
    else goneAfter.set(last, [...(goneAfter.get(last) ?? []), i])
  }
  const gone = (at: number) => (goneAfter.get(at) ?? []).map((i) => clauseOf(old[i], undefined, false))
  return [
    ...gone(-1),
    ...now.flatMap((piece, i) => {
      const from = partner.get(i)
      const moved = from !== undefined && !kept.has(i)
      return [clauseOf(from === undefined ? undefined : old[from], piece, moved), ...gone(i)]
    }),
  ].filter((clause) => clause !== null)
}

function clauseOf(from: Piece | undefined, to: Piece | undefined, moved: boolean): RedlineClause | null {
  const head = (piece: Piece | undefined) => piece && { number: piece.number, heading: piece.heading }
  if (from && to) {
    const parts =
      from.text === to.text ? [{ kind: 'same' as const, text: to.text }] : wordsOf(from.text, to.text)
    const state = parts.every((part) => part.kind === 'same') ? 'same' : 'changed'
    return { state, moved, from: head(from) ?? null, to: head(to) ?? null, parts }
  }
  if (to)
    return {
      state: 'added',
      moved,
      from: null,
      to: head(to) ?? null,
      parts: [{ kind: 'added', text: to.text }],
    }
  if (from)
    return {
      state: 'removed',
      moved,
      from: head(from) ?? null,
      to: null,
      parts: [{ kind: 'removed', text: from.text }],
    }
  return null
}

const wordsOf = (from: string, to: string): RedlinePart[] =>
  diffWordsWithSpace(from, to).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))

/** The clauses with their own words, without those of the clauses below them; what stands before the first is one too. */
function piecesOf(document: Document): Piece[] {
  const { clauses } = clauseTree(document)
  const edges = clauses.map((clause) => clause.start)
  const piece = (number: string | null, heading: string, start: number, end: number): Piece[] => {
    const printed = document.text.slice(start, end).replace(/\s+/g, ' ').trim()
    // A clause that was only numbered anew says the same.
    const text =
      number && printed.startsWith(number) ? printed.slice(number.length).replace(/^[.):\s]+/, '') : printed
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    return words.size > 0 ? [{ number, heading, text, words }] : []
  }
  return [
    ...piece(null, '', 0, edges[0] ?? document.text.length),
    ...clauses.flatMap((clause, i) =>
      piece(clause.number, clause.heading, clause.start, edges[i + 1] ?? document.text.length),
    ),
  ]
}

/** New clause to old clause: the same words first, then the same number and heading, then the most alike. */
function aligned(old: Piece[], now: Piece[]): Map<number, number> {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (fits: (a: Piece, b: Piece) => boolean) => {
    for (const [i, piece] of now.entries()) {
      if (partner.has(i)) continue
      const options = old.flatMap((other, j) => (!taken.has(j) && fits(other, piece) ? [j] : []))
      const nearest = options.sort((a, b) => Math.abs(a - i) - Math.abs(b - i))[0]
      if (nearest === undefined) continue
      partner.set(i, nearest)
      taken.add(nearest)
    }
  }
  pair((a, b) => a.text === b.text)
  pair(
    (a, b) =>
      a.number === b.number && a.heading !== '' && a.heading.toLowerCase() === b.heading.toLowerCase(),
  )
  pair((a, b) => a.number !== null && a.number === b.number && alike(a, b) >= ALIKE)
  const candidates = now.flatMap((piece, i) =>
    partner.has(i)
      ? []
      : old.flatMap((other, j) => {
          const score = taken.has(j) ? 0 : alike(other, piece)
          return score >= ALIKE ? [{ i, j, score }] : []
        }),
  )
  for (const { i, j } of candidates.sort((a, b) => b.score - a.score)) {
    if (partner.has(i) || taken.has(j)) continue
    partner.set(i, j)
    taken.add(j)
  }
  return partner
}

/** Words shared, as a part of the words of both. */
function alike(a: Piece, b: Piece): number {
  const [small, large] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words]
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return (2 * shared) / (a.words.size + b.words.size)
}

/** The new clauses whose partners stand in the same order: the longest such run; the others have moved. */
function inOrder(partner: Map<number, number>): Set<number> {
  const pairs = [...partner].sort((a, b) => a[0] - b[0])
  const best = pairs.map(() => 1)
  const previous = pairs.map(() => -1)
  for (const [i, [, from]] of pairs.entries())
    for (let j = 0; j < i; j++) {
      const earlier = pairs[j]
      if (earlier && earlier[1] < from && (best[j] ?? 0) + 1 > (best[i] ?? 0)) {
        best[i] = (best[j] ?? 0) + 1
        previous[i] = j
      }
    }
  const kept = new Set<number>()
  for (let at = best.indexOf(Math.max(...best)); at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair) kept.add(pair[0])
  }
  return kept
}
