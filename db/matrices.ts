import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { MatrixRow, type MatrixVersion } from '#domain/register/matrix.ts'
import type { Db } from './connect.ts'

/** Matrices of a deployment that were kept, the newest first. */
export async function matrixVersions(db: Db, deploymentId: string): Promise<MatrixVersion[]> {
  const rows = await db
    .selectFrom('matrix_version')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    rows: z.array(MatrixRow).parse(JSON.parse(row.rows_json)),
    note: row.note,
    madeBy: row.made_by,
    madeAt: row.made_at,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
  }))
}

/** In a transaction. */
export async function insertMatrixVersion(
  db: Db,
  version: { deploymentId: string; number: number; rows: MatrixRow[]; note: string; madeBy: string },
): Promise<void> {
  await db
    .insertInto('matrix_version')
    .values({
      id: randomUUID(),
      deployment_id: version.deploymentId,
      number: version.number,
      rows_json: JSON.stringify(version.rows),
      note: version.note,
      made_by: version.madeBy,
      made_at: new Date().toISOString(),
    })
    .execute()
}

/** In a transaction. @returns false when somebody signed it before */
export async function signMatrixVersion(db: Db, id: string, by: string): Promise<boolean> {
  const row = await db
    .updateTable('matrix_version')
    .set({ signed_by: by, signed_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('signed_by', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const only = 'word'

/** Our own Word file for matrices; undefined while the built-in layout is used. */
export async function matrixTemplate(db: Db) {
  return db.selectFrom('matrix_template').selectAll().executeTakeFirst()
}

/** In a transaction. Null: back to the built-in layout. */
export async function setMatrixTemplate(
  db: Db,
  template: { fileName: string; sha256: string; madeBy: string } | null,
): Promise<void> {
  await db.deleteFrom('matrix_template').execute()
  if (template)
    await db
      .insertInto('matrix_template')
      .values({
        id: only,
        file_name: template.fileName,
        sha256: template.sha256,
        made_by: template.madeBy,
        made_at: new Date().toISOString(),
      })
      .execute()
}
