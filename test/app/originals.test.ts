import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOriginals, type Originals } from '../../app/services/originals/originals.server.ts'
import { s3Shelf } from '../../app/services/originals/s3-shelf.server.ts'
import { folderShelf } from '../../app/services/originals/shelf.server.ts'
import { startStore } from '../s3-store.ts'

/** The same promises from a folder and from an S3-compatible server. */
const folder = mkdtempSync(path.join(tmpdir(), 'carveout-originals-'))
let store: Awaited<ReturnType<typeof startStore>>

beforeAll(async () => {
  store = await startStore(path.join(folder, 's3'))
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each<[string, () => Originals]>([
  ['a folder', () => createOriginals(folderShelf(path.join(folder, 'files')))],
  ['an S3-compatible store', () => createOriginals(s3Shelf(store.address))],
])('originals in %s', (_, open) => {
  test('come back byte for byte under their hash', async () => {
    const originals = open()
    const bytes = new Uint8Array([0, 1, 2, 255, 13, 10])
    const sha256 = await originals.put(bytes)
    expect(await originals.has(sha256)).toBe(true)
    expect([...(await originals.get(sha256))]).toEqual([...bytes])
    expect(await originals.put(bytes)).toBe(sha256)
  })

  test('that were never put are not there', async () => {
    const originals = open()
    expect(await originals.has('a'.repeat(64))).toBe(false)
    await expect(originals.get('a'.repeat(64))).rejects.toThrow()
    await expect(originals.get('../../etc/passwd')).rejects.toThrow('Not a SHA-256')
  })
})
