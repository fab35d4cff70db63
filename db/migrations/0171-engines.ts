import type { Kysely } from 'kysely'

/** By which engine each paper was read; null where it was read before this was kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reading_engine')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('engine_json', 'text', (c) => c.notNull())
    .execute()
  await db.schema.alterTable('agreement_file').addColumn('engine', 'text').execute()
  await db.schema.createIndex('file_by_engine').on('agreement_file').columns(['engine', 'state']).execute()
}
