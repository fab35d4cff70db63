import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'
import { countingType } from './dialect.ts'

/** Passages for the full-text search, and each database's own index of their words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('search_entry')
    .addColumn('number', countingType(db), (c) =>
      isPostgres(db) ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('item', 'text')
    .addColumn('type', 'text')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('search_entry_by_subject')
    .on('search_entry')
    .columns(['subject', 'subject_id', 'kind'])
    .execute()

  await db.schema
    .createTable('search_state')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('making', 'integer', (c) => c.notNull())
    .execute()

  if (isPostgres(db)) {
    await sql`create index search_entry_words on search_entry using gin
      ((setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'D')))`.execute(
      db,
    )
    return
  }
  await sql`create virtual table search_words using fts5(title, body, content = 'search_entry',
    content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')`.execute(db)
  const gone = sql`insert into search_words (search_words, rowid, title, body)
    values ('delete', old.number, old.title, old.body);`
  const come = sql`insert into search_words (rowid, title, body) values (new.number, new.title, new.body);`
  await sql`create trigger search_entry_added after insert on search_entry begin ${come} end`.execute(db)
  await sql`create trigger search_entry_removed after delete on search_entry begin ${gone} end`.execute(db)
  await sql`create trigger search_entry_changed after update on search_entry begin ${gone} ${come} end`.execute(
    db,
  )
}
