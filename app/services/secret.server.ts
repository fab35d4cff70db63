import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The installation's secret when the environment gives none: made at the first start, kept in the data folder for its
 * owner's eyes only.
 */
export function keptSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret')
  mkdirSync(dataFolder, { recursive: true })
  try {
    // "wx": of two processes that start at once, one makes it and both read the same.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
