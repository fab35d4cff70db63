import { chmod, open, readFile, rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { ConfigError } from '../config.server.ts'

/**
 * Encryption of originals at rest by age (age-encryption.org/v1): each file has a key of its own, and that key is wrapped
 * for the first key of the key file. The other keys of the file are older ones, which still open what they closed.
 */
export interface KeyRing {
  lock(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /**
   * @param bytes as they are kept; it is read from, whatever comes of it
   * @returns the bytes; null when they are not encrypted, or none of the keys opens them
   */
  unlock(bytes: Readable): Promise<AsyncIterable<Uint8Array> | null>
}

const magic = Buffer.from('age-encryption.org/v1\n')

type Bytes = AsyncIterable<Uint8Array>

/** What age is given and what it gives are streams of the web. Nothing begins before somebody reads, who then hears of errors. */
const toWeb = (bytes: Bytes) =>
  Readable.toWeb(
    Readable.from(bytes, { objectMode: false }),
  ) as ReadableStream<unknown> as ReadableStream<Uint8Array>
async function* fromWeb(open: () => Promise<ReadableStream<Uint8Array>>): Bytes {
  yield* Readable.fromWeb((await open()) as NodeReadableStream<Uint8Array>, { objectMode: false })
}

/** The first bytes of a stream, and the whole of it. */
async function startOf(bytes: Readable, length: number) {
  const pieces = bytes[Symbol.asyncIterator]()
  let start = Buffer.alloc(0)
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    start = Buffer.concat([start, next.value])
    if (start.length >= length) break
  }
  async function* whole() {
    yield start
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  return { start: start.subarray(0, length), whole }
}

/** @throws ConfigError when the file can't be read or holds no key */
export async function openKeyRing(file: string): Promise<KeyRing> {
  const [current, ...older] = await keysOf(file)
  const recipient = await identityToRecipient(current)
  return {
    lock(bytes) {
      const encrypter = new Encrypter()
      encrypter.addRecipient(recipient)
      return fromWeb(() => encrypter.encrypt(toWeb(bytes)))
    },
    async unlock(bytes) {
      const { start, whole } = await startOf(bytes, magic.length)
      const decrypter = new Decrypter()
      for (const key of [current, ...older]) decrypter.addIdentity(key)
      const opened = start.equals(magic) ? await decrypter.decrypt(toWeb(whole())).catch(() => null) : null
      if (!opened) bytes.destroy()
      return opened && fromWeb(async () => opened)
    },
  }
}

/** Makes a key file of one new key, readable by its owner only. @throws Error when there is a file already */
export async function makeKeyFile(file: string): Promise<void> {
  await writeKeys(file, 'wx', [await generateIdentity()])
}

/** Puts a new key first; the older ones stay until `dropOldKeys`. */
export async function addKey(file: string): Promise<void> {
  await replaceKeys(file, [await generateIdentity(), ...(await keysOf(file))])
}

/** Keeps the first key only. To be called when nothing is locked with the others. */
export async function dropOldKeys(file: string): Promise<void> {
  const [current] = await keysOf(file)
  await replaceKeys(file, [current])
}

async function keysOf(file: string): Promise<[string, ...string[]]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`CARVEOUT_KEY_FILE can't be read: ${file}. Make one with: carveout keys new FILE`)
  })
  const [first, ...others] = text.split(/\s+/).filter((word) => word.startsWith('AGE-SECRET-KEY-'))
  if (!first)
    throw new ConfigError(`CARVEOUT_KEY_FILE holds no key: ${file}. Make one with: carveout keys new FILE`)
  return [first, ...others]
}

async function replaceKeys(file: string, keys: string[]): Promise<void> {
  const aside = `${file}.new`
  await writeKeys(aside, 'w', keys)
  await rename(aside, file)
}

async function writeKeys(file: string, flags: string, keys: string[]): Promise<void> {
  const handle = await open(file, flags, 0o600)
  try {
    await handle.writeFile(
      `# Keys of Carveout's originals (age). The first one locks, all of them open.\n${keys.join('\n')}\n`,
    )
    await handle.sync()
  } finally {
    await handle.close()
  }
  await chmod(file, 0o600)
}
