import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'

/** The kind of a kept date in a column of its own, so that the database can choose among them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('standing_date').addColumn('kind', 'text').execute()
  // What is kept begins with {"id":"term_end 5f…".
  const space = isPostgres(db) ? sql`strpos(date_json, ' ')` : sql`instr(date_json, ' ')`
  await sql`update standing_date set kind = substr(date_json, 8, ${space} - 8)`.execute(db)
  await db.schema
    .createIndex('date_by_kind')
    .on('standing_date')
    .columns(['day', 'due', 'kind', 'subject_id'])
    .execute()
}
