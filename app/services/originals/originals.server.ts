import { createHash } from 'node:crypto'
import type { KeyRing } from './keys.server.ts'
import type { Shelf } from './shelf.server.ts'

/** Uploaded files byte for byte, each under its SHA-256; the same bytes are kept once. */
export interface Originals {
  /** Resolves once the bytes are safe. @returns their SHA-256 in hex @throws StorageError on a full disk */
  put(bytes: Uint8Array): Promise<string>
  /** @throws Error when there is no such original, or its bytes no longer match their hash */
  get(sha256: string): Promise<Buffer>
  has(sha256: string): Promise<boolean>
  /** For good. Whether it may go is for the caller to know. */
  remove(sha256: string): Promise<void>
  /** Encrypts it anew with the key in force, or for the first time. @throws as `get` does */
  lockAnew(sha256: string): Promise<void>
  /** The bytes as they are kept, locked where there are keys; what a backup takes. */
  kept(sha256: string): Promise<Buffer>
  writable(): Promise<boolean>
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * Originals on a shelf, under the hash of what they are rather than of how they are kept: with keys they are kept
 * encrypted, and those that were kept before there was a key stay readable.
 */
export function createOriginals(shelf: Shelf, keys?: KeyRing): Originals {
  const locked = async (bytes: Uint8Array) => (keys ? await keys.lock(bytes) : bytes)

  async function get(sha256: string): Promise<Buffer> {
    const kept = await shelf.read(sha256)
    if (sha256Of(kept) === sha256) return kept
    const bytes = keys && (await keys.unlock(kept))
    if (!bytes || sha256Of(bytes) !== sha256)
      throw new Error(`The stored original ${sha256} no longer matches its hash.`)
    return bytes
  }

  return {
    get,
    has: (sha256) => shelf.has(sha256),
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      if (!(await shelf.has(sha256))) await shelf.write(sha256, await locked(bytes))
      return sha256
    },
    remove: (sha256) => shelf.remove(sha256),
    async lockAnew(sha256) {
      await shelf.write(sha256, await locked(await get(sha256)))
    },
    kept: (sha256) => shelf.read(sha256),
    writable: () => shelf.writable(),
  }
}
