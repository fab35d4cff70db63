import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '#db/connect.ts'
import { registerCounts } from '#db/overview.ts'

/** While a release takes the place of the one before, processes of both work on one schema. */

test('a release goes on with the schema of a later one', async () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'carveout-later-'))
  const later = await openDatabase({ dataFolder })
  await later.schema.alterTable('vendor').addColumn('rating', 'text').execute()
  await sql`insert into kysely_migration (name, timestamp) values ('9999-rating', '2027-01-01')`.execute(
    later,
  )
  await later.destroy()
  const earlier = await openDatabase({ dataFolder })
  expect(await registerCounts(earlier)).toEqual({ agreements: 0, deployments: 0 })
  await earlier.destroy()
  rmSync(dataFolder, { recursive: true, force: true })
})

test('no migration takes away what the release before it still uses', () => {
  const folder = path.resolve(import.meta.dirname, '../../db/migrations')
  const takes = readdirSync(folder).filter((name) => {
    const lines = readFileSync(path.join(folder, name), 'utf8').split('\n')
    return lines.some(
      (line) =>
        /\.(?:drop(?:Table|Column)|rename(?:To|Column)|alterColumn)\(/.test(line) &&
        !line.includes('// unused since'),
    )
  })
  expect(takes).toEqual([])
})
