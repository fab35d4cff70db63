import type { Kysely } from 'kysely'

/** Assurance reports and certificates of vendors, each with the day until which it is good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('vendor_assurance')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('vendor_id', 'text', (c) => c.notNull().references('vendor.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('expires_on', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text')
    .addColumn('sha256', 'text')
    .addColumn('recorded_by', 'text', (c) => c.notNull())
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_at', 'text')
    .execute()
  await db.schema.createIndex('assurance_by_vendor').on('vendor_assurance').column('vendor_id').execute()
}
