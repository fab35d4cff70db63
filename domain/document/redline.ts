import { diffWordsWithSpace } from 'diff'
import { inOrder, pairs } from './clause-pairs.ts'
import { type ClausePiece, clausePieces, isHeading, type Said, sameHeading } from './clause-pieces.ts'
import type { Document } from './document.ts'

/** Two papers clause by clause: what is the same, changed, moved, new and gone. */

export interface RedlinePart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

export interface RedlineClause {
  /** Rewritten: it answers to the other, and shares too few words to mark them one by one; its parts are the two texts. */
  state: 'same' | 'changed' | 'rewritten' | 'added' | 'removed'
  /** Stands elsewhere among the clauses than before. */
  moved: boolean
  /** As printed; null where the clause is not in that paper. */
  from: { number: string | null; heading: string } | null
  to: { number: string | null; heading: string } | null
  parts: RedlinePart[]
}

/** Below this part of the longer text left as it was, marking words one by one can't be read any more. */
const READABLE = 0.5

/**
 * Every clause of both papers: in the order of the new one, those that are gone after the clause they followed.
 * @param said terms read in the papers: clauses that speak of one subject answer to each other, in other words too
 */
export function redline(
  before: Document,
  after: Document,
  said: { before: readonly Said[]; after: readonly Said[] } = { before: [], after: [] },
): RedlineClause[] {
  const [old, now] = [clausePieces(before, said.before), clausePieces(after, said.after)]
  const partner = pairs(old, now)
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

const headOf = (piece: ClausePiece | undefined) =>
  piece ? { number: piece.number, heading: piece.heading } : null

function clauseOf(
  from: ClausePiece | undefined,
  to: ClausePiece | undefined,
  moved: boolean,
): RedlineClause | null {
  const ends = { moved, from: headOf(from), to: headOf(to) }
  if (from && to) return { ...ends, ...between(from, to) }
  if (to) return { ...ends, state: 'added', parts: [{ kind: 'added', text: to.text }] }
  if (from) return { ...ends, state: 'removed', parts: [{ kind: 'removed', text: from.text }] }
  return null
}

function between(from: ClausePiece, to: ClausePiece): Pick<RedlineClause, 'state' | 'parts'> {
  if (from.text === to.text || (isHeading(from) && isHeading(to) && sameHeading(from, to)))
    return { state: 'same', parts: [{ kind: 'same', text: to.text }] }
  const parts = wordsOf(from.text, to.text)
  const same = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0)
  if (same >= READABLE * Math.max(from.text.length, to.text.length)) return { state: 'changed', parts }
  return {
    state: 'rewritten',
    parts: [
      { kind: 'removed', text: from.text },
      { kind: 'added', text: to.text },
    ],
  }
}

const wordsOf = (from: string, to: string): RedlinePart[] =>
  diffWordsWithSpace(from, to).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
