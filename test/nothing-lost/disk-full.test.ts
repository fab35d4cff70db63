import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { takeUpload } from '../../app/services/uploads.server.ts'
import { userAs } from '../app/as.ts'
import { faultsOf } from './check.ts'
import type { Acknowledged } from './work.ts'

/** SQLite says SQLITE_FULL alike when the disk is full and when the database may have no more pages. */
const folder = mkdtempSync(path.join(tmpdir(), 'carveout-full-'))
let house: House
beforeAll(async () => {
  house = await openHouse(
    { dataFolder: folder },
    { root: process.cwd(), log: pino({ level: 'silent' }), work: false },
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pagesAtMost = (count: number) =>
  sql`pragma max_page_count = ${sql.raw(String(count))}`.execute(house.db)

function upload(name: string) {
  const body = new FormData()
  body.set('file', new File([`1. Term. Paper ${name} runs for two years.`], `${name}.txt`))
  return takeUpload(new Request('http://localhost/upload', { method: 'POST', body }), {
    house,
    user: userAs('legal'),
  })
}

test('a disk that fills up while the database writes gives an error in words, loses nothing, and all goes on once there is room', async () => {
  const acknowledged: Acknowledged[] = []
  const acknowledge = async (ids: string[]) => {
    const rows = await house.db
      .selectFrom('agreement_file')
      .select(['id', 'sha256'])
      .where('id', 'in', ids)
      .execute()
    for (const row of rows) acknowledged.push({ kind: 'uploaded', fileId: row.id, sha256: row.sha256 })
  }
  await pagesAtMost(1)
  let refused: string | undefined
  for (let n = 0; n < 2_000 && !refused; n++) {
    const taken = await upload(`before-${n}`)
    if ('error' in taken) {
      expect(taken.status).toBe(507)
      refused = taken.error
    } else await acknowledge(taken.ids)
  }
  expect(refused).toMatch(/^The disk of the server is full\./)

  await pagesAtMost(1_000_000)
  const after = await upload('after')
  expect(after).toHaveProperty('ids')
  if ('ids' in after) await acknowledge(after.ids)
  await house.close()
  expect(await faultsOf(folder, acknowledged)).toEqual([])
})
