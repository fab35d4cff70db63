import type { Kysely } from 'kysely'

/** Lists of vendors and contracts between their upload and the moment somebody takes them in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('list_import')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('sheets_json', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
}
