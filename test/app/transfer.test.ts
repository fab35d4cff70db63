import { createHash } from 'node:crypto'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreements } from '#db/agreements.ts'
import { classifications } from '#db/classifications.ts'
import { deployments } from '#db/deployments.ts'
import { eventsOf, recordEvent } from '#db/events.ts'
import { insertPerson } from '#db/people.ts'
import { carriedTables, countRows, keptBack, madeAnew, movedToo, rowsOf } from '#db/transfer.ts'
import type { House } from '../../app/services/house.server.ts'
import { makeToken } from '../../app/services/tokens.server.ts'
import { exportRegister, importRegister, TransferProblem } from '../../app/services/transfer.server.ts'
import { earlierHash, earlierPaper, earlierRegister } from './earlier-release.ts'
import { described, openTestHouse, person } from './governance/open-house.ts'

let from: Awaited<ReturnType<typeof openTestHouse>>
let to: Awaited<ReturnType<typeof openTestHouse>>
let folder: string
const now = new Date('2026-11-25T09:00:00Z')

beforeAll(async () => {
  ;[from, to] = [await openTestHouse(), await openTestHouse()]
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-export-'))
  const { house } = from
  const administrator = await insertPerson(house.db, person('administrator'))
  await makeToken(house, administrator, { owner: administrator.email, name: 'CI', scope: 'read' })
  const bytes = readFileSync('samples/files/corvane-dpa.pdf')
  const { agreementId } = await house.intake.accept({ fileName: 'dpa.pdf', bytes, actor: 'a test' })
  await house.intake.idle()
  await described(house, { agreementIds: [agreementId] })
})
afterAll(async () => {
  await from.close()
  await to.close()
  rmSync(folder, { recursive: true, force: true })
})

const everything = async ({ db }: House) =>
  Object.fromEntries(
    await Promise.all(
      carriedTables.map(async (table) => [table.table, await rowsOf(db, table, { limit: 10_000 })]),
    ),
  )

test('every table of the register is carried, or kept back for a reason', async () => {
  const tables = (await from.house.db.introspection.getTables())
    // On PostgreSQL the queue of jobs has a schema of its own in place of the table `job`.
    .filter(({ schema }) => schema === undefined || schema === 'public')
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('kysely_') && !name.startsWith('sqlite_'))
    // Tables that SQLite's full-text index keeps for itself.
    .filter((name) => !name.startsWith('search_words'))
  const told = [...carriedTables.map(({ table }) => table), ...Object.keys(keptBack)]
  expect(new Set([...tables, 'job', 'search_words'])).toEqual(new Set(told))
  expect(new Set(told).size).toBe(told.length)
})

test('what an export keeps back is moved to another database, or made anew there', () => {
  expect(new Set([...movedToo.map(({ table }) => table), ...madeAnew])).toEqual(
    new Set(Object.keys(keptBack)),
  )
})

test('what is exported and taken back is the same register', async () => {
  const manifest = await exportRegister(from.house, folder, now)
  expect(manifest.tables.agreement).toMatchObject({ rows: 1 })
  expect(manifest.originals.count).toBe(1)
  await importRegister(to.house, folder)
  expect(await everything(to.house)).toEqual(await everything(from.house))
  const [file] = await to.house.db.selectFrom('agreement_file').selectAll().execute()
  expect(await to.house.originals.get(file?.sha256 ?? '')).toEqual(
    readFileSync('samples/files/corvane-dpa.pdf'),
  )
})

test('no secret, session or hash of a token is in it', async () => {
  expect(await countRows(from.house.db, 'api_token')).toBe(1)
  expect(await countRows(to.house.db, 'api_token')).toBe(0)
  const tables = Object.keys(JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).tables)
  for (const table of Object.keys(keptBack)) expect(tables).not.toContain(table)
})

test('the trail goes on where it ended', async () => {
  await recordEvent(to.house.db, {
    actor: 'a test',
    action: 'looked',
    subject: 'vendor',
    subjectId: 'nobody',
  })
  expect(await eventsOf(to.house.db, 'vendor', 'nobody')).toHaveLength(1)
})

test('a register that holds something is not overwritten, nor a folder', async () => {
  await expect(importRegister(to.house, folder)).rejects.toThrow(/not empty/)
  await expect(exportRegister(from.house, folder, now)).rejects.toThrow(TransferProblem)
})

test('a file that was changed afterwards is named, and nothing is taken', async () => {
  const empty = await openTestHouse()
  appendFileSync(path.join(folder, 'tables/vendor.jsonl'), '{}\n')
  await expect(importRegister(empty.house, folder)).rejects.toThrow(/tables\/vendor.jsonl is not as it was/)
  expect(await countRows(empty.house.db, 'agreement')).toBe(0)
  await empty.close()
})

/** An export as the release with that schema wrote it: its tables and columns, no others. */
async function earlierExport(schema: string): Promise<string> {
  const at = mkdtempSync(path.join(tmpdir(), 'carveout-earlier-'))
  const db = await earlierRegister(path.join(at, 'register'), schema)
  const there = new Set((await db.introspection.getTables()).map(({ name }) => name))
  const hashOf = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
  const tables: Record<string, { rows: number; sha256: string }> = {}
  mkdirSync(path.join(at, 'export/tables'), { recursive: true })
  for (const table of carriedTables.filter((one) => there.has(one.table))) {
    const rows = await rowsOf(db, table, { limit: 100 })
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    writeFileSync(path.join(at, `export/tables/${table.table}.jsonl`), lines)
    tables[table.table] = { rows: rows.length, sha256: hashOf(lines) }
  }
  await db.destroy()
  const original = path.join(at, 'export/originals', earlierHash.slice(0, 2), earlierHash.slice(2))
  mkdirSync(path.dirname(original), { recursive: true })
  writeFileSync(original, earlierPaper)
  const originals = { count: 1, bytes: earlierPaper.length }
  const manifest = { format: 'carveout-export', version: 1, schema, exportedAt: now, tables, originals }
  writeFileSync(path.join(at, 'export/manifest.json'), JSON.stringify(manifest))
  return at
}

test('an export of an earlier release is brought up to date as an update would, and taken whole', async () => {
  const at = await earlierExport('0110-re-papering')
  const { house, close } = await openTestHouse()
  await importRegister(house, path.join(at, 'export'))
  expect((await agreements(house.db)).map(({ title }) => title)).toEqual(['Corvane terms'])
  expect((await house.originals.get(earlierHash)).toString()).toBe(earlierPaper)
  // What the update makes of rows that are there: a class began to have versions later.
  const [deployment] = await deployments(house.db)
  expect(await classifications(house.db, deployment?.id ?? '')).toMatchObject([
    { version: 1, riskClass: 'high', answers: { money: 'says' } },
  ])
  expect(readdirSync(house.config.dataFolder).filter((name) => name.startsWith('.import'))).toEqual([])
  await close()
  rmSync(at, { recursive: true, force: true })
})

test('an export of a newer release is refused with what to do', async () => {
  const at = await earlierExport('0110-re-papering')
  const manifest = path.join(at, 'export/manifest.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('0110-re-papering', '9999-rating'))
  const { house, close } = await openTestHouse()
  await expect(importRegister(house, path.join(at, 'export'))).rejects.toThrow(
    'The export comes from a newer release (9999-rating). Update Carveout, then import it.',
  )
  await close()
  rmSync(at, { recursive: true, force: true })
})
