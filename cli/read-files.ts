import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { ImportError } from '#importers/errors.ts'
import { createReaderPool, type FileReading } from '#importers/isolated.ts'

export type FileResult = { file: string; sha256: string | null } & (
  | { ok: true; reading: FileReading }
  | { ok: false; error: { code: string; message: string } }
)

/**
 * Reads files in parallel over the cores and hands each result on in the order given, as soon as those before it are
 * through. A file that can't be read is a result, too; it never stops the others.
 */
export async function readFiles(files: string[], each: (result: FileResult) => Promise<void>): Promise<void> {
  const size = Math.max(1, Math.min(availableParallelism(), files.length))
  const pool = createReaderPool({ size })
  try {
    const results: (Promise<FileResult> | undefined)[] = []
    // A few more than there are readers are under way, so that memory doesn't grow with the number of files.
    const ahead = size * 4
    for (let i = 0; i < files.length; i++) {
      for (let j = results.length; j < Math.min(files.length, i + ahead); j++)
        results[j] = readOne(files[j] ?? '')
      const result = await results[i]
      if (result) await each(result)
      results[i] = undefined
    }
  } finally {
    await pool.close()
  }

  async function readOne(file: string): Promise<FileResult> {
    let bytes: Buffer
    try {
      bytes = await readFile(file)
    } catch (error) {
      return { file, sha256: null, ok: false, error: openingError(file, error) }
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    try {
      return { file, sha256, ok: true, reading: await pool.read(bytes, { fileName: path.basename(file) }) }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      return {
        file,
        sha256,
        ok: false,
        error: { code: error.code, message: [error.message, error.next].filter(Boolean).join(' ') },
      }
    }
  }
}

function openingError(file: string, error: unknown): { code: string; message: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return { code: 'not_found', message: `There is no file ${file}.` }
  if (code === 'EISDIR') return { code: 'is_a_folder', message: `${file} is a folder. Name the files in it.` }
  return { code: 'not_readable', message: `${file} can't be opened: check its permissions.` }
}
