import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { create } from 'tar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agreements } from '#db/agreements.ts'
import { classifications } from '#db/classifications.ts'
import { currentFiles } from '#db/files.ts'
import { termsOfFile } from '#db/terms.ts'
import { makeBackup } from '../../app/services/backup/make.server.ts'
import {
  databaseName,
  type Manifest,
  manifestName,
  measure,
  originalPath,
} from '../../app/services/backup/manifest.server.ts'
import { restoreBackup } from '../../app/services/backup/restore.server.ts'
import { backupSweep } from '../../app/services/backup/scheduled.server.ts'
import { type House, type HouseConfig, openHouse } from '../../app/services/house.server.ts'
import { decideTerm } from '../../app/services/review/decide.server.ts'
import { userAs } from '../app/as.ts'
import { earlierHash, earlierPaper, earlierRegister } from '../app/earlier-release.ts'
import { readersHere } from '../app/readers-here.ts'

const root = path.resolve(import.meta.dirname, '../..')
const now = new Date('2026-11-25T10:00:00Z')
let folder: string
let house: House
const place = (name: string) => path.join(folder, name)
const open = (config: HouseConfig) =>
  openHouse(config, { root, log: pino({ level: 'silent' }), readers: readersHere() })
const paper = '# Terms\n\n1. Law. This agreement is governed by the laws of England and Wales.\n'
const upload = (words: string) =>
  house.intake.accept({ fileName: 'terms.md', bytes: Buffer.from(words), actor: 'legal@example.com' })

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-backup-'))
  house = await open({ dataFolder: place('data') })
  await upload(paper)
  await house.intake.idle()
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Changes one byte within the register's or an original's bytes. */
function spoil(file: string, marker: string) {
  const bytes = readFileSync(file)
  const at = bytes.indexOf(marker)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

describe('a restore drill', () => {
  test('gives back agreements, decisions and originals, from a backup made while papers come in', async () => {
    const [file] = await currentFiles(house.db)
    const [term] = await termsOfFile(house.db, file?.id ?? '')
    if (!term) throw new Error('the paper has no term')
    await decideTerm(house, term, { version: 0, kind: 'confirmed' }, userAs('legal'))
    const coming = upload(`${paper}\n2. Costs. Each side bears its own.\n`)
    const manifest = await makeBackup(house, place('monday.tar'), now)
    await coming
    expect(manifest.missing).toEqual([])

    const { setAside } = await restoreBackup(place('monday.tar'), place('new'), { replace: false, now })
    expect(setAside).toBeNull()
    const restored = await open({ dataFolder: place('new') })
    try {
      const [same] = await termsOfFile(restored.db, file?.id ?? '')
      expect(same).toMatchObject({ id: term?.id, review: 'confirmed' })
      for (const { sha256 } of await currentFiles(restored.db))
        expect((await restored.originals.get(sha256)).toString()).toContain('England and Wales')
    } finally {
      await restored.close()
    }
  })

  test('refuses a register that is not empty, and puts it aside when told to replace it', async () => {
    await makeBackup(house, place('monday.tar'), now)
    await house.close()
    const again = { replace: false, now }
    await expect(restoreBackup(place('monday.tar'), place('data'), again)).rejects.toThrow('not empty')
    const { setAside } = await restoreBackup(place('monday.tar'), place('data'), { replace: true, now })
    expect(existsSync(path.join(setAside ?? '', 'register.sqlite'))).toBe(true)
    house = await open({ dataFolder: place('data') })
    expect(await agreements(house.db)).toHaveLength(1)
  })
})

/** A backup as the release with that schema made it. */
async function earlierBackup(schema: string, file: string): Promise<void> {
  const at = place('earlier')
  const db = await earlierRegister(at, schema)
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  await db.destroy()
  const original = originalPath(earlierHash)
  mkdirSync(path.dirname(path.join(at, original)), { recursive: true })
  writeFileSync(path.join(at, original), earlierPaper)
  const files = [databaseName, original]
  const manifest: Manifest = {
    format: 'carveout-backup',
    version: 1,
    madeAt: now.toISOString(),
    schema: done.rows.map(({ name }) => name),
    files: await Promise.all(
      files.map(async (one) => ({ path: one, ...(await measure(path.join(at, one))) })),
    ),
    missing: [],
  }
  writeFileSync(path.join(at, manifestName), JSON.stringify(manifest))
  await create({ file, cwd: at }, [manifestName, ...files])
}

describe('releases', () => {
  test('a backup of an earlier release is taken back, up to date and whole', async () => {
    await earlierBackup('0110-re-papering', place('earlier.tar'))
    await restoreBackup(place('earlier.tar'), place('new'), { replace: false, now })
    const restored = await open({ dataFolder: place('new') })
    try {
      expect((await agreements(restored.db)).map(({ title }) => title)).toEqual(['Corvane terms'])
      expect((await restored.originals.get(earlierHash)).toString()).toBe(earlierPaper)
      expect(await classifications(restored.db, 'd')).toMatchObject([{ version: 1, riskClass: 'high' }])
    } finally {
      await restored.close()
    }
  })

  test('a backup of a newer release is refused, and nothing changes', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-rating', '2027-01-01')`.execute(
      house.db,
    )
    await makeBackup(house, place('newer.tar'), now)
    await expect(restoreBackup(place('newer.tar'), place('new'), { replace: false, now })).rejects.toThrow(
      'This backup is from a newer Carveout. Update this one, then restore again.',
    )
    expect(readdirSync(place('new'))).toEqual([])
  })
})

