import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type Db, migrate, oneMoment, openCopy } from '#db/connect.ts'
import { countOn } from '#db/dialect.ts'
import { unreadFiles } from '#db/files.ts'
import { migrations } from '#db/migrations/index.ts'
import { forgetMaking } from '#db/search-making.ts'
import { forgetStanding } from '#db/standing.ts'
import {
  type CarriedTable,
  carriedTables,
  filledTable,
  forgetSeeds,
  insertRows,
  originalsIn,
  stretchesOf,
} from '#db/transfer.ts'
import type { House } from './house.server.ts'

/** Everything of the register as files that need no Carveout to be read, and back: docs/export-format.md. */

const Manifest = z.object({
  format: z.literal('carveout-export'),
  version: z.literal(1),
  /** The newest migration of the register it came from. */
  schema: z.string(),
  exportedAt: z.string(),
  tables: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
  originals: z.object({ count: z.int(), bytes: z.int() }),
})
export type Manifest = z.infer<typeof Manifest>

/** The export or the register is not as it must be; the message says what to do. */
export class TransferProblem extends Error {
  override name = 'TransferProblem'
}

const manifestOf = (folder: string) => path.join(folder, 'manifest.json')
const tableFile = (folder: string, table: string) => path.join(folder, 'tables', `${table}.jsonl`)
const originalFile = (folder: string, sha256: string) =>
  path.join(folder, 'originals', sha256.slice(0, 2), sha256.slice(2))
/** The newest migration that this release has. */
export const schemaVersion = () => Object.keys(migrations).sort().at(-1) ?? ''
const rowsAtOnce = 200

