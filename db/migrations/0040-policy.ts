import type { Kysely } from 'kysely'

/** Versions of the playbook, the risk matrix and the responsibility areas, and the draft of the next one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('policy_version')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('content_json', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('drafted_by_json', 'text', (c) => c.notNull())
    .addColumn('published_by', 'text', (c) => c.notNull())
    .addColumn('published_at', 'text', (c) => c.notNull())
    .addColumn('alone_reason', 'text')
    .execute()

  await db.schema
    .createTable('policy_draft')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('based_on', 'integer', (c) => c.notNull().references('policy_version.number'))
    .addColumn('content_json', 'text', (c) => c.notNull())
    .addColumn('drafted_by_json', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .execute()
}
