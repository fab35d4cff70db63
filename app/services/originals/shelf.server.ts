import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'

/** Where originals are kept, each under a SHA-256 in hex. What the bytes mean is no business of a shelf's. */
export interface Shelf {
  has(key: string): Promise<boolean>
  /**
   * Resolves once the bytes are safe; what was there under the key is replaced at once or not at all, and stays as it is when
   * the bytes fail on their way.
   */
  write(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** @throws Error when there is nothing under the key */
  read(key: string): Promise<Readable>
  remove(key: string): Promise<void>
  /** Whether something can be written now; the check of readiness asks it. */
  writable(): Promise<boolean>
}

/** What a full disk, or a folder that may not be written to, says to people. */
export class StorageError extends Error {
  override name = 'StorageError'
}

/** @throws Error when it is no key, so that no path can be made of it */
export function checkKey(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('Not a SHA-256 in hex.')
  return key
}

/** Whether an error says that a disk or a quota is full: of the file system, of SQLite, or of PostgreSQL. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof StorageError) return isDiskFull(error.cause)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'].includes(code)
}

export interface FileSystem {
  open: typeof open
  rename: typeof rename
}

/** Originals in a folder: `ab/cdef…`, written aside, flushed and then moved into place. @param files for tests: a disk that is full */
export function folderShelf(folder: string, files: FileSystem = { open, rename }): Shelf {
  const pathOf = (key: string) => path.join(folder, checkKey(key).slice(0, 2), key.slice(2))

  async function write(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const target = pathOf(key)
    const made = await mkdir(path.dirname(target), { recursive: true })
    const aside = `${target}.${randomUUID()}.part`
    try {
      const file = await files.open(aside, 'wx', 0o600)
      try {
        for await (const piece of bytes) await file.writeFile(piece)
        await file.sync()
      } finally {
        await file.close()
      }
      await files.rename(aside, target)
      await flushFolder(path.dirname(target))
      if (made) await flushFolder(path.dirname(path.dirname(target)))
    } catch (error) {
      await unlink(aside).catch(() => undefined)
      throw storageError(error)
    }
  }

  return {
    write,
    has: (key) =>
      stat(pathOf(key)).then(
        () => true,
        () => false,
      ),
    read: async (key) => (await open(pathOf(key))).createReadStream(),
    async remove(key) {
      await unlink(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
    },
    async writable() {
      const probe = path.join(folder, `.probe-${randomUUID()}`)
      try {
        await mkdir(folder, { recursive: true })
        await (await files.open(probe, 'wx', 0o600)).close()
        return true
      } catch {
        return false
      } finally {
        await unlink(probe).catch(() => undefined)
      }
    },
  }
}

/** A file that was moved into place is there after a loss of power only when its folder was flushed, too. */
async function flushFolder(folder: string): Promise<void> {
  // Windows can't open folders; there the file system itself keeps the order.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes what a process left half written when it was ended; another process may be writing what is younger than an hour. */
export async function sweepHalfWritten(folder: string, now: Date): Promise<void> {
  const entries = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of entries.filter((one) => one.endsWith('.part'))) {
    const part = path.join(folder, name)
    const { mtimeMs } = await stat(part).catch(() => ({ mtimeMs: now.getTime() }))
    if (now.getTime() - mtimeMs > 3_600_000) await unlink(part).catch(() => undefined)
  }
}

function storageError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (isDiskFull(error))
    return new StorageError('The disk is full, so nothing was stored. Make room and upload the file again.', {
      cause: error,
    })
  if (code === 'EROFS' || code === 'EACCES')
    return new StorageError(
      'The folder of the originals can’t be written to, so nothing was stored. Check its owner and rights.',
      { cause: error },
    )
  return error
}
