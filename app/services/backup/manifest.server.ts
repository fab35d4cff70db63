import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { originalTables } from '#db/originals.ts'

/** What a backup holds, so that a restore can tell whether it is whole. */
export const Manifest = z.object({
  format: z.literal('carveout-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that the database has had. */
  schema: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: z.int().nonnegative(), sha256: z.string() })),
  /** Originals that the register names and that were gone already when the backup was made. */
  missing: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/** SHA-256 of every original that a database names, for the copies of it that no other query is run on. */
export const namedOriginals = originalTables
  .map((table) => `select sha256 from ${table} where sha256 is not null`)
  .join(' union ')

export const databaseName = 'register.sqlite'
export const secretName = 'secret'
export const manifestName = 'manifest.json'
export const originalPath = (sha256: string) => `originals/${sha256.slice(0, 2)}/${sha256.slice(2)}`

/** The only paths that a backup may hold. */
export const allowedPath = /^(?:manifest\.json|register\.sqlite|secret|originals\/[0-9a-f]{2}\/[0-9a-f]{62})$/

/** A backup can't be made or taken back; the message says why and what to do. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** @returns SHA-256 in hex and length of a file */
export async function measure(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
