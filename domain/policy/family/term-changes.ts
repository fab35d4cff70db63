import { isEqual } from 'es-toolkit'
import type { Term } from '../../terms/term.ts'
import { subjectOf } from './subjects.ts'

/** A subject on which two papers say different things; empty lists where one says nothing. */
export interface TermChange<T> {
  type: string
  /** "liability cap, vendor, general" */
  subject: string
  before: T[]
  after: T[]
}

/** What two readings say differently, by value: other words for the same value are no change. */
export function termChanges<T extends Pick<Term, 'type' | 'value'>>(
  before: T[],
  after: T[],
): TermChange<T>[] {
  const subjects = new Map<string, TermChange<T>>()
  const add = (terms: T[], side: 'before' | 'after') => {
    for (const term of terms) {
      const { key, words } = subjectOf(term)
      const change = subjects.get(key) ?? { type: term.type, subject: words, before: [], after: [] }
      change[side].push(term)
      subjects.set(key, change)
    }
  }
  add(before, 'before')
  add(after, 'after')
  const without = (terms: T[], others: T[]) =>
    terms.filter((term) => !others.some((other) => isEqual(term.value, other.value)))
  return [...subjects.values()]
    .map((change) => ({
      ...change,
      before: without(change.before, change.after),
      after: without(change.after, change.before),
    }))
    .filter((change) => change.before.length + change.after.length > 0)
}
