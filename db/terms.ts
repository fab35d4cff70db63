import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Review, type StoredTerm } from '#domain/register/agreement.ts'
import { Citation, type Term } from '#domain/terms/term.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

const Citations = z.array(Citation).min(1)
const Value = z.record(z.string(), z.unknown())

const toTerm = (row: Row<'term'>): StoredTerm => ({
  id: row.id,
  agreementId: row.agreement_id,
  type: row.type,
  value: Value.parse(JSON.parse(row.value_json)),
  citations: Citations.parse(JSON.parse(row.citations_json)),
  confidence: row.confidence,
  reader: row.reader,
  review: Review.parse(row.review),
  reviewedBy: row.reviewed_by,
  reviewedAt: row.reviewed_at,
})

/** Replaces the machine's proposals of one file; terms that a person decided on stay as they are. */
export async function replaceTerms(
  db: Db,
  fileId: string,
  agreementId: string,
  terms: Term[],
): Promise<void> {
  await db.deleteFrom('term').where('file_id', '=', fileId).where('review', '=', 'unreviewed').execute()
  const kept = await db
    .selectFrom('term')
    .select(['type', 'citations_json'])
    .where('file_id', '=', fileId)
    .execute()
  const decided = new Set(kept.map((k) => `${k.type} ${k.citations_json}`))
  const rows = terms
    .map((term, position) => ({
      id: randomUUID(),
      file_id: fileId,
      agreement_id: agreementId,
      position,
      type: term.type,
      value_json: JSON.stringify(term.value),
      citations_json: JSON.stringify(term.citations),
      confidence: term.confidence,
      reader: term.reader,
    }))
    .filter((row) => !decided.has(`${row.type} ${row.citations_json}`))
  // SQLite binds 32,766 values a statement at most; 9 columns a row.
  for (let i = 0; i < rows.length; i += 500)
    await db
      .insertInto('term')
      .values(rows.slice(i, i + 500))
      .execute()
}

/** Terms of one file in the order they stand in the text, rejected ones included. */
export async function termsOfFile(db: Db, fileId: string): Promise<StoredTerm[]> {
  const rows = await db
    .selectFrom('term')
    .selectAll()
    .where('file_id', '=', fileId)
    .orderBy('position')
    .execute()
  return rows.map(toTerm)
}

/** What stands, by agreement: terms of each one's newest read version, without those a person rejected. */
export async function standingTerms(db: Db, agreementIds: string[]): Promise<StoredTerm[]> {
  if (agreementIds.length === 0) return []
  const rows = await db
    .selectFrom('term')
    .selectAll()
    .where('agreement_id', 'in', agreementIds)
    .where('review', '!=', 'rejected')
    .where('file_id', 'in', (q) =>
      q
        .selectFrom('agreement_file as f')
        .select('f.id')
        .where('f.state', '=', 'read')
        .where('f.version', '=', (v) =>
          v
            .selectFrom('agreement_file as newer')
            .select((w) => w.fn.max('newer.version').as('newest'))
            .whereRef('newer.agreement_id', '=', 'f.agreement_id')
            .where('newer.state', '=', 'read'),
        ),
    )
    .orderBy('agreement_id')
    .orderBy('position')
    .execute()
  return rows.map(toTerm)
}

export async function termById(db: Db, id: string): Promise<StoredTerm | undefined> {
  const row = await db.selectFrom('term').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toTerm(row)
}

/** A person's decision on a term, or its undoing ("unreviewed"). */
export async function setReview(db: Db, id: string, review: Review, by: string): Promise<void> {
  const undone = review === 'unreviewed'
  await db
    .updateTable('term')
    .set({
      review,
      reviewed_by: undone ? null : by,
      reviewed_at: undone ? null : new Date().toISOString(),
    })
    .where('id', '=', id)
    .execute()
}

/** How many terms stand by agreement (newest read version), and how many of them nobody has looked at. */
export async function termCounts(db: Db): Promise<Map<string, { terms: number; unreviewed: number }>> {
  const rows = await db
    .selectFrom('term')
    .innerJoin('agreement_file as f', 'f.id', 'term.file_id')
    .select((w) => [
      'term.agreement_id as id',
      w.fn.countAll<number>().as('terms'),
      w.fn.countAll<number>().filterWhere('term.review', '=', 'unreviewed').as('unreviewed'),
    ])
    .where('term.review', '!=', 'rejected')
    .where('f.version', '=', (q) =>
      q
        .selectFrom('agreement_file as newer')
        .select((w) => w.fn.max('newer.version').as('newest'))
        .whereRef('newer.agreement_id', '=', 'term.agreement_id')
        .where('newer.state', '=', 'read'),
    )
    .groupBy('term.agreement_id')
    .execute()
  return new Map(rows.map((r) => [r.id, { terms: Number(r.terms), unreviewed: Number(r.unreviewed) }]))
}
