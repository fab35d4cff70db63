import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Sheet } from '#domain/lists/sheet.ts'
import type { Db } from './connect.ts'

export interface ListImport {
  id: string
  fileName: string
  sheets: Sheet[]
}

/** Keeps a list until it is taken in; those older than a week go. @returns its id */
export async function insertListImport(
  db: Db,
  list: { fileName: string; sheets: Sheet[]; madeBy: string },
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000).toISOString()
  await db.deleteFrom('list_import').where('created_at', '<', weekAgo).execute()
  await db
    .insertInto('list_import')
    .values({
      id,
      file_name: list.fileName,
      sheets_json: JSON.stringify(list.sheets),
      made_by: list.madeBy,
      created_at: now.toISOString(),
    })
    .execute()
  return id
}

/** Somebody's own list; undefined when it was taken in, is too old or another's. */
export async function listImport(db: Db, id: string, madeBy: string): Promise<ListImport | undefined> {
  const row = await db
    .selectFrom('list_import')
    .selectAll()
    .where('id', '=', id)
    .where('made_by', '=', madeBy)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      fileName: row.file_name,
      sheets: z.array(Sheet).parse(JSON.parse(row.sheets_json)),
    }
  )
}

/** In a transaction. @returns false when somebody was there first */
export async function removeListImport(db: Db, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('list_import').where('id', '=', id).returning('id').executeTakeFirst()
  return gone !== undefined
}
