import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { extract } from 'tar'
import { openCopy } from '#db/connect.ts'
import { migrations } from '#db/migrations/index.ts'
import {
  allowedPath,
  BackupError,
  databaseName,
  Manifest,
  manifestName,
  measure,
  namedOriginals,
  originalPath,
  secretName,
} from './manifest.server.ts'

export interface Restored {
  manifest: Manifest
  /** Where the register that was there before went; null when there was none. */
  setAside: string | null
}

/**
 * Takes a backup into a data folder: all of it is unpacked, checked and brought up to date first, so that a bad file changes
 * nothing. No server may run on the folder meanwhile.
 * @param replace puts a register that isn't empty aside instead of refusing
 * @throws BackupError
 */
export async function restoreBackup(
  file: string,
  dataFolder: string,
  { replace, now }: { replace: boolean; now: Date },
): Promise<Restored> {
  if (!(await exists(file))) throw new BackupError(`There is no backup at ${file}.`)
  const target = path.join(dataFolder, databaseName)
  const inUse = (await exists(target)) && !isEmpty(target)
  if (inUse && !replace)
    throw new BackupError(
      `The register in ${dataFolder} is not empty. Restore into another folder (CARVEOUT_DATA), or give --replace: what is there now is put aside, not deleted.`,
    )
  await mkdir(dataFolder, { recursive: true })
  const aside = path.join(dataFolder, `.restore-${randomUUID()}`)
  try {
    await mkdir(aside, { mode: 0o700 })
    const manifest = await unpack(file, aside)
    const setAside = await putAside(dataFolder, now)
    // The database comes last: without it there is no register, and the restore can be run again.
    for (const name of ['originals', secretName, databaseName])
      if (await exists(path.join(aside, name)))
        await rename(path.join(aside, name), path.join(dataFolder, name))
    return { manifest, setAside: inUse ? setAside : null }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

/** A register that somebody only ever looked at may be replaced without a word. */
function isEmpty(file: string): boolean {
  const db = new Sqlite(file, { readonly: true })
  try {
    const has = (table: string) =>
      db.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(table) !== undefined
    return ['vendor', 'agreement', 'deployment', 'person'].every(
      (table) => !has(table) || db.prepare(`select 1 from ${table} limit 1`).get() === undefined,
    )
  } finally {
    db.close()
  }
}

async function unpack(file: string, aside: string): Promise<Manifest> {
  const strange: string[] = []
  await extract({
    file,
    cwd: aside,
    strict: true,
    // An error thrown in here would never reach whoever waits for the end.
    filter: (name, entry) => {
      const expected = 'type' in entry && entry.type === 'File' && allowedPath.test(name)
      if (!expected) strange.push(name)
      return expected
    },
  }).catch((error: unknown) => {
    throw new BackupError('This backup is damaged or is none: it can’t be unpacked.', { cause: error })
  })
  if (strange.length > 0)
    throw new BackupError(`This is no backup of Carveout: it holds ${JSON.stringify(strange[0])}.`)
  const manifest = Manifest.safeParse(
    JSON.parse(await readFile(path.join(aside, manifestName), 'utf8').catch(() => '{}')),
  )
  if (!manifest.success)
    throw new BackupError('This is no backup of Carveout: its manifest is missing or wrong.')
  await check(manifest.data, aside)
  return manifest.data
}

async function check({ files, missing, schema }: Manifest, aside: string): Promise<void> {
  const unknown = schema.filter((name) => !(name in migrations))
  if (unknown.length > 0)
    throw new BackupError('This backup is from a newer Carveout. Update this one, then restore again.')
  for (const { path: name, bytes, sha256 } of files) {
    const found = allowedPath.test(name) && (await measure(path.join(aside, name)).catch(() => null))
    if (!found || found.bytes !== bytes || found.sha256 !== sha256)
      throw new BackupError(`This backup is damaged: ${name} is not what it was when it was made.`)
  }
  inCopy(aside, (database) => {
    const sound = database.pragma('integrity_check', { simple: true }) === 'ok'
    const broken = database.pragma('foreign_key_check')
    if (!sound || !Array.isArray(broken) || broken.length > 0)
      throw new BackupError('This backup is damaged: its database is not sound.')
  })
  // From here on it has every table that this release asks for, whichever made it.
  await (await openCopy(aside)).destroy()
  const listed = new Set(files.map((one) => one.path))
  inCopy(aside, (database) => {
    const named = database.prepare<[], string>(namedOriginals).pluck().all()
    const lost = named.filter((sha256) => !listed.has(originalPath(sha256)) && !missing.includes(sha256))
    if (lost.length > 0)
      throw new BackupError(`This backup is damaged: ${lost.length} originals are not in it.`)
  })
}

/** Looks into the database that was unpacked. */
function inCopy(aside: string, look: (database: Sqlite.Database) => void): void {
  const database = new Sqlite(path.join(aside, databaseName), { readonly: true })
  try {
    look(database)
  } finally {
    database.close()
  }
}

/** Moves what a register is made of into a folder of its own beside the new one. */
async function putAside(dataFolder: string, now: Date): Promise<string | null> {
  const parts = (await readdir(dataFolder)).filter((name) =>
    [databaseName, `${databaseName}-wal`, `${databaseName}-shm`, 'originals', secretName].includes(name),
  )
  if (parts.length === 0) return null
  const folder = path.join(dataFolder, `before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of parts) await rename(path.join(dataFolder, name), path.join(folder, name))
  return folder
}
