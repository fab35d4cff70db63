import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { originalsInUse } from '#db/originals.ts'
import type { Schema } from '#db/schema.ts'
import { checkTrail } from '#db/trail.ts'
import type { House } from './house.server.ts'

export interface Verification {
  sound: boolean
  trail: { rows: number; head: string }
  originals: number
  problems: string[]
}

/** Whether the register is what was written: the trail's chain, every original against its hash, references between tables. */
export async function verify({ db, originals }: Pick<House, 'db' | 'originals'>): Promise<Verification> {
  const trail = await checkTrail(db)
  const problems = [...trail.problems]
  const named = await originalsInUse(db)
  for (const sha256 of named)
    await originals.check(sha256).catch(() => {
      problems.push(`The original ${sha256} is missing, or its bytes no longer match that hash.`)
    })
  problems.push(...(await danglingReferences(db)))
  return {
    sound: problems.length === 0,
    trail: { rows: trail.rows, head: trail.head },
    originals: named.length,
    problems,
  }
}

/** References that lead nowhere. PostgreSQL checks them itself at all times; SQLite can be opened without. */
async function danglingReferences(db: Kysely<Schema>): Promise<string[]> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return []
  const { rows } = await sql<{
    table: string
    rowid: number
    parent: string
  }>`pragma foreign_key_check`.execute(db)
  return rows.map((row) => `Row ${row.rowid} of ${row.table} refers to a ${row.parent} that is not there.`)
}
