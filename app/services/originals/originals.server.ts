import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { KeyRing } from './keys.server.ts'
import type { Shelf } from './shelf.server.ts'

/** A stored original whose bytes are no longer those that were stored. */
export class DamagedOriginal extends Error {
  override name = 'DamagedOriginal'
}

/** Begins to read something. */
type Opens = () => Readable | Promise<Readable>

/** Uploaded files byte for byte, each under its SHA-256; the same bytes are kept once. None is held in memory but by `get`. */
export interface Originals {
  /**
   * Resolves once the bytes are safe.
   * @param source the bytes, or the path of the file that holds them
   * @returns their SHA-256 in hex @throws StorageError on a full disk
   */
  put(source: Uint8Array | string): Promise<string>
  /** The same for bytes whose hash is known. @throws Error when they are others, and keeps nothing of them */
  take(sha256: string, open: Opens): Promise<void>
  /**
   * As a stream that is checked on its way: when the bytes no longer match their hash it fails before its last piece, so that
   * nobody has the whole of a damaged file (DamagedOriginal). @throws Error when there is no such original, or no store
   */
  open(sha256: string): Promise<Readable>
  /** Of what is small. @throws as `open` and its stream do */
  get(sha256: string): Promise<Buffer>
  /** Writes it to a new file. @throws as `get` does; what was written until then stays */
  toFile(sha256: string, file: string): Promise<void>
  /** Reads it through. @returns how many bytes it has @throws as `get` does */
  check(sha256: string): Promise<number>
  has(sha256: string): Promise<boolean>
  /** For good. Whether it may go is for the caller to know. */
  remove(sha256: string): Promise<void>
  /** Encrypts it anew with the key in force, or for the first time. @throws as `get` does */
  lockAnew(sha256: string): Promise<void>
  /** The bytes as they are kept, locked where there are keys; what a backup takes. */
  kept(sha256: string): Promise<Readable>
  writable(): Promise<boolean>
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function hashOf(source: Uint8Array | string): Promise<string> {
  if (typeof source !== 'string') return sha256Of(source)
  const hash = createHash('sha256')
  for await (const piece of createReadStream(source)) hash.update(piece)
  return hash.digest('hex')
}

/** Hands the bytes on, the last piece only once the whole is what it should be. */
async function* checked(bytes: AsyncIterable<Uint8Array>, sha256: string, otherwise: Error) {
  const hash = createHash('sha256')
  let last: Uint8Array | undefined
  for await (const piece of bytes) {
    if (last) yield last
    hash.update(piece)
    last = piece
  }
  if (hash.digest('hex') !== sha256) throw otherwise
  if (last) yield last
}

/**
 * Originals on a shelf, under the hash of what they are rather than of how they are kept: with keys they are kept
 * encrypted, and those that were kept before there was a key stay readable.
 */
export function createOriginals(shelf: Shelf, keys?: KeyRing): Originals {
  const locked = (bytes: AsyncIterable<Uint8Array>) => (keys ? keys.lock(bytes) : bytes)

  async function open(sha256: string): Promise<Readable> {
    const kept = await shelf.read(sha256)
    // What was kept before there was a key is read from its start again.
    const bytes = keys ? ((await keys.unlock(kept)) ?? (await shelf.read(sha256))) : kept
    return Readable.from(
      checked(
        bytes,
        sha256,
        new DamagedOriginal(`The stored original ${sha256} no longer matches its hash.`),
      ),
      { objectMode: false },
    )
  }

  async function take(sha256: string, begin: Opens): Promise<void> {
    if (await shelf.has(sha256)) return
    const otherwise = new Error(`The bytes that came are not those of the original ${sha256}.`)
    await shelf.write(sha256, locked(checked(await begin(), sha256, otherwise)))
  }

  return {
    open,
    take,
    async put(source) {
      const sha256 = await hashOf(source)
      await take(sha256, () =>
        typeof source === 'string' ? createReadStream(source) : Readable.from([source]),
      )
      return sha256
    },
    get: async (sha256) => buffer(await open(sha256)),
    async toFile(sha256, file) {
      await pipeline(await open(sha256), createWriteStream(file, { flags: 'wx', mode: 0o600 }))
    },
    async check(sha256) {
      let size = 0
      for await (const piece of await open(sha256)) size += piece.length
      return size
    },
    has: (sha256) => shelf.has(sha256),
    remove: (sha256) => shelf.remove(sha256),
    async lockAnew(sha256) {
      await shelf.write(sha256, locked(await open(sha256)))
    },
    kept: (sha256) => shelf.read(sha256),
    writable: () => shelf.writable(),
  }
}
