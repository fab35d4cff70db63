import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pacedBy } from '../../app/services/originals/download.server.ts'
import { type KeyRing, makeKeyFile, openKeyRing } from '../../app/services/originals/keys.server.ts'
import { createOriginals, sha256Of } from '../../app/services/originals/originals.server.ts'
import { s3Shelf } from '../../app/services/originals/s3-shelf.server.ts'
import { folderShelf, type Shelf } from '../../app/services/originals/shelf.server.ts'
import { startStore } from '../s3-store.ts'

/** The same promises from a folder and from an S3-compatible server, with a key and without. */
const folder = mkdtempSync(path.join(tmpdir(), 'carveout-originals-'))
let store: Awaited<ReturnType<typeof startStore>>

beforeAll(async () => {
  store = await startStore(path.join(folder, 's3'))
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const inFolder = () => folderShelf(path.join(folder, 'files'))
const inStore = () => s3Shelf(store.address)
const withKey = async () => {
  const file = path.join(folder, 'keys')
  if (!existsSync(file)) await makeKeyFile(file)
  return openKeyRing(file)
}
/** More than one part of an upload to the store, and no two pieces alike. */
const large = Buffer.concat(
  Array.from({ length: 12 }, (_, at) => Buffer.alloc(1_000_000 + at, `page ${at} `)),
)

test('a download waits for whoever receives it', async () => {
  let made = 0
  async function* pieces() {
    for (; made < 1000; made++) yield Buffer.alloc(70_000)
  }
  let take = () => {}
  const receiver = new Writable({
    write(_, __, taken) {
      take = taken
    },
  })
  const body = pacedBy(receiver)(Readable.from(pieces(), { objectMode: false })).getReader()
  const sent = (async () => {
    // As Remix does it: without looking whether the receiver is behind.
    for (let next = await body.read(); !next.done; next = await body.read()) receiver.write(next.value)
  })()
  for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate)
  expect(made).toBeLessThan(5)
  take()
  receiver.destroy()
  await sent
  expect(made).toBeLessThan(10)
})

describe.each<[string, () => Shelf, () => Promise<KeyRing | undefined>]>([
  ['a folder', inFolder, async () => undefined],
  ['an S3-compatible store', inStore, async () => undefined],
  ['a folder, locked', inFolder, withKey],
  ['an S3-compatible store, locked', inStore, withKey],
])('originals in %s', (place, shelf, keys) => {
  const open = async () => createOriginals(shelf(), await keys())
  test('come back byte for byte under their hash', async () => {
    const originals = await open()
    const bytes = new Uint8Array([0, 1, 2, 255, 13, 10])
    const sha256 = await originals.put(bytes)
    expect(await originals.has(sha256)).toBe(true)
    expect([...(await originals.get(sha256))]).toEqual([...bytes])
    expect(await originals.put(bytes)).toBe(sha256)
  })

  test('that were never put are not there', async () => {
    const originals = await open()
    expect(await originals.has('a'.repeat(64))).toBe(false)
    await expect(originals.get('a'.repeat(64))).rejects.toThrow()
    await expect(originals.get('../../etc/passwd')).rejects.toThrow('Not a SHA-256')
  })

  test('go in from a file and come out as a stream, piece by piece', async () => {
    const originals = await open()
    const from = path.join(folder, `from ${place}`)
    writeFileSync(from, large)
    const sha256 = await originals.put(from)
    expect(sha256).toBe(sha256Of(large))
    const pieces: Buffer[] = []
    for await (const piece of await originals.open(sha256)) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(1)
    expect(Buffer.concat(pieces).equals(large)).toBe(true)
    expect(await originals.check(sha256)).toBe(large.length)
    const to = path.join(folder, `to ${place}`)
    await originals.toFile(sha256, to)
    expect(readFileSync(to).equals(large)).toBe(true)
  })

  test('of which the bytes have changed are never given out whole', async () => {
    const originals = await open()
    const sha256 = await originals.put(Buffer.from(`signed in ${place}`))
    const damaged = Buffer.from(large)
    damaged[7] = 0
    await shelf().write(sha256, Readable.from([damaged]))
    let given = 0
    const reading = (async () => {
      for await (const piece of await originals.open(sha256)) given += piece.length
    })()
    await expect(reading).rejects.toThrow('no longer matches its hash')
    expect(given).toBeLessThan(damaged.length)
    await expect(originals.check(sha256)).rejects.toThrow('no longer matches its hash')
  })

  test('are not kept when other bytes come than were announced, or they break off', async () => {
    const originals = await open()
    const sha256 = sha256Of(Buffer.from(`announced for ${place}`))
    await expect(originals.take(sha256, () => Readable.from([large]))).rejects.toThrow(
      'not those of the original',
    )
    async function* cut() {
      yield large.subarray(0, 6_000_000)
      throw new Error('the connection was cut')
    }
    await expect(originals.take(sha256, () => Readable.from(cut()))).rejects.toThrow('the connection was cut')
    expect(await originals.has(sha256)).toBe(false)
    await originals.take(sha256, () => Readable.from([Buffer.from(`announced for ${place}`)]))
    expect((await originals.get(sha256)).toString()).toBe(`announced for ${place}`)
  })
})
