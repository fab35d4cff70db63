import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { oneMoment, openDatabase } from '#db/connect.ts'
import type { Schema } from '#db/schema.ts'
import { insertVendor, vendors } from '#db/vendors.ts'
import { VendorInput } from '#domain/register/vendor.ts'

let folder: string
let ours: Kysely<Schema>
let theirs: Kysely<Schema>
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-moment-'))
  ours = await openDatabase({ dataFolder: folder })
  theirs = await openDatabase({ dataFolder: folder })
})
afterEach(async () => {
  await Promise.all([ours.destroy(), theirs.destroy()])
  rmSync(folder, { recursive: true, force: true })
})

const add = (db: Kysely<Schema>, name: string) =>
  db.transaction().execute((trx) => insertVendor(trx, VendorInput.parse({ name })))
const names = async (db: Parameters<typeof vendors>[0]) => (await vendors(db)).map(({ name }) => name)

test('who reads the register as it is at one moment sees nothing of what others write meanwhile, and keeps nobody waiting', async () => {
  await add(ours, 'Till')
  await oneMoment(ours).execute(async (trx) => {
    expect(await names(trx)).toEqual(['Till'])
    await add(theirs, 'Vault')
    expect(await names(trx)).toEqual(['Till'])
  })
  expect(await names(ours)).toEqual(['Till', 'Vault'])
})
