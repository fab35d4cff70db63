import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import path from 'node:path'

/** Uploaded files byte for byte, each under its SHA-256; the same bytes are kept once. */
export interface Originals {
  /** Resolves once the bytes are safe on disk. @returns their SHA-256 in hex */
  put(bytes: Uint8Array): Promise<string>
  /** @throws Error when there is no such original, or its bytes no longer match their hash */
  get(sha256: string): Promise<Buffer>
  has(sha256: string): Promise<boolean>
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Originals in a folder: `ab/cdef…`, written aside, flushed and then moved into place. */
export function folderOriginals(folder: string): Originals {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256 in hex.')
    return path.join(folder, sha256.slice(0, 2), sha256.slice(2))
  }
  const has = async (sha256: string) =>
    stat(pathOf(sha256)).then(
      () => true,
      () => false,
    )

  return {
    has,
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      if (await has(sha256)) return sha256
      const target = pathOf(sha256)
      await mkdir(path.dirname(target), { recursive: true })
      const aside = `${target}.${randomUUID()}.part`
      try {
        const file = await open(aside, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(aside, target)
      } catch (error) {
        await unlink(aside).catch(() => undefined)
        throw error
      }
      return sha256
    },
    async get(sha256) {
      const bytes = await readFile(pathOf(sha256))
      if (sha256Of(bytes) !== sha256)
        throw new Error(`The stored original ${sha256} no longer matches its hash.`)
      return bytes
    },
  }
}
