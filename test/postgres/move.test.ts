import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { eventsOf, recordEvent } from '#db/events.ts'
import { insertPerson } from '#db/people.ts'
import { countRows } from '#db/transfer.ts'
import { type House, type HouseConfig, openHouse } from '../../app/services/house.server.ts'
import { moveRegister } from '../../app/services/move.server.ts'
import { makeToken } from '../../app/services/tokens.server.ts'
import { described, person } from '../app/governance/open-house.ts'
import { readersHere } from '../app/readers-here.ts'
import { startStore } from '../s3-store.ts'
import { createDatabase, staysSqlite } from './instead-of-sqlite.ts'

/** A laptop's register goes to a company's engines. */
const paper = readFileSync('samples/files/corvane-dpa.pdf')
const folder = mkdtempSync(path.join(tmpdir(), staysSqlite))
const databases = ['moved_whole', 'moved_not'].map((name) => `${inject('postgres')}/${name}`)
let store: Awaited<ReturnType<typeof startStore>>
let from: House
const houses: House[] = []

async function open(config: Partial<HouseConfig>): Promise<House> {
  const house = await openHouse(
    { dataFolder: folder, ...config },
    { root: '.', log: pino({ level: 'silent' }), readers: readersHere() },
  )
  houses.push(house)
  return house
}

beforeAll(async () => {
  store = await startStore(path.join(folder, 's3'))
  await Promise.all([createDatabase('moved_whole'), createDatabase('moved_not')])
  from = await open({})
  const administrator = await insertPerson(from.db, person('administrator'))
  await makeToken(from, administrator, { owner: administrator.email, name: 'CI', scope: 'read' })
  const { agreementId } = await from.intake.accept({ fileName: 'dpa.pdf', bytes: paper, actor: 'a test' })
  await from.intake.idle()
  await described(from, { agreementIds: [agreementId] })
})
afterAll(async () => {
  for (const house of houses) await house.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a register moves into PostgreSQL and an object store as it is, tokens included', async () => {
  const to = await open({ databaseUrl: databases[0], blobStore: store.address })
  const told: string[] = []
  const moved = await moveRegister({ from, to, tell: (words) => told.push(words) })

  expect(moved.originals).toEqual({ count: 1, bytes: paper.length })
  expect(moved.trail).toMatchObject({ problems: [], rows: await countRows(from.db, 'event') })
  expect(told).toContain('api_token: 1 rows')
  for (const { name } of await from.db.introspection.getTables())
    if (name in moved.tables)
      expect([name, moved.tables[name]]).toEqual([name, await countRows(to.db, name as 'vendor')])
  const [file] = await to.db.selectFrom('agreement_file').selectAll().execute()
  expect(await to.originals.get(file?.sha256 ?? '')).toEqual(paper)

  await recordEvent(to.db, { actor: 'a test', action: 'looked', subject: 'vendor', subjectId: 'nobody' })
  expect(await eventsOf(to.db, 'vendor', 'nobody')).toHaveLength(1)
  await expect(moveRegister({ from, to })).rejects.toThrow(/not empty \(person\)/)
})

test('an original that was changed stops it, and nothing is moved', async () => {
  const [file] = await from.db.selectFrom('agreement_file').selectAll().execute()
  const { sha256 = '' } = file ?? {}
  writeFileSync(path.join(folder, 'originals', sha256.slice(0, 2), sha256.slice(2)), 'something else')
  const elsewhere = store.address.replace('/originals', '/not-moved')
  const to = await open({ databaseUrl: databases[1], blobStore: elsewhere })
  await expect(moveRegister({ from, to })).rejects.toThrow(/no longer matches its hash/)
  expect(await countRows(to.db, 'agreement')).toBe(0)
})
