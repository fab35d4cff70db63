import { chmod, open, readFile, rename } from 'node:fs/promises'
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { ConfigError } from '../config.server.ts'

/**
 * Encryption of originals at rest by age (age-encryption.org/v1): each file has a key of its own, and that key is wrapped
 * for the first key of the key file. The other keys of the file are older ones, which still open what they closed.
 */
export interface KeyRing {
  lock(bytes: Uint8Array): Promise<Uint8Array>
  /** @returns the bytes; null when they are not encrypted @throws Error when none of the keys opens them */
  unlock(bytes: Uint8Array): Promise<Buffer | null>
}

const magic = Buffer.from('age-encryption.org/v1\n')
const isLocked = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, magic.length)).equals(magic)

/** @throws ConfigError when the file can't be read or holds no key */
export async function openKeyRing(file: string): Promise<KeyRing> {
  const [current, ...older] = await keysOf(file)
  const recipient = await identityToRecipient(current)
  return {
    async lock(bytes) {
      const encrypter = new Encrypter()
      encrypter.addRecipient(recipient)
      return encrypter.encrypt(bytes)
    },
    async unlock(bytes) {
      if (!isLocked(bytes)) return null
      const decrypter = new Decrypter()
      for (const key of [current, ...older]) decrypter.addIdentity(key)
      return Buffer.from(await decrypter.decrypt(bytes))
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
