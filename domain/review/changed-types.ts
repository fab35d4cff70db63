import { groupBy, isEqual, sortBy } from 'es-toolkit'
import type { Term } from '../terms/term.ts'

type Read = Pick<Term, 'type' | 'value' | 'citations' | 'confidence'>

/** Types of which one reading says something else than another of the same file: value, words or confidence. */
export function changedTypes(before: readonly Read[], after: readonly Read[]): string[] {
  const [old, fresh] = [groupBy(before, (term) => term.type), groupBy(after, (term) => term.type)]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter(
    (type) => !isEqual(said(old[type]), said(fresh[type])),
  )
}

const said = (terms: readonly Read[] = []) =>
  sortBy(
    terms.map(({ value, citations, confidence }) => asStored({ value, citations, confidence })),
    [({ citations }) => citations[0]?.start ?? 0, ({ value }) => JSON.stringify(value)],
  )

/** As it comes back from a database: without fields that are undefined. */
export const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value))
