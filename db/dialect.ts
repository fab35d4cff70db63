import { PostgresAdapter, type QueryExecutorProvider, sql } from 'kysely'

/** Whether the register is in PostgreSQL; it is in SQLite otherwise. */
export const isPostgres = (db: QueryExecutorProvider): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter

/** After rows came with keys of their own: the database counts on from the highest. SQLite does so by itself. */
export async function countOn(db: QueryExecutorProvider, table: string, column: string): Promise<void> {
  if (!isPostgres(db)) return
  await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
    coalesce((select max(${sql.ref(column)}) from ${sql.table(table)}), 0) + 1, false)`.execute(db)
}