/** Writes the register into a folder that is new or empty. @throws TransferProblem */
export async function exportRegister(house: House, folder: string, now: Date): Promise<Manifest> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0)
    throw new TransferProblem(`${folder} is not empty. Name a folder that is new or empty.`)
  await mkdir(path.join(folder, 'tables'))
  const tables: Manifest['tables'] = {}
  const wanted = new Set<string>()
  await oneMoment(house.db).execute(async (trx) => {
    for (const table of carriedTables) tables[table.table] = await writeTable(trx, table, folder, wanted)
  })
  let bytes = 0
  for (const sha256 of wanted) {
    const file = originalFile(folder, sha256)
    await mkdir(path.dirname(file), { recursive: true })
    await house.originals.toFile(sha256, file)
    bytes += (await stat(file)).size
  }
  const manifest: Manifest = {
    format: 'carveout-export',
    version: 1,
    schema: schemaVersion(),
    exportedAt: now.toISOString(),
    tables,
    originals: { count: wanted.size, bytes },
  }
  // Last: a folder without it is no export.
  await writeFile(manifestOf(folder), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

async function writeTable(db: Db, table: CarriedTable, folder: string, originals: Set<string>) {
  const hash = createHash('sha256')
  const file = await open(tableFile(folder, table.table), 'wx')
  let rows = 0
  try {
    for await (const some of stretchesOf(db, table, rowsAtOnce)) {
      const lines = some.map((row) => `${JSON.stringify(row)}\n`).join('')
      hash.update(lines)
      await file.write(lines)
      for (const sha256 of originalsIn(table, some)) originals.add(sha256)
      rows += some.length
    }
  } finally {
    await file.close()
  }
  return { rows, sha256: hash.digest('hex') }
}

/** Whether a folder holds an export. */
export const isExport = (folder: string): Promise<boolean> =>
  readFile(manifestOf(folder), 'utf8').then(
    (text) => text.includes('"carveout-export"'),
    () => false,
  )

/**
 * Takes an export into a register that has nothing yet. Everything is checked before anything is written; rows come in one
 * transaction, all or none.
 * @throws TransferProblem
 */
export async function importRegister(house: House, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  await checkFiles(folder, manifest)
  await checkEmpty(house)
  if (manifest.schema === schemaVersion()) {
    const tables = carriedTables.filter(({ table }) => manifest.tables[table])
    await takeRows(house, folder, tables, (table) => rowsOfFile(folder, table))
    return manifest
  }
  const earlier = await mkdtemp(path.join(house.config.dataFolder, '.import-'))
  try {
    const db = await broughtUpToDate(folder, manifest, earlier)
    await takeRows(house, folder, carriedTables, (table) => stretchesOf(db, table, rowsAtOnce)).finally(() =>
      db.destroy(),
    )
  } finally {
    await rm(earlier, { recursive: true, force: true })
  }
  return manifest
}

type Rows = Record<string, unknown>[]

async function takeRows(
  house: House,
  folder: string,
  tables: readonly CarriedTable[],
  rowsIn: (table: CarriedTable) => AsyncIterable<Rows>,
): Promise<void> {
  for (const table of tables)
    for await (const rows of rowsIn(table))
      for (const sha256 of originalsIn(table, rows)) await takeOriginal(house, folder, sha256)
  await house.db.transaction().execute(async (trx) => {
    await forgetSeeds(trx)
    for (const table of tables) {
      for await (const rows of rowsIn(table)) await insertRows(trx, table, rows)
      if (table.counts) await countOn(trx, table.table, table.key[0] ?? 'id')
    }
    await forgetMaking(trx)
    await forgetStanding(trx)
    for (const file of await unreadFiles(trx))
      await house.jobs.send(trx, 'read', file.id, { fileId: file.id })
  })
}

/**
 * An export of an earlier release in a register of its own: the schema as that release had it, then brought up to date, so that
 * whatever an update does to rows is done to these, too.
 */
async function broughtUpToDate(folder: string, { schema, tables }: Manifest, earlier: string) {
  const db = await openCopy(earlier, schema)
  try {
    await db.transaction().execute(async (trx) => {
      for (const table of carriedTables.filter((one) => tables[one.table])) {
        if (table.seeded) await trx.deleteFrom(table.table).execute()
        for await (const rows of rowsOfFile(folder, table)) await insertRows(trx, table, rows)
      }
    })
    await migrate(db)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  let data: unknown
  try {
    data = JSON.parse(await readFile(manifestOf(folder), 'utf8'))
  } catch {
    throw new TransferProblem(`${folder} holds no manifest.json that can be read: it is no complete export.`)
  }
  const manifest = Manifest.safeParse(data)
  if (!manifest.success)
    throw new TransferProblem(`${manifestOf(folder)} is no manifest of an export that this release knows.`)
  if (!(manifest.data.schema in migrations))
    throw new TransferProblem(
      `The export comes from a newer release (${manifest.data.schema}). Update Carveout, then import it.`,
    )
  const unknown = Object.keys(manifest.data.tables).find(
    (t) => !carriedTables.some(({ table }) => table === t),
  )
  if (unknown)
    throw new TransferProblem(`The export has a table "${unknown}" that this release does not know.`)
  return manifest.data
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece)
  return hash.digest('hex')
}

async function checkFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const [table, { sha256 }] of Object.entries(manifest.tables)) {
    const found = await hashOfFile(tableFile(folder, table)).catch(() => {
      throw new TransferProblem(`tables/${table}.jsonl is missing or can't be read. Copy the export again.`)
    })
    if (found !== sha256)
      throw new TransferProblem(
        `tables/${table}.jsonl is not as it was exported: its hash differs. Copy it again.`,
      )
  }
}

async function checkEmpty({ db }: House): Promise<void> {
  const filled = await filledTable(db)
  if (filled)
    throw new TransferProblem(
      `This register is not empty (${filled}). Import into a new one: CARVEOUT_DATA=new-folder carveout import …`,
    )
}

/** The rows of a table's file, some at a time. */
async function* rowsOfFile(folder: string, { table }: CarriedTable): AsyncGenerator<Rows> {
  const lines = createInterface({ input: createReadStream(tableFile(folder, table)), crlfDelay: 1 })
  let some: Rows = []
  for await (const line of lines) {
    if (line) some.push(z.record(z.string(), z.unknown()).parse(JSON.parse(line)))
    if (some.length === rowsAtOnce) {
      yield some
      some = []
    }
  }
  yield some
}

async function takeOriginal(house: House, folder: string, sha256: string): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TransferProblem(`"${sha256}" is no hash of an original.`)
  if (await house.originals.has(sha256)) return
  const file = originalFile(folder, sha256)
  const found = await hashOfFile(file).catch(() => {
    throw new TransferProblem(`The original ${sha256} is missing from the export. Copy it again.`)
  })
  if (found !== sha256)
    throw new TransferProblem(`The original ${sha256} is not as it was exported. Copy it again.`)
  await house.originals.take(sha256, () => createReadStream(file))
}
