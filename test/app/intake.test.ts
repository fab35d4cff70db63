import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { agreementById } from '#db/agreements.ts'
import { filesById, filesOf } from '#db/files.ts'
import { createReaderPool } from '#importers/isolated.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { readersHere } from './readers-here.ts'

const root = path.resolve(import.meta.dirname, '../..')
let folder: string
let house: House
const open = (readers = readersHere()) =>
  openHouse({ dataFolder: folder }, { root, log: pino({ level: 'silent' }), readers })

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-intake-'))
  house = await open()
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const sample = (file: string) => readFileSync(path.join(root, 'samples/files', file))
const upload = (fileName: string, bytes: Uint8Array) =>
  house.intake.accept({ fileName, bytes, actor: 'a test' })

test('a paper fills in what nobody entered: vendor, title, kind and dates', async () => {
  const { agreementId } = await upload('corvane_dpa.pdf', sample('corvane-dpa.pdf'))
  await house.intake.idle()
  expect(await agreementById(house.db, agreementId)).toMatchObject({
    slug: 'corvane-dpa',
    title: 'Data Processing Agreement',
    kind: 'dpa',
    vendorName: 'Corvane Systems Limited',
    counterparty: 'Halden Mutual plc',
    signedOn: '2025-01-12',
  })
})

test('what a person entered stays as it is', async () => {
  const details = { title: 'Our DPA', signedOn: '2025-02-02' }
  const bytes = sample('corvane-dpa.pdf')
  const { agreementId } = await house.intake.accept({
    fileName: 'dpa.pdf',
    bytes,
    vendor: 'Corvane',
    details,
    actor: 'a test',
  })
  await house.intake.idle()
  expect(await agreementById(house.db, agreementId)).toMatchObject({ ...details, vendorName: 'Corvane' })
})

test('the same bytes twice are one agreement', async () => {
  const first = await upload('a.pdf', sample('corvane-order-form.pdf'))
  const second = await upload('b.pdf', sample('corvane-order-form.pdf'))
  expect(second).toMatchObject({ agreementId: first.agreementId, duplicate: true })
})

test('a new version keeps the ones before it', async () => {
  const { agreementId } = await upload('terms.pdf', sample('corvane-order-form.pdf'))
  const bytes = sample('corvane-amendment-1.pdf')
  await house.intake.accept({ fileName: 'terms-2.pdf', bytes, agreementId, actor: 'a test' })
  await house.intake.idle()
  expect((await filesOf(house.db, agreementId)).map((f) => [f.version, f.fileName])).toEqual([
    [2, 'terms-2.pdf'],
    [1, 'terms.pdf'],
  ])
})

test('a file that can’t be read says why, keeps its original and can be read again', async () => {
  const bytes = Buffer.from('%PDF-1.7\nnothing more')
  const { file } = await upload('broken.pdf', bytes)
  await house.intake.idle()
  const [failed] = await filesById(house.db, [file.id])
  expect(failed).toMatchObject({
    state: 'failed',
    error: { code: expect.any(String), message: expect.any(String) },
  })
  expect(await house.originals.get(file.sha256)).toEqual(bytes)
  await house.intake.readAgain(file.id, 'a test')
  await house.intake.idle()
  expect((await filesById(house.db, [file.id]))[0]?.state).toBe('failed')
})

test('what a process left unread is read by the next', async () => {
  const { file } = await upload('msa.pdf', sample('corvane-msa.pdf'))
  await house.close()
  house = await open(createReaderPool())
  await house.intake.idle()
  expect((await filesById(house.db, [file.id]))[0]?.state).toBe('read')
})
