import { type Kysely, type RawBuilder, sql } from 'kysely'
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

/**
 * Every row that is added, changed or removed in a table is noted in `standing_change`, under the subject that the column `by`
 * names: before and after, where that changes. In the database, so that no way of writing forgets it. Notes are only ever
 * added, so that writers don't wait for each other; whoever reckons anew takes them away.
 * @param columns of a change that counts; all unless given
 */
export const noteChanges = (
  db: Kysely<unknown>,
  table: string,
  of: { subject: string; by: string }[],
  columns: string[] = [],
): Promise<void> =>
  onEachChange(db, table, {
    name: 'noted',
    columns,
    note: (row) =>
      sql.join(
        of.map(
          ({ subject, by }) =>
            sql`insert into standing_change (subject, subject_id) values (${sql.lit(subject)}, ${sql.ref(`${row}.${by}`)});`,
        ),
        sql` `,
      ),
  })

/**
 * In the same way in `figure_change`: agreements whose figures for the search are to be made anew.
 * @param ids selects them, for a row as it was or is
 */
export const noteFigures = (
  db: Kysely<unknown>,
  table: string,
  { ids, columns }: { ids(row: 'new' | 'old'): RawBuilder<unknown>; columns: string[] },
): Promise<void> =>
  onEachChange(db, table, {
    name: 'figured',
    columns,
    note: (row) => sql`insert into figure_change (agreement_id) ${ids(row)};`,
  })

interface Noting {
  /** Ends the names of what is made in the database. */
  name: string
  /** Of a change that counts; all when empty. */
  columns: string[]
  /** Statements that note the row as it was or is. */
  note(row: 'new' | 'old'): RawBuilder<unknown>
}

async function onEachChange(
  db: Kysely<unknown>,
  table: string,
  { name, columns, note }: Noting,
): Promise<void> {
  const differs = sql.join(
    columns.map((column) => sql`${sql.ref(`old.${column}`)} is distinct from ${sql.ref(`new.${column}`)}`),
    sql` or `,
  )
  const noter = sql.id(`${table}_is_${name}`)
  if (isPostgres(db))
    await sql`create function ${noter}() returns trigger language plpgsql as $body$ begin
      if tg_op <> 'DELETE' then ${note('new')} end if;
      if tg_op <> 'INSERT' then ${note('old')} end if;
      return null; end $body$`.execute(db)
  const notes = { insert: note('new'), update: sql`${note('new')} ${note('old')}`, delete: note('old') }
  for (const verb of ['insert', 'update', 'delete'] as const) {
    const when = verb === 'update' && columns.length > 0 ? sql`when (${differs})` : sql``
    const act = isPostgres(db) ? sql`execute function ${noter}()` : sql`begin ${notes[verb]} end`
    await sql`create trigger ${sql.id(`${table}_${name}_${verb}`)} after ${sql.raw(verb)} on ${sql.table(table)}
      for each row ${when} ${act}`.execute(db)
  }
}
