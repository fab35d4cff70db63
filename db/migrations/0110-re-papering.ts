import type { Kysely } from 'kysely'

/** New versions of papers that were held against the deployments that rest on them, and what they opened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('version_scan')
    .addColumn('file_id', 'text', (c) => c.primaryKey().references('agreement_file.id').onDelete('cascade'))
    .addColumn('scanned_at', 'text', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('re_papering')
    .addColumn('file_id', 'text', (c) => c.notNull().references('agreement_file.id').onDelete('cascade'))
    .addColumn('deployment_id', 'text', (c) => c.notNull().references('deployment.id').onDelete('cascade'))
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('rules_json', 'text', (c) => c.notNull())
    .addColumn('opened_on', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('re_papering_key', ['file_id', 'deployment_id'])
    .execute()
  await db.schema.createIndex('re_papering_by_deployment').on('re_papering').column('deployment_id').execute()
}
