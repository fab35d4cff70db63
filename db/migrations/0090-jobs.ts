import type { Kysely } from 'kysely'
import { isPostgres } from '../dialect.ts'

/** Work that outlives a process, for SQLite; on PostgreSQL pg-boss keeps its own tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) return
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('data_json', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('run_at', 'text', (c) => c.notNull())
    .addColumn('lease_until', 'text')
    .addColumn('worker', 'text')
    .addColumn('error', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('job_due').on('job').columns(['state', 'run_at']).execute()
  await db.schema
    .createIndex('job_waits_once')
    .unique()
    .on('job')
    .columns(['name', 'key'])
    .where('state' as never, '=', 'waiting')
    .execute()
}
