import type { Kysely } from 'kysely'

/** The language of matrices in Word, and the logo of Word documents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document_style')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text')
    .addColumn('sha256', 'text')
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute()
}
