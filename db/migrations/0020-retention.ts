import type { Kysely } from 'kysely'

/** Keeping and deleting: the policy, legal holds, what is left of deleted agreements, and names that can leave the trail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('retention_policy')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('months', 'integer', (c) => c.notNull())
    .addColumn('automatic', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('ended_agreement')
    .addColumn('agreement_id', 'text', (c) => c.primaryKey().references('agreement.id').onDelete('cascade'))
    .addColumn('ended_on', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('legal_hold')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('placed_by', 'text', (c) => c.notNull())
    .addColumn('placed_at', 'text', (c) => c.notNull())
    .addColumn('lifted_by', 'text')
    .addColumn('lifted_at', 'text')
    .execute()
  await db.schema
    .createIndex('legal_hold_by_subject')
    .on('legal_hold')
    .columns(['subject', 'subject_id'])
    .execute()
  await db.schema
    .createTable('deleted_agreement')
    .addColumn('agreement_id', 'text', (c) => c.primaryKey())
    .addColumn('sha256s_json', 'text', (c) => c.notNull())
    .addColumn('deleted_by', 'text', (c) => c.notNull())
    .addColumn('deleted_at', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('actor_alias')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.unique())
    .execute()
}
