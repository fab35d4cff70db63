import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#db/connect.ts'
import { isPostgres } from '#db/dialect.ts'
import type { Schema } from '#db/schema.ts'
import { createJobs } from '../../app/services/jobs/index.server.ts'
import type { Jobs } from '../../app/services/jobs/jobs.ts'

/** The same promises on both databases: a table with leases on SQLite, pg-boss on PostgreSQL. */
let folder: string
let db: Kysely<Schema>
let jobs: Jobs
const open = () => createJobs({ db, log: pino({ level: 'silent' }), retrySeconds: 0, watchSeconds: 1 })

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-jobs-'))
  db = await openDatabase({ dataFolder: folder })
  jobs = open()
})
afterEach(async () => {
  await jobs.stop()
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

test('a job is there when its transaction is, and not when that is rolled back', async () => {
  const done: string[] = []
  jobs.handle('read', async ({ fileId }) => void done.push(fileId))
  await db
    .transaction()
    .execute(async (trx) => {
      await jobs.send(trx, 'read', 'lost', { fileId: 'lost' })
      throw new Error('rolled back')
    })
    .catch(() => undefined)
  await db.transaction().execute((trx) => jobs.send(trx, 'read', 'kept', { fileId: 'kept' }))
  await jobs.start(2)
  await jobs.idle()
  expect(done).toEqual(['kept'])
})

test('of one key at most one waits', async () => {
  let runs = 0
  jobs.handle('read', async () => void runs++)
  for (let i = 0; i < 3; i++) await jobs.send(db, 'read', 'a', { fileId: 'a' })
  await jobs.start(1)
  await jobs.idle()
  expect(runs).toBe(1)
})

test('what an earlier worker left is done by the next one', async () => {
  await jobs.send(db, 'read', 'a', { fileId: 'a' })
  await jobs.stop()
  jobs = open()
  const done: string[] = []
  jobs.handle('read', async ({ fileId }) => void done.push(fileId))
  await jobs.start(1)
  await jobs.idle()
  expect(done).toEqual(['a'])
})

/** What the database looks like when a worker of another machine took the job an hour ago and was ended. */
async function takenByDeadWorker(): Promise<void> {
  if (isPostgres(db))
    await sql`update jobs.job set state = 'active', started_on = now() - interval '1 hour'`.execute(db)
  else
    await db
      .updateTable('job')
      .set({
        state: 'running',
        attempts: 1,
        worker: 'elsewhere:1:1',
        lease_until: '2026-01-01T00:00:00.000Z',
      })
      .execute()
}

test('what a worker had in hand when it died is done by another', async () => {
  await jobs.send(db, 'read', 'a', { fileId: 'a' })
  await takenByDeadWorker()
  const done: string[] = []
  jobs.handle('read', async ({ fileId }) => void done.push(fileId))
  await jobs.start(1)
  await jobs.idle()
  expect(done).toEqual(['a'])
  expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, parked: 0 })
})

test('a job that always fails is parked with its error, and can be run again', async () => {
  let broken = true
  const fixed = new Promise<void>((resolve) => {
    jobs.handle('read', async () => {
      if (broken) throw new Error('the disk is full')
      resolve()
    })
  })
  await jobs.send(db, 'read', 'a', { fileId: 'a' })
  await jobs.start(1)
  await jobs.idle()
  const [parked] = await jobs.parked()
  expect(parked).toMatchObject({ name: 'read', key: 'a', error: 'the disk is full' })
  expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, parked: 1 })
  broken = false
  await jobs.runAgain(parked?.id ?? '')
  await fixed
  await jobs.idle()
  expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, parked: 0 })
})
