import { PostgresAdapter, type QueryExecutorProvider } from 'kysely'

/** Whether the register is in PostgreSQL; it is in SQLite otherwise. */
export const isPostgres = (db: QueryExecutorProvider): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter
