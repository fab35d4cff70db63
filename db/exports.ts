import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

/** Exports that a job makes, with how far each is. */

export const ExportState = z.enum(['waiting', 'making', 'ready', 'failed'])

export interface RegisterExport {
  id: string
  /** ISO day. */
  preparedOn: string
  askedBy: string
  state: z.infer<typeof ExportState>
  /** Rows read or written of all. */
  done: number
  total: number
  /** Once it is ready. */
  file: { fileName: string; size: number; sha256: string } | null
}

const toExport = (row: Row<'export_file'>): RegisterExport => ({
  id: row.id,
  preparedOn: row.prepared_on,
  askedBy: row.asked_by,
  state: ExportState.parse(row.state),
  done: row.done,
  total: row.total,
  file:
    row.file_name !== null && row.size !== null && row.kept_as !== null
      ? { fileName: row.file_name, size: row.size, sha256: row.kept_as }
      : null,
})

/** @returns its id */
export async function insertExport(
  db: Db,
  { preparedOn, askedBy, total }: Pick<RegisterExport, 'preparedOn' | 'askedBy' | 'total'>,
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('export_file')
    .values({
      id,
      prepared_on: preparedOn,
      asked_by: askedBy,
      asked_at: new Date().toISOString(),
      state: 'waiting',
      total,
    })
    .execute()
  return id
}

export async function exportById(db: Db, id: string): Promise<RegisterExport | undefined> {
  const row = await db.selectFrom('export_file').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toExport(row)
}

/** The one that somebody asked for and that is not made yet. */
export async function exportUnderWay(db: Db, askedBy: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('export_file')
    .select('id')
    .where('asked_by', '=', askedBy)
    .where('state', 'in', ['waiting', 'making'])
    .executeTakeFirst()
  return row?.id
}

export async function setExportProgress(
  db: Db,
  id: string,
  state: 'making' | 'failed',
  done: number,
): Promise<void> {
  await db.updateTable('export_file').set({ state, done }).where('id', '=', id).execute()
}

export async function setExportReady(
  db: Db,
  id: string,
  file: NonNullable<RegisterExport['file']>,
): Promise<void> {
  await db
    .updateTable('export_file')
    .set((w) => ({
      state: 'ready',
      done: w.ref('total'),
      file_name: file.fileName,
      size: file.size,
      kept_as: file.sha256,
    }))
    .where('id', '=', id)
    .execute()
}

/** Forgets those asked for before a moment (ISO). @returns the SHA-256 of their files */
export async function deleteExports(db: Db, before: string): Promise<string[]> {
  const rows = await db
    .deleteFrom('export_file')
    .where('asked_at', '<', before)
    .returning('kept_as')
    .execute()
  return rows.flatMap((row) => row.kept_as ?? [])
}
