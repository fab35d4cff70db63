import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Difference } from '#domain/review/reconcile.ts'
import { Citation } from '#domain/terms/term.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

/** A difference that waits for a person, or how one was settled. */
export const StoredDifference = z.object({
  id: z.string(),
  agreementId: z.string(),
  fileId: z.string(),
  termId: z.string().nullable(),
  type: z.string(),
  source: z.enum(['reading', 'spot_check']),
  value: z.record(z.string(), z.unknown()).nullable(),
  citations: z.array(Citation).nullable(),
  note: z.string().nullable(),
  raisedBy: z.string(),
  raisedAt: z.string(),
  outcome: z.enum(['kept', 'taken']).nullable(),
})
export type StoredDifference = z.infer<typeof StoredDifference>

const toDifference = (row: Row<'difference'>): StoredDifference =>
  StoredDifference.parse({
    id: row.id,
    agreementId: row.agreement_id,
    fileId: row.file_id,
    termId: row.term_id,
    type: row.type,
    source: row.source,
    value: row.value_json && JSON.parse(row.value_json),
    citations: row.citations_json && JSON.parse(row.citations_json),
    note: row.note,
    raisedBy: row.raised_by,
    raisedAt: row.raised_at,
    outcome: row.outcome,
  })

interface Raised extends Difference {
  source?: StoredDifference['source']
  note?: string
  raisedBy?: string
}

/** Raises what differs; an open difference on the same subject from the same source gives way to the newer one. */
export async function raiseDifferences(
  db: Db,
  { fileId, agreementId }: { fileId: string; agreementId: string },
  differences: Raised[],
): Promise<void> {
  for (const { termId, type, found, source = 'reading', note, raisedBy } of differences) {
    await db
      .deleteFrom('difference')
      .where('file_id', '=', fileId)
      .where('type', '=', type)
      .where('source', '=', source)
      .where('outcome', 'is', null)
      .where((w) => (termId ? w('term_id', '=', termId) : w('term_id', 'is', null)))
      .execute()
    await db
      .insertInto('difference')
      .values({
        id: randomUUID(),
        agreement_id: agreementId,
        file_id: fileId,
        term_id: termId,
        type,
        source,
        value_json: found && JSON.stringify(found.value),
        citations_json: found && JSON.stringify(found.citations),
        note: note ?? null,
        raised_by: raisedBy ?? found?.reader ?? 'reader',
        raised_at: new Date().toISOString(),
      })
      .execute()
  }
}

/** Open differences: of one paper, or of all. */
export async function openDifferences(db: Db, fileId?: string): Promise<StoredDifference[]> {
  let query = db.selectFrom('difference').selectAll().where('outcome', 'is', null)
  if (fileId) query = query.where('file_id', '=', fileId)
  return (await query.orderBy('raised_at').execute()).map(toDifference)
}

export async function differenceById(db: Db, id: string): Promise<StoredDifference | undefined> {
  const row = await db.selectFrom('difference').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toDifference(row)
}

/** Settles an open one. @returns false when somebody else had settled it before */
export async function settleDifference(
  db: Db,
  id: string,
  outcome: 'kept' | 'taken',
  by: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('difference')
    .set({ outcome, resolved_by: by, resolved_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
