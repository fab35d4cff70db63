import type { Kysely } from 'kysely'

/** Stops of a deployment with the evidence frozen then, and whom to tell. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deployment_stop')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('deployment_id', 'text', (c) => c.notNull().references('deployment.id').onDelete('cascade'))
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('stopped_by', 'text', (c) => c.notNull())
    .addColumn('stopped_at', 'text', (c) => c.notNull())
    .addColumn('status_before', 'text', (c) => c.notNull())
    .addColumn('snapshot_json', 'text', (c) => c.notNull())
    .addColumn('snapshot_hash', 'text', (c) => c.notNull())
    .addColumn('told_json', 'text', (c) => c.notNull())
    .addColumn('resumed_by', 'text')
    .addColumn('resumed_at', 'text')
    .addColumn('resumed_why', 'text')
    .execute()
  await db.schema.createIndex('stop_by_deployment').on('deployment_stop').column('deployment_id').execute()

  await db.schema
    .createTable('escalation_card')
    .addColumn('deployment_id', 'text', (c) => c.primaryKey().references('deployment.id').onDelete('cascade'))
    .addColumn('card_json', 'text', (c) => c.notNull())
    .addColumn('updated_by', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .execute()
}
