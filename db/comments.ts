import { randomUUID } from 'node:crypto'
import type { Db } from './connect.ts'
import { indexNote } from './search-index.ts'

export interface TermComment {
  id: string
  subjectId: string
  body: string
  by: string
  at: string
}

/** Comments on the terms of one agreement, the oldest first. */
export async function commentsOf(db: Db, agreementId: string): Promise<TermComment[]> {
  const rows = await db
    .selectFrom('term_comment')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('written_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    body: row.body,
    by: row.written_by,
    at: row.written_at,
  }))
}

export async function insertComment(
  db: Db,
  comment: { subjectId: string; agreementId: string; body: string; by: string },
): Promise<void> {
  await db
    .insertInto('term_comment')
    .values({
      id: randomUUID(),
      subject_id: comment.subjectId,
      agreement_id: comment.agreementId,
      body: comment.body,
      written_by: comment.by,
      written_at: new Date().toISOString(),
    })
    .execute()
  await indexNote(db, {
    subject: 'agreement',
    subjectId: comment.agreementId,
    item: comment.subjectId,
    on: 'term',
    body: comment.body,
  })
}
