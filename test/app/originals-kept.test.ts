import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addKey, dropOldKeys, makeKeyFile, openKeyRing } from '../../app/services/originals/keys.server.ts'
import { createOriginals } from '../../app/services/originals/originals.server.ts'
import { folderShelf, StorageError } from '../../app/services/originals/shelf.server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-kept-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const contract = Buffer.from('The heron signs for the supplier.')
const keyFile = () => path.join(folder, 'keys')
const shelf = () => folderShelf(path.join(folder, 'originals'))
const filesIn = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

describe('with a key, originals', () => {
  test('are kept so that the disk holds none of their words, and come back byte for byte', async () => {
    await makeKeyFile(keyFile())
    const originals = createOriginals(shelf(), await openKeyRing(keyFile()))
    const sha256 = await originals.put(contract)
    const [kept = ''] = filesIn(path.join(folder, 'originals'))
    expect(readFileSync(kept).includes('heron')).toBe(false)
    expect(await originals.get(sha256)).toEqual(contract)
    expect(statSync(keyFile()).mode & 0o077).toBe(0)
  })

  test('that were kept before there was one stay readable, until they are locked too', async () => {
    const sha256 = await createOriginals(shelf()).put(contract)
    await makeKeyFile(keyFile())
    const originals = createOriginals(shelf(), await openKeyRing(keyFile()))
    expect(await originals.get(sha256)).toEqual(contract)
    await originals.lockAnew(sha256)
    expect((await buffer(await originals.kept(sha256))).includes('heron')).toBe(false)
    expect(await originals.get(sha256)).toEqual(contract)
  })

  test('are opened by the new key alone after a rotation, and by no other', async () => {
    await makeKeyFile(keyFile())
    const before = await openKeyRing(keyFile())
    const sha256 = await createOriginals(shelf(), before).put(contract)
    await addKey(keyFile())
    await createOriginals(shelf(), await openKeyRing(keyFile())).lockAnew(sha256)
    await dropOldKeys(keyFile())
    expect(await createOriginals(shelf(), await openKeyRing(keyFile())).get(sha256)).toEqual(contract)
    await expect(createOriginals(shelf(), before).get(sha256)).rejects.toThrow()
    await expect(createOriginals(shelf()).get(sha256)).rejects.toThrow('no longer matches')
  })

  test('need a key file that holds one', async () => {
    await expect(openKeyRing(keyFile())).rejects.toThrow('carveout keys new')
  })
})

test('a full disk is an error in words, and leaves nothing half written', async () => {
  const full = folderShelf(path.join(folder, 'originals'), {
    open: async (...args: Parameters<typeof open>) => {
      const file = await open(...args)
      file.writeFile = async () => {
        await file.write('half of it')
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      }
      return file
    },
    rename,
  })
  const originals = createOriginals(full)
  await expect(originals.put(contract)).rejects.toThrow(StorageError)
  await expect(originals.put(contract)).rejects.toThrow('disk is full')
  expect(filesIn(path.join(folder, 'originals'))).toEqual([])
  const sha256 = await createOriginals(shelf()).put(contract)
  expect(await originals.get(sha256)).toEqual(contract)
})
