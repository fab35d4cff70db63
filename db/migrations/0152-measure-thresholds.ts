import type { Kysely } from 'kysely'

/** Thresholds that a deployment's people set in the place of those that a measure comes with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('measure_threshold')
    .addColumn('deployment_id', 'text', (c) => c.notNull().references('deployment.id').onDelete('cascade'))
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('above', 'double precision')
    .addColumn('below', 'double precision')
    .addColumn('set_by', 'text', (c) => c.notNull())
    .addColumn('set_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('measure_threshold_key', ['deployment_id', 'measure'])
    .execute()
}
