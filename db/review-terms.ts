import { groupBy } from 'es-toolkit'
import type { StoredTerm } from '#domain/register/agreement.ts'
import { printedOnce } from '#domain/review/printed-again.ts'
import type { Reviewable } from '#domain/review/review-state.ts'
import type { Db } from './connect.ts'
import { inOrder, newestRead, slugsOf, toTerm } from './terms.ts'

/**
 * Terms as far as their review goes. What they say is nine tenths of a row, and a list or a queue that looks through thousands
 * shows little of it.
 */

/** A term of an agreement's newest read version, rejected ones included; its other printings are folded in, as in `printedOnce`. */
export interface TermToReview extends Reviewable {
  id: string
  agreementId: string
  /** Ids of its other printings. */
  again: string[]
  /** Its part of the paper's address. */
  slug: string
}

/** By agreement id; what was never read has none. */
export async function termsToReview(db: Db, agreementIds: string[]): Promise<Map<string, TermToReview[]>> {
  if (agreementIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('term')
    .select((w) => [
      'id',
      'file_id',
      'agreement_id as agreementId',
      'type',
      'review',
      'confidence',
      'people_json',
      'position',
      'added',
      w.fn.coalesce('decided_value_json', 'value_json').as('value'),
    ])
    .where('file_id', 'in', newestRead(db, agreementIds))
    .execute()
  const slugs = slugsOf(rows)
  const alike = Object.values(
    groupBy(rows, (row) => `${row.file_id} ${row.type} ${row.review} ${row.people_json} ${row.value}`),
  )
  const again = await otherPrintings(
    db,
    alike.filter((some) => some.length > 1).flatMap((some) => some.map(({ id }) => id)),
  )
  const folded = new Set([...again.values()].flat())
  const terms = new Map<string, TermToReview[]>()
  for (const { id, agreementId, type, review, confidence, people_json } of rows.toSorted(inOrder)) {
    if (folded.has(id)) continue
    const own = terms.get(agreementId) ?? []
    terms.set(agreementId, own)
    const people: string[] = people_json === '[]' ? [] : JSON.parse(people_json)
    const slug = slugs.get(id) ?? ''
    own.push({ id, agreementId, type, review, confidence, people, slug, again: again.get(id) ?? [] })
  }
  return terms
}

/** Of terms that may be printings of the same words: the id of each first one to those of the others. */
async function otherPrintings(db: Db, ids: string[]): Promise<Map<string, string[]>> {
  const terms = await termsByIds(
    db,
    ids.map((id) => ({ id, slug: '' })),
  )
  const files = groupBy(terms, (term) => term.fileId)
  return new Map(
    Object.values(files)
      .flatMap((own) => printedOnce(own))
      .map(({ term, again }) => [term.id, again.map(({ id }) => id)]),
  )
}

/** Terms by their ids, in text order; those that are gone are left out. */
export async function termsByIds(db: Db, of: Pick<TermToReview, 'id' | 'slug'>[]): Promise<StoredTerm[]> {
  if (of.length === 0) return []
  const slugs = new Map(of.map(({ id, slug }) => [id, slug]))
  const rows = await db
    .selectFrom('term')
    .selectAll()
    .where('id', 'in', [...slugs.keys()])
    .execute()
  const start = (term: StoredTerm) => term.citations[0]?.start ?? 0
  return rows.map((row) => toTerm(row, slugs.get(row.id) ?? '')).sort((a, b) => start(a) - start(b))
}
