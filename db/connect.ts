import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { memoize } from 'es-toolkit'
import {
  CompiledQuery,
  type DatabaseConnection,
  DEFAULT_MIGRATION_TABLE,
  Kysely,
  type Migration,
  Migrator,
  PostgresDialect,
  SqliteDialect,
  SqliteDriver,
  sql,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import { LRUCache } from 'lru-cache'
import pg from 'pg'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema> | Transaction<Schema>

export interface DatabasePlace {
  /** Absolute path; without a `url` the register is `register.sqlite` in it. ":memory:" opens one that is gone on close. */
  dataFolder: string
  /** `postgres://…`: the register is in that database instead. */
  url?: string
}

/**
 * Opens (and makes, if need be) the register's database and brings its schema up to date.
 * @throws Error naming the migration that failed; the database is left as it was before that migration.
 */
export async function openDatabase(place: DatabasePlace): Promise<Kysely<Schema>> {
  const dialect = place.url ? postgres(place.url) : sqlite(place.dataFolder)
  const db = new Kysely<Schema>({ dialect })
  await migrate(db)
  return db
}

/** A transaction that reads the register as it is at one moment, so that tables fit each other; others go on writing. */
export const oneMoment = (db: Kysely<Schema>) =>
  db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read')

/**
 * Opens a register of SQLite in a folder, wherever the settings keep ours: one that was copied, or is taken apart.
 * @param schema name of the migration after which it stops, as an earlier release had it; brought up to date unless given
 * @throws Error as `openDatabase`
 */
export async function openCopy(dataFolder: string, schema?: string): Promise<Kysely<Schema>> {
  const db = new Kysely<Schema>({ dialect: sqlite(dataFolder) })
  await migrate(db, schema)
  return db
}

/** Counts come as numbers: no table comes near the 2^53 rows from which they would be wrong. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

const postgres = (url: string) =>
  new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10, application_name: 'carveout' }) })

function sqlite(dataFolder: string) {
  const inMemory = dataFolder === ':memory:'
  if (!inMemory) mkdirSync(dataFolder, { recursive: true })
  const database = new Sqlite(inMemory ? ':memory:' : path.join(dataFolder, 'register.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  return new (class extends SqliteDialect {
    override createDriver(): SqliteDriver {
      return new OurSqliteDriver(database)
    }
  })({ database })
}

class OurSqliteDriver extends SqliteDriver {
  readonly #database: Sqlite.Database
  constructor(database: Sqlite.Database) {
    super({
      database: {
        // A page asks the same few dozen questions each time; to understand one takes SQLite longer than to answer it.
        prepare: memoize((question: string) => database.prepare(question), {
          cache: new LRUCache<string, Sqlite.Statement>({ max: 500 }),
        }),
        close: () => database.close(),
      },
    })
    this.#database = database
  }

  /**
   * Several processes may share the file. One that begins by reading and writes later is refused when another wrote in between;
   * so whoever is going to write says so, and waits for its turn.
   */
  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings = {},
  ): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'))
  }

  /**
   * SQLite itself rolls back when the disk is full or memory runs out. A second rollback would fail, and its complaint would
   * stand in the place of what went wrong.
   */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** Brings a schema up to date, or to where an earlier release had it. @throws Error as `openDatabase` */
export async function migrate(db: Kysely<Schema>, schema?: string): Promise<void> {
  const all = { ...migrations, ...(await ofLaterRelease(db)) }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => all },
  })
  const { error, results } = await (schema ? migrator.migrateTo(schema) : migrator.migrateToLatest())
  if (!error) return
  const failed = results?.find((r) => r.status === 'Error')?.migrationName ?? 'the first one'
  throw new Error(`The register's database could not be brought up to date: migration ${failed} failed.`, {
    cause: error,
  })
}

/**
 * What a later release has done to the schema already. While a new release takes the place of this one, process by process, this
 * one goes on with the new schema: docs/operations.md says what a migration may do so that it can.
 */
async function ofLaterRelease(db: Kysely<Schema>): Promise<Record<string, Migration>> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return {}
  const done = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
  const newest = Object.keys(migrations).sort().at(-1) ?? ''
  return Object.fromEntries(
    done.rows.filter(({ name }) => name > newest).map(({ name }) => [name, { up: async () => {} }]),
  )
}
