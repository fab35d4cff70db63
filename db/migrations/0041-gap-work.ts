import type { Kysely } from 'kysely'

/** Owner, status, due date, acceptance and comments of a gap. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('gap_work')
    .addColumn('deployment_id', 'text', (c) => c.notNull().references('deployment.id').onDelete('cascade'))
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('owner', 'text')
    .addColumn('due_on', 'text')
    .addColumn('acceptance_json', 'text')
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('gap_work_key', ['deployment_id', 'rule'])
    .execute()

  await db.schema
    .createTable('gap_comment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('deployment_id', 'text', (c) => c.notNull().references('deployment.id').onDelete('cascade'))
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('gap_comment_by_gap')
    .on('gap_comment')
    .columns(['deployment_id', 'rule'])
    .execute()
}
