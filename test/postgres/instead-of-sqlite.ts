import { createHash } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { inject, vi } from 'vitest'
import type { DatabasePlace } from '#db/connect.ts'

/** Begins the names of the folders whose register stays where a laptop has it. */
export const staysSqlite = 'sqlite-'

/**
 * The same tests on PostgreSQL: whatever opens the register of a data folder gets a database of its own on the test server,
 * named after the folder, so that opening it again finds what was there: a copy of the empty register.
 */
vi.mock('#db/connect.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('#db/connect.ts')>()
  return {
    ...original,
    openDatabase: async (place: DatabasePlace) => {
      const { dataFolder } = place
      if (place.url || path.basename(dataFolder).startsWith(staysSqlite)) return original.openDatabase(place)
      const name = `test_${createHash('sha256').update(dataFolder).digest('hex').slice(0, 20)}`
      await createDatabase(name)
      return original.openDatabase({ dataFolder, url: `${inject('postgres')}/${name}` })
    },
  }
})

export async function createDatabase(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgres')}/postgres` })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${name} template register`)
  } finally {
    await client.end()
  }
}
