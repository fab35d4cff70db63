import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { create } from 'tar'
import type { House } from '../house.server.ts'
import {
  BackupError,
  databaseName,
  type Manifest,
  manifestName,
  measure,
  namedOriginals,
  originalPath,
  secretName,
} from './manifest.server.ts'

/**
 * Writes the register, its originals as they are kept, and what signs its sessions into one file, while the register is in
 * use: the database is copied as of one moment, and an original is always there before the row that names it.
 * @param file where to; it appears when it is whole, and nothing is left of one that fails
 * @throws BackupError on PostgreSQL, or when the file is there already
 */
export async function makeBackup(house: House, file: string, now: Date): Promise<Manifest> {
  if (house.config.databaseUrl)
    throw new BackupError(
      'This register is in PostgreSQL. Back it up with pg_dump, and the folder of originals with your own tool, pg_dump first.',
    )
  if (await stat(file).catch(() => undefined))
    throw new BackupError(`There is a file at ${file} already. Choose another name.`)
  await mkdir(path.dirname(file), { recursive: true })
  const aside = path.join(path.dirname(file), `.backup-${randomUUID()}`)
  try {
    await mkdir(aside, { mode: 0o700 })
    const manifest = await gather(house, aside, now)
    const paths = [manifestName, ...manifest.files.map((one) => one.path)]
    await create({ file: `${aside}.tar`, cwd: aside, portable: true, mode: 0o600 } as never, paths)
    const written = await open(`${aside}.tar`, 'r+')
    await written.chmod(0o600)
    await written.sync()
    await written.close()
    await rename(`${aside}.tar`, file)
    return manifest
  } finally {
    await rm(aside, { recursive: true, force: true })
    await rm(`${aside}.tar`, { force: true })
  }
}

async function gather(house: House, aside: string, now: Date): Promise<Manifest> {
  const { dataFolder } = house.config
  const source = new Sqlite(path.join(dataFolder, databaseName), { readonly: true })
  try {
    await source.backup(path.join(aside, databaseName))
  } finally {
    source.close()
  }
  const { originals, schema } = inside(path.join(aside, databaseName))
  const paths = [databaseName]
  const missing: string[] = []
  for (const sha256 of originals) {
    const kept = await house.originals.kept(sha256).catch(() => null)
    if (!kept) {
      missing.push(sha256)
      continue
    }
    const target = path.join(aside, originalPath(sha256))
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, kept, { mode: 0o600 })
    paths.push(originalPath(sha256))
  }
  const hasSecret = await copyFile(path.join(dataFolder, secretName), path.join(aside, secretName)).then(
    () => true,
    () => false,
  )
  if (hasSecret) paths.push(secretName)
  const manifest: Manifest = {
    format: 'carveout-backup',
    version: 1,
    madeAt: now.toISOString(),
    schema,
    files: await Promise.all(
      paths.map(async (one) => ({ path: one, ...(await measure(path.join(aside, one))) })),
    ),
    missing,
  }
  await writeFile(path.join(aside, manifestName), JSON.stringify(manifest, null, 1))
  return manifest
}

/** What a copied database says itself, read from the copy so that both are of one moment. */
function inside(file: string): { originals: string[]; schema: string[] } {
  const copy = new Sqlite(file)
  try {
    // Leaves a single file: a restore must not depend on a log beside it.
    copy.pragma('journal_mode = DELETE')
    const column = (query: string) => copy.prepare<[], string>(query).pluck().all()
    return {
      originals: column(namedOriginals),
      schema: column('select name from kysely_migration order by name'),
    }
  } finally {
    copy.close()
  }
}
