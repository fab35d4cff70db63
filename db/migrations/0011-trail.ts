import { createHash } from 'node:crypto'
import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** The audit trail as a chain: each row carries a hash over what it says and the hash before it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('event').addColumn('origin', 'text').execute()
  await db.schema.alterTable('event').addColumn('hash', 'text').execute()
  await db.schema
    .createTable('trail_head')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('length', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute()

  // Rows from before the chain are chained here, the only time that rows of the trail are changed.
  await allowUpdates(db)
  const { rows } = await sql<{
    id: number
    at: string
    actor: string
    action: string
    subject: string
    subject_id: string
    detail_json: string
  }>`select id, at, actor, action, subject, subject_id, detail_json from event order by id`.execute(db)
  let hash = ''
  for (const row of rows) {
    const content = [hash, row.at, row.actor, null, row.action, row.subject, row.subject_id, row.detail_json]
    hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    await sql`update event set hash = ${hash} where id = ${row.id}`.execute(db)
  }
  await forbidUpdates(db)
  await sql`insert into trail_head (id, length, hash) values (1, ${rows.length}, ${hash})`.execute(db)
}

const isPostgres = (db: Kysely<unknown>) => db.getExecutor().adapter instanceof PostgresAdapter

const allowUpdates = (db: Kysely<unknown>) =>
  (isPostgres(db)
    ? sql`alter table event disable trigger event_no_change`
    : sql`drop trigger event_no_update`
  ).execute(db)

const forbidUpdates = (db: Kysely<unknown>) =>
  (isPostgres(db)
    ? sql`alter table event enable trigger event_no_change`
    : sql`create trigger event_no_update before update on event
        begin select raise(abort, 'events are only ever added'); end`
  ).execute(db)
