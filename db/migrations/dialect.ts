import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'

/**
 * The few things that SQLite and PostgreSQL say differently in a schema. Landed migrations use them, so what they make
 * never changes.
 */

/** The type of a key that counts up by itself; on SQLite the column also needs `autoIncrement()`. */
export const countingType = (db: Kysely<unknown>) => (isPostgres(db) ? sql`bigserial` : ('integer' as const))

/** Makes a table append-only: an update or a delete of its rows fails in the database itself. */
export async function forbidChanges(db: Kysely<unknown>, table: string, message: string): Promise<void> {
  if (isPostgres(db)) {
    const guard = sql.id(`${table}_is_append_only`)
    await sql`create function ${guard}() returns trigger language plpgsql as
      ${sql.lit(`begin raise exception '${message.replaceAll("'", "''")}'; end`)}`.execute(db)
    await sql`create trigger ${sql.id(`${table}_no_change`)} before update or delete on ${sql.table(table)}
      for each row execute function ${guard}()`.execute(db)
    await sql`create trigger ${sql.id(`${table}_no_truncate`)} before truncate on ${sql.table(table)}
      for each statement execute function ${guard}()`.execute(db)
    return
  }
  for (const verb of ['update', 'delete'] as const)
    await sql`create trigger ${sql.id(`${table}_no_${verb}`)} before ${sql.raw(verb)} on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(message)}); end`.execute(db)
}
