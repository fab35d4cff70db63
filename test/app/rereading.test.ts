import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readingsBehind, setEngine } from '#db/engines.ts'
import { eventsOf } from '#db/events.ts'
import { filesOf } from '#db/files.ts'
import { termsOfFile } from '#db/terms.ts'
import { engine } from '#domain/reading/engine.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { jobsAtHand } from '../../app/services/jobs/parked.server.ts'
import { rereadingSweep, rereadSome } from '../../app/services/rereading.server.ts'
import { decideTerm } from '../../app/services/review/decide.server.ts'
import { takeOnJobs } from '../../app/services/work.server.ts'
import { userAs } from './as.ts'
import { readersHere } from './readers-here.ts'

/** What a newer engine does to a register that an older one read. */
const root = path.resolve(import.meta.dirname, '../..')
let folder: string
let house: House
let fileId: string
let agreementId: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-rereading-'))
  house = await openHouse(
    { dataFolder: folder },
    { root, log: pino({ level: 'silent' }), readers: readersHere() },
  )
  takeOnJobs(house)
  const bytes = readFileSync(path.join(root, 'samples/files/corvane-order-form.pdf'))
  const { file } = await house.intake.accept({ fileName: 'order.pdf', bytes, actor: 'a test' })
  await house.intake.idle()
  fileId = file.id
  agreementId = (await filesOf(house.db, file.agreementId))[0]?.agreementId ?? ''
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** As if a release had read it whose readers of these types were older. */
const readByOlder = (...types: string[]) =>
  setEngine(house.db, fileId, {
    ...engine,
    readers: { ...engine.readers, ...Object.fromEntries(types.map((type) => [type, 0])) },
  })

async function newReleaseWorks(): Promise<void> {
  await rereadingSweep.run(house, new Date())
  await house.jobs.idle()
}

const rows = () =>
  house.db.selectFrom('term').selectAll().where('file_id', '=', fileId).orderBy('id').execute()
const behind = async () => (await readingsBehind(house.db, engine)).behind
const readAgain = async () =>
  (await eventsOf(house.db, 'agreement', agreementId)).filter(({ action }) => action.startsWith('read again'))

/** As if clauses or importers had been other ones: then the original is read. */
const structuredByOlder = () => setEngine(house.db, fileId, { ...engine, structure: 'older' })

/** A type that the paper has. */
async function someType(): Promise<string> {
  const [first] = await termsOfFile(house.db, fileId)
  if (!first) throw new Error('The paper says nothing.')
  return first.type
}

/** What the older reader of a type had made of it. */
const misread = (type: string) =>
  house.db
    .updateTable('term')
    .set({ confidence: 0.1 })
    .where('file_id', '=', fileId)
    .where('type', '=', type)
    .execute()

test('papers that this release read are left alone', async () => {
  expect(await behind()).toBe(0)
  const before = await rows()
  await newReleaseWorks()
  expect(await rows()).toEqual(before)
})

test('of a paper that reads the same nothing is written but by which engine it was read', async () => {
  const before = await rows()
  await readByOlder(await someType())
  expect(await jobsAtHand(house)).toMatchObject({ readings: { behind: 1, all: 1 } })
  await house.db.deleteFrom('standing_change').execute()
  await newReleaseWorks()
  expect(await behind()).toBe(0)
  expect(await rows()).toEqual(before)
  expect(await readAgain()).toEqual([])
  expect(await house.db.selectFrom('standing_change').selectAll().execute()).toEqual([])
})

test('only the types whose reader changed are filed anew', async () => {
  const type = await someType()
  const before = await rows()
  await misread(type)
  await readByOlder(type)
  await newReleaseWorks()
  const after = await rows()
  const ofOthers = (some: typeof before) => some.filter((row) => row.type !== type)
  expect(ofOthers(after)).toEqual(ofOthers(before))
  expect(after.filter((row) => row.confidence === 0.1)).toEqual([])
  expect(await readAgain()).toMatchObject([{ detail: { types: [type] } }])
})

test('a type whose reader is the same stays as it is, even where the reading would differ', async () => {
  const type = await someType()
  await misread(type)
  await readByOlder('a_type_that_is_gone')
  await newReleaseWorks()
  expect((await rows()).filter((row) => row.type === type).every((row) => row.confidence === 0.1)).toBe(true)
})

test('what a person decided stays, and what the new reading says beside it is told', async () => {
  const [term] = await termsOfFile(house.db, fileId)
  if (!term) throw new Error('The paper says nothing.')
  await decideTerm(house, term, { kind: 'confirmed', version: term.version }, userAs('legal'))
  await misread(term.type)
  await readByOlder(term.type)
  await newReleaseWorks()
  const now = (await termsOfFile(house.db, fileId)).find(({ id }) => id === term.id)
  expect(now).toMatchObject({ review: 'confirmed', value: term.value, confidence: term.confidence })
})

test('where clauses or weights changed, everything that reads otherwise is filed anew', async () => {
  const types = [...new Set((await rows()).map((row) => row.type))]
  for (const type of types) await misread(type)
  await structuredByOlder()
  await newReleaseWorks()
  expect((await rows()).filter((row) => row.confidence === 0.1)).toEqual([])
})

test('where only readers changed, the document that is kept is read: no original is asked for', async () => {
  const type = await someType()
  await misread(type)
  await readByOlder(type)
  const [file] = await filesOf(house.db, agreementId)
  await house.originals.remove(file?.sha256 ?? '')
  await newReleaseWorks()
  expect((await rows()).filter((row) => row.confidence === 0.1)).toEqual([])
  expect(await readAgain()).toMatchObject([{ detail: { types: [type] } }])
})

test('a store that does not answer costs no paper its turn', async () => {
  await structuredByOlder()
  const toFile = () => Promise.reject(new Error('The store does not answer.'))
  const away: House = { ...house, originals: { ...house.originals, toFile } }
  await expect(rereadSome(away)).rejects.toThrow('does not answer')
  expect(await behind()).toBe(1)
  await newReleaseWorks()
  expect(await behind()).toBe(0)
})

test('a paper whose original is gone keeps what was read, and is not tried for ever', async () => {
  const before = await rows()
  await structuredByOlder()
  const [file] = await filesOf(house.db, agreementId)
  await house.originals.remove(file?.sha256 ?? '')
  await newReleaseWorks()
  expect(await behind()).toBe(0)
  expect(await rows()).toEqual(before)
  expect(await eventsOf(house.db, 'agreement', agreementId)).toContainEqual(
    expect.objectContaining({ action: 'could not read again' }),
  )
})
