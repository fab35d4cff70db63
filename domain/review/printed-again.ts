import type { Term } from '../terms/term.ts'

/** A paper that prints a clause twice is read twice there; people look at it once. */

/** What tells two readings of the same words from two readings of different words. */
export interface Printed extends Pick<Term, 'type' | 'value' | 'citations'> {
  review: string
  people: readonly string[]
}

/** A term with its other printings: the same value from the same words under the same clause number, decided alike. */
export interface PrintedOnce<T extends Printed> {
  term: T
  again: T[]
}

/** Terms with their other printings folded in, in the order given. */
export function printedOnce<T extends Printed>(terms: readonly T[]): PrintedOnce<T>[] {
  const folded = new Map<string, PrintedOnce<T>>()
  for (const term of terms) {
    const known = folded.get(keyOf(term))
    if (known) known.again.push(term)
    else folded.set(keyOf(term), { term, again: [] })
  }
  return [...folded.values()]
}

const keyOf = ({ type, value, citations, review, people }: Printed): string =>
  JSON.stringify([
    type,
    value,
    citations.map(({ clause, quote }) => [clause, quote.replace(/\s+/g, ' ')]),
    review,
    people,
  ])
