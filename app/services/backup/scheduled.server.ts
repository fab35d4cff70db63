import { mkdir, readdir, unlink } from 'node:fs/promises'
import path from 'node:path'
import type { Sweep } from '../sweep.server.ts'
import { makeBackup } from './make.server.ts'

const named = /^carveout-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)Z\.tar$/
const nameAt = (now: Date) => `carveout-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar`
const momentOf = (name: string) =>
  new Date(`${(named.exec(name)?.[1] ?? '').replace(/T(\d\d)-(\d\d)-(\d\d)/, 'T$1:$2:$3')}Z`)

/** Backups by the clock into BACKUP_DIR: one when the newest is old enough, and only so many are kept. Others' files there are left alone. */
export const backupSweep: Sweep = {
  name: 'backups',
  here: true,
  everyMinutes: 15,
  async run(house, now) {
    const { backups, databaseUrl } = house.config
    if (!backups || databaseUrl) return
    await mkdir(backups.folder, { recursive: true, mode: 0o700 })
    const made = async () =>
      (await readdir(backups.folder))
        .filter((name) => named.test(name))
        .sort()
        .reverse()
    const [newest] = await made()
    if (newest && now.getTime() - momentOf(newest).getTime() < backups.everyHours * 3_600_000) return
    const { files, missing } = await makeBackup(house, path.join(backups.folder, nameAt(now)), now)
    house.log.info({ files: files.length }, 'a backup was made')
    if (missing.length > 0) house.log.error({ missing }, 'the backup lacks originals that are gone')
    for (const old of (await made()).slice(backups.keep)) await unlink(path.join(backups.folder, old))
  },
}
