import { type Kysely, sql } from 'kysely'

/** Each class that a deployment had, with the answers it rested on; those that stand begin as version 1. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('classification')
    .addColumn('deployment_id', 'text', (c) => c.notNull().references('deployment.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('risk_class', 'text', (c) => c.notNull())
    .addColumn('answers_json', 'text', (c) => c.notNull())
    .addColumn('exception', 'text', (c) => c.notNull())
    .addColumn('set_by', 'text', (c) => c.notNull())
    .addColumn('set_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('classification_key', ['deployment_id', 'version'])
    .execute()
  await sql`insert into classification (deployment_id, version, risk_class, answers_json, exception, set_by, set_at)
    select id, 1, risk_class, answers_json, coalesce(class_exception, ''), '', created_at from deployment`.execute(
    db,
  )
}
