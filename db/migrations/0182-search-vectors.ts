import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'

/**
 * On PostgreSQL the words of a passage are kept beside it: to rank passages, and to look at the words of a phrase again, they
 * were made anew for each. SQLite keeps them in a table of its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!isPostgres(db)) return
  await sql`alter table search_entry add column words tsvector generated always as
    (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'D')) stored`.execute(
    db,
  )
  await sql`create index search_entry_by_words on search_entry using gin (words)`.execute(db)
  // Or common words are looked for as if they were rare, until PostgreSQL looks at the table by itself.
  await sql`analyze search_entry`.execute(db)
  // No release that asked by it was ever out.
  await db.schema.dropIndex('search_entry_words').execute()
}
