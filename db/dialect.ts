import { PostgresAdapter, type QueryExecutorProvider, type RawBuilder, type SqlBool, sql } from 'kysely'

/** Whether the register is in PostgreSQL; it is in SQLite otherwise. */
export const isPostgres = (db: QueryExecutorProvider): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter

/** Whether a text has another in it, letter by letter: much faster than `like`. */
export const contains = (db: QueryExecutorProvider, text: RawBuilder<string>, part: string) =>
  isPostgres(db) ? sql<SqlBool>`strpos(${text}, ${part}) > 0` : sql<SqlBool>`instr(${text}, ${part}) > 0`

/** After rows came with keys of their own: the database counts on from the highest. SQLite does so by itself. */
export async function countOn(db: QueryExecutorProvider, table: string, column: string): Promise<void> {
  if (!isPostgres(db)) return
  await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
    coalesce((select max(${sql.ref(column)}) from ${sql.table(table)}), 0) + 1, false)`.execute(db)
}
