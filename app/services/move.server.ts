import { createHash } from 'node:crypto'
import { type Db, oneMoment } from '#db/connect.ts'
import { countOn } from '#db/dialect.ts'
import { unreadFiles } from '#db/files.ts'
import { forgetMaking } from '#db/search-making.ts'
import { forgetStanding } from '#db/standing.ts'
import { checkTrail, type TrailCheck } from '#db/trail.ts'
import {
  type CarriedTable,
  carriedTables,
  filledTable,
  forgetSeeds,
  insertRows,
  movedToo,
  originalsIn,
  stretchesOf,
} from '#db/transfer.ts'
import type { House } from './house.server.ts'
import { TransferProblem } from './transfer.server.ts'

/** A register as it is, sign-ins and tokens included, from one database and one place of originals to others. */

export interface Moved {
  tables: Record<string, number>
  rows: number
  originals: { count: number; bytes: number }
  trail: TrailCheck
}

interface Move {
  from: House
  to: House
  /** Hears what is being done, a sentence at a time. */
  tell?: (words: string) => void
}

const movedTables = [...carriedTables, ...movedToo]
const rowsAtOnce = 500

/**
 * Fills an empty register with another's rows and originals, and checks what has arrived: the number of rows and a hash over
 * them table by table, each original against its own hash, the chain of the trail. All rows come or none.
 * @throws TransferProblem
 */
export async function moveRegister({ from, to, tell = () => {} }: Move): Promise<Moved> {
  const filled = await filledTable(to.db)
  if (filled)
    throw new TransferProblem(
      `The database to move to is not empty (${filled}). Make a new one and name it: createdb carveout2`,
    )
  const tables: Record<string, number> = {}
  const wanted = new Set<string>()
  let bytes = 0
  // One transaction at each end, so that nothing half moved is left.
  await oneMoment(from.db).execute((source) =>
    to.db.transaction().execute(async (target) => {
      await forgetSeeds(target, movedToo)
      for (const table of movedTables) {
        tables[table.table] = await moveTable(source, target, table, wanted)
        if (tables[table.table]) tell(`${table.table}: ${tables[table.table]} rows`)
      }
      await forgetMaking(target)
      await forgetStanding(target)
      for (const file of await unreadFiles(target))
        await to.jobs.send(target, 'read', file.id, { fileId: file.id })
      // Before the rows hold: a register whose originals are missing is none.
      bytes = await moveOriginals({ from, to, tell }, wanted)
    }),
  )
  const [before, trail] = [await checkTrail(from.db), await checkTrail(to.db)]
  if (trail.head !== before.head || trail.rows !== before.rows)
    throw new TransferProblem('The trail at the new place does not end as it did. Do not use the new place.')
  return {
    tables,
    rows: Object.values(tables).reduce((sum, rows) => sum + rows, 0),
    originals: { count: wanted.size, bytes },
    trail,
  }
}

async function moveTable(source: Db, target: Db, table: CarriedTable, originals: Set<string>) {
  const sent = createSum()
  for await (const rows of stretchesOf(source, table, rowsAtOnce)) {
    sent.add(rows)
    for (const sha256 of originalsIn(table, rows)) originals.add(sha256)
    await insertRows(target, table, rows)
  }
  if (table.counts) await countOn(target, table.table, table.key[0] ?? 'id')
  const arrived = createSum()
  for await (const rows of stretchesOf(target, table, rowsAtOnce)) arrived.add(rows)
  if (arrived.rows !== sent.rows || arrived.hash() !== sent.hash())
    throw new TransferProblem(
      `${table.table} did not arrive as it was (${arrived.rows} of ${sent.rows} rows). Nothing was moved.`,
    )
  return sent.rows
}

/** Counts rows and sums their hashes, so that the order, in which databases differ, does not matter. */
function createSum() {
  const sum = Buffer.alloc(32)
  return {
    rows: 0,
    add(rows: Record<string, unknown>[]) {
      for (const row of rows) {
        const plain = JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
        const hash = createHash('sha256').update(plain).digest()
        for (let i = 0; i < hash.length; i++) sum[i] = (sum[i] ?? 0) ^ (hash[i] ?? 0)
      }
      this.rows += rows.length
    },
    hash: () => sum.toString('hex'),
  }
}

/** Reads each one back from where it is kept now. @returns how many bytes they are */
async function moveOriginals({ from, to, tell = () => {} }: Move, wanted: Set<string>): Promise<number> {
  let done = 0
  let bytes = 0
  for (const sha256 of wanted) {
    await to.originals.take(sha256, () => from.originals.open(sha256))
    bytes += await to.originals.check(sha256)
    done++
    if (done % 500 === 0 || done === wanted.size) tell(`originals: ${done} of ${wanted.size}`)
  }
  return bytes
}
