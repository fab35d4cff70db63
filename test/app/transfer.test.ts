import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventsOf, recordEvent } from '#db/events.ts'
import { insertPerson } from '#db/people.ts'
import { carriedTables, countRows, keptBack, madeAnew, movedToo, rowsOf } from '#db/transfer.ts'
import type { House } from '../../app/services/house.server.ts'
import { makeToken } from '../../app/services/tokens.server.ts'
import { exportRegister, importRegister, TransferProblem } from '../../app/services/transfer.server.ts'
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
