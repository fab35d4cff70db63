import { randomUUID } from 'node:crypto'
import { type Assurance, type AssuranceInput, AssuranceKind } from '#domain/register/assurance.ts'
import type { Db } from './connect.ts'

/** Reports and certificates that were not withdrawn, those that are good the longest first; one vendor's when asked. */
export async function assurances(db: Db, of: { vendorId?: string } = {}): Promise<Assurance[]> {
  let query = db
    .selectFrom('vendor_assurance')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('expires_on', 'desc')
    .orderBy('id')
  if (of.vendorId) query = query.where('vendor_id', '=', of.vendorId)
  return (await query.execute()).map((row) => ({
    id: row.id,
    vendorId: row.vendor_id,
    kind: AssuranceKind.parse(row.kind),
    title: row.title,
    expiresOn: row.expires_on,
    note: row.note,
    fileName: row.file_name,
    sha256: row.sha256,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }))
}

/** In a transaction. @returns its id */
export async function insertAssurance(
  db: Db,
  vendorId: string,
  given: AssuranceInput & { fileName: string | null; sha256: string | null; recordedBy: string },
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('vendor_assurance')
    .values({
      id,
      vendor_id: vendorId,
      kind: given.kind,
      title: given.title,
      expires_on: given.expiresOn,
      note: given.note,
      file_name: given.fileName,
      sha256: given.sha256,
      recorded_by: given.recordedBy,
      recorded_at: new Date().toISOString(),
    })
    .execute()
  return id
}

/** In a transaction. @returns false when the vendor has none of that id, or it was withdrawn before */
export async function withdrawAssurance(db: Db, vendorId: string, id: string, by: string): Promise<boolean> {
  const row = await db
    .updateTable('vendor_assurance')
    .set({ withdrawn_by: by, withdrawn_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('vendor_id', '=', vendorId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
