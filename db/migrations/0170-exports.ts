import type { Kysely } from 'kysely'

/** Files that a job makes for somebody who asked, until they are fetched or a day old. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('export_file')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('prepared_on', 'text', (c) => c.notNull())
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('done', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('total', 'integer', (c) => c.notNull())
    .addColumn('file_name', 'text')
    .addColumn('size', 'integer')
    .addColumn('kept_as', 'text')
    .execute()
}
