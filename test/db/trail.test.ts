import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#db/connect.ts'
import { recordEvent, requestOrigin } from '#db/events.ts'
import type { Schema } from '#db/schema.ts'
import { checkTrail, trail } from '#db/trail.ts'

let folder: string
let db: Kysely<Schema>
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-trail-'))
  db = await openDatabase({ dataFolder: folder })
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

const happened = (n: number) =>
  recordEvent(db, { actor: 'maria@halden.example', action: 'edited', subject: 'vendor', subjectId: `v${n}` })

/** What somebody does who has the database's own password. */
async function pastTheTriggers(tamper: () => Promise<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter)
    await sql`alter table event disable trigger all`.execute(db)
  else
    for (const verb of ['update', 'delete']) await sql`drop trigger ${sql.id(`event_no_${verb}`)}`.execute(db)
  await tamper()
}

test('a trail that nobody touched is sound, and says where it came from', async () => {
  await requestOrigin.run('203.0.113.7', () => happened(1))
  await happened(2)
  expect(await checkTrail(db)).toMatchObject({ rows: 2, problems: [] })
  expect((await trail(db, {}, 10)).map((row) => row.origin)).toEqual([null, '203.0.113.7'])
})

test('fifty changes at once are one chain', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, n) => happened(n)))
  expect(await checkTrail(db)).toMatchObject({ rows: 50, problems: [] })
})

test('a change that is rolled back leaves no row and no hole', async () => {
  await happened(1)
  await db
    .transaction()
    .execute(async (trx) => {
      await recordEvent(trx, { actor: 'x', action: 'edited', subject: 'vendor', subjectId: 'v' })
      throw new Error('changed my mind')
    })
    .catch(() => undefined)
  await happened(2)
  expect(await checkTrail(db)).toMatchObject({ rows: 2, problems: [] })
})

test('the database itself refuses to change or remove a row', async () => {
  await happened(1)
  await expect(db.updateTable('event').set({ actor: 'somebody else' }).execute()).rejects.toThrow(
    /only ever added/,
  )
  await expect(db.deleteFrom('event').execute()).rejects.toThrow(/only ever added/)
})

test.each<[string, () => Promise<unknown>, RegExp]>([
  [
    'an edited row',
    () => db.updateTable('event').set({ actor: 'somebody else' }).where('subject_id', '=', 'v2').execute(),
    /Row 2 /,
  ],
  [
    'a removed row',
    () => db.deleteFrom('event').where('subject_id', '=', 'v2').execute(),
    /Row 3 .* rows before it are missing/,
  ],
  [
    'rows removed from the end',
    () => db.deleteFrom('event').where('subject_id', '=', 'v3').execute(),
    /ends after 2 rows, but 3 were written/,
  ],
  [
    'a row put in by hand',
    () =>
      db
        .insertInto('event')
        .values({
          at: '2026-01-01',
          actor: 'x',
          action: 'approved',
          subject: 'vendor',
          subject_id: 'v',
          detail_json: '{}',
        })
        .execute(),
    /Row 4 /,
  ],
])('%s is found even past the triggers', async (_, tamper, sentence) => {
  for (const n of [1, 2, 3]) await happened(n)
  await pastTheTriggers(tamper)
  const { problems } = await checkTrail(db)
  expect(problems.join('\n')).toMatch(sentence)
})
