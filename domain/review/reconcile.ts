import { isEqual } from 'es-toolkit'
import type { StoredTerm } from '../register/agreement.ts'
import type { Term } from '../terms/term.ts'

/** A later reading of the same file against what people decided: nothing decided is overwritten, a difference is told. */

/** Where the new reading differs from what a person decided. */
export interface Difference {
  /** The decided term; null where a type was decided to be absent. */
  termId: string | null
  type: string
  /** What the new reading says; null when it no longer finds the term. */
  found: Term | null
}

export interface Reconciled {
  /** Proposals that no decided term covers. */
  insert: Term[]
  /** Decided terms that the reading found again: what was read and where is brought up to date, the decision stays. */
  update: { id: string; term: Term }[]
  differences: Difference[]
}

/**
 * @param decided terms of the file with at least one decision, those taken back included
 * @param fresh the new reading, in text order
 * @param absent types that a person looked for and found not to be there
 */
export function reconcile(
  decided: readonly StoredTerm[],
  fresh: readonly Term[],
  absent: readonly string[],
): Reconciled {
  const insert: Reconciled['insert'] = []
  const update: Reconciled['update'] = []
  const differences: Difference[] = []
  const open = new Set(decided)
  const match = new Map<Term, StoredTerm>()
  const pair = (fits: (known: StoredTerm, term: Term) => boolean) => {
    for (const term of fresh) {
      if (match.has(term)) continue
      const known = [...open].find((one) => one.type === term.type && overlaps(one, term) && fits(one, term))
      if (!known) continue
      match.set(term, known)
      open.delete(known)
    }
  }
  // One sentence may say several terms of a type: those that read the same as before find each other first.
  pair((known, term) => isEqual(known.read?.value ?? known.value, term.value))
  pair((known, term) => isEqual(known.value, term.value))
  pair(() => true)

  for (const term of fresh) {
    const known = match.get(term)
    if (known) {
      update.push({ id: known.id, term })
      if (differs(known, term)) differences.push({ termId: known.id, type: term.type, found: term })
    } else if (absent.includes(term.type)) differences.push({ termId: null, type: term.type, found: term })
    else insert.push(term)
  }

  for (const known of open)
    if (known.read && (known.review === 'confirmed' || known.review === 'corrected'))
      differences.push({ termId: known.id, type: known.type, found: null })
  return { insert, update, differences }
}

/** The new value is neither what the person decided nor what they decided against. */
const differs = (known: StoredTerm, term: Term) =>
  known.review !== 'unreviewed' &&
  !isEqual(known.read?.value, term.value) &&
  (known.review === 'rejected' || !isEqual(known.value, term.value))

const overlaps = (known: StoredTerm, term: Term) =>
  (known.read?.citations ?? known.citations).some((a) =>
    term.citations.some((b) => a.start < b.end && b.start < a.end),
  )
