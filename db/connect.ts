import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect, type Transaction } from 'kysely'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema> | Transaction<Schema>

/**
 * Opens (and makes, if need be) the register's SQLite file and brings its schema up to date.
 * @param dataFolder absolute path; the file is `register.sqlite` in it. ":memory:" opens one that is gone on close.
 * @throws Error naming the migration that failed; the file is left as it was before that migration.
 */
export async function openDatabase(dataFolder: string): Promise<Kysely<Schema>> {
  const inMemory = dataFolder === ':memory:'
  if (!inMemory) mkdirSync(dataFolder, { recursive: true })
  const sqlite = new Sqlite(inMemory ? ':memory:' : path.join(dataFolder, 'register.sqlite'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) })
  await migrate(db)
  return db
}

async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  const failed = results?.find((r) => r.status === 'Error')?.migrationName ?? 'the first one'
  throw new Error(`The register's database could not be brought up to date: migration ${failed} failed.`, {
    cause: error,
  })
}