describe('a backup that is not sound is refused, and nothing changes', () => {
  test.each([
    ['an original was changed', () => spoil(place('monday.tar'), 'England and Wales'), 'is not what it was'],
    ['the database was changed', () => spoil(place('monday.tar'), 'legal@example.com'), 'is not what it was'],
    [
      'it was cut short',
      () => writeFileSync(place('monday.tar'), readFileSync(place('monday.tar')).subarray(0, 20_000)),
      'damaged',
    ],
    ['it is something else', () => writeFileSync(place('monday.tar'), 'nothing of the kind'), 'backup'],
  ])('%s', async (_, harm, words) => {
    await makeBackup(house, place('monday.tar'), now)
    harm()
    await expect(restoreBackup(place('monday.tar'), place('new'), { replace: false, now })).rejects.toThrow(
      words,
    )
    expect(readdirSync(place('new'))).toEqual([])
  })

  test('it reaches out of its folder', async () => {
    writeFileSync(place('evil'), 'x')
    await create({ file: place('evil.tar'), cwd: folder, preservePaths: true }, [place('evil')])
    await expect(restoreBackup(place('evil.tar'), place('new'), { replace: false, now })).rejects.toThrow(
      'no backup of Carveout',
    )
  })
})

test('on PostgreSQL it says what to use instead', async () => {
  const elsewhere = { ...house, config: { ...house.config, databaseUrl: 'postgres://x' } }
  await expect(makeBackup(elsewhere, place('monday.tar'), now)).rejects.toThrow('pg_dump')
})

test('scheduled backups come when the newest is old enough, and only so many are kept', async () => {
  await house.close()
  house = await open({
    dataFolder: place('data'),
    backups: { folder: place('backups'), everyHours: 24, keep: 2 },
  })
  const days = [
    '2026-11-23T10:00:00Z',
    '2026-11-23T11:00:00Z',
    '2026-11-24T10:00:00Z',
    '2026-11-25T10:00:00Z',
  ]
  for (const day of days) await backupSweep.run(house, new Date(day))
  expect(readdirSync(place('backups'))).toEqual([
    'carveout-2026-11-24T10-00-00Z.tar',
    'carveout-2026-11-25T10-00-00Z.tar',
  ])
})
