import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertAgreement } from '#db/agreements.ts'
import { isPostgres } from '#db/dialect.ts'
import { eventsOf } from '#db/events.ts'
import { isMade } from '#db/search-making.ts'
import { insertVendor } from '#db/vendors.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { loader as fileOf } from '../../app/routes/exports.$id_.file.ts'
import { loader as jobsScreen, action as runAgain } from '../../app/routes/settings.jobs.tsx'
import { askForRegister, exportOf, exportSweep } from '../../app/services/exports.server.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { startSweeps } from '../../app/services/sweeps.server.ts'
import { takeOnJobs } from '../../app/services/work.server.ts'
import { contextAs, userAs } from './as.ts'
import { readersHere } from './readers-here.ts'

/** What takes long is a job: it outlives the process that asked for it, and any worker does it. */
let folder: string
let house: House
let worker: House | undefined

const open = (work: boolean) =>
  openHouse(
    { dataFolder: folder },
    { root: '.', log: pino({ level: 'silent' }), readers: readersHere(), work },
  )

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-exports-'))
  house = await open(false)
  const { id } = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' }))
  for (let nth = 1; nth <= 7; nth++)
    await insertAgreement(
      house.db,
      id,
      AgreementInput.parse({ title: `Order form ${nth}`, kind: 'order_form', status: 'active' }),
    )
})
afterEach(async () => {
  await worker?.close()
  worker = undefined
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A worker does all that waits. */
async function work(): Promise<void> {
  worker = await open(true)
  takeOnJobs(worker)
  await worker.jobs.idle()
}

const legal = userAs('legal')
const day = '2026-11-26'
const fetchFile = (id: string, context = contextAs(house, 'legal')) =>
  fileOf({ request: new Request('http://localhost/'), params: { id }, context })

test('a small register is written at once', async () => {
  expect(await askForRegister(house, legal, day)).toMatchObject({ fileName: 'carveout-register.xlsx' })
})

test('a large one is made by a job, once, and waits for who asked for it', async () => {
  const asked = await askForRegister(house, legal, day, { atOnce: 5 })
  if (!('id' in asked)) throw new Error('It was made at once.')
  expect(await askForRegister(house, legal, day, { atOnce: 5 })).toEqual(asked)
  expect(await exportOf(house, legal, asked.id)).toMatchObject({ state: 'waiting', done: 0, file: null })
  await work()
  expect(await exportOf(house, legal, asked.id)).toMatchObject({ state: 'ready', done: 16, total: 16 })
  const file = await fetchFile(asked.id)
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  expect(await exportOf(house, userAs('auditor'), asked.id)).toBeUndefined()
  await expect(fetchFile(asked.id, contextAs(house, 'auditor'))).rejects.toMatchObject({ status: 404 })
})

test('an export is gone after a day, its file too', async () => {
  const asked = await askForRegister(house, legal, day, { atOnce: 5 })
  if (!('id' in asked)) throw new Error('It was made at once.')
  await work()
  const { file } = (await exportOf(house, legal, asked.id)) ?? {}
  await exportSweep.run(house, new Date(Date.now() + 25 * 3_600_000))
  expect(await exportOf(house, legal, asked.id)).toBeUndefined()
  expect(await house.originals.has(file?.sha256 ?? '')).toBe(false)
})

test('timed work waits in the queue, and a worker does it', async () => {
  const stop = startSweeps(house, { folders: true })
  await stop()
  const { waiting } = await house.jobs.counts()
  expect(waiting).toBeGreaterThan(5)
  expect(await isMade(house.db)).toBe(false)
  await work()
  expect(await isMade(house.db)).toBe(true)
  expect(await house.jobs.counts()).toEqual({ waiting: 0, running: 0, parked: 0 })
})

test('an administrator sees why a job is parked, and runs it again', async () => {
  await house.jobs.send(house.db, 'sweep', 'search index', { name: 'search index' })
  if (isPostgres(house.db))
    await sql`update jobs.job set state = 'failed', output = '{"message": "the disk is full"}'`.execute(
      house.db,
    )
  else await house.db.updateTable('job').set({ state: 'parked', error: 'the disk is full' }).execute()
  const context = contextAs(house, 'administrator')
  const { parked } = await jobsScreen({ request: new Request('http://localhost/'), params: {}, context })
  expect(parked).toMatchObject([{ title: 'Timed work', about: 'search index', error: 'the disk is full' }])
  const [{ id = '' } = {}] = parked
  const body = new URLSearchParams({ id })
  const again = () =>
    runAgain({ request: new Request('http://localhost/', { method: 'POST', body }), params: {}, context })
  expect(await again()).toMatchObject({ told: expect.stringContaining('runs again') })
  await work()
  expect(await isMade(house.db)).toBe(true)
  expect(await house.jobs.parked()).toEqual([])
  expect(await eventsOf(house.db, 'job', id)).toMatchObject([{ action: 'ran again' }])
  expect(await again()).toMatchObject({ init: { status: 404 } })
})
