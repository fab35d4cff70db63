import type { Kysely } from 'kysely'

/** Samples of interaction logs that were checked. The log itself is not kept: only what was found, and its hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('log_check')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('deployment_id', 'text', (c) => c.notNull().references('deployment.id').onDelete('cascade'))
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('report_json', 'text', (c) => c.notNull())
    .addColumn('checked_by', 'text', (c) => c.notNull())
    .addColumn('checked_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('log_check_by_deployment')
    .on('log_check')
    .columns(['deployment_id', 'checked_at'])
    .execute()
}
