import path from 'node:path'
import { Command } from 'commander'
import { type Done, printLine, say } from './output.ts'
import { settings, withRegister } from './register.ts'

export const backupCommand = (done: Done) =>
  new Command('backup')
    .description('Writes the register and its originals into one file, while the server may go on.')
    .argument('<file>', 'where to, like backups/monday.tar')
    .addHelpText('after', '\nExample:\n  carveout backup /backups/carveout-monday.tar')
    .action(async (file: string) => {
      const { makeBackup } = await import('#app/services/backup/make.server.ts')
      const manifest = await withRegister((house) => makeBackup(house, path.resolve(file), new Date()))
      await printLine({ file: path.resolve(file), files: manifest.files.length, missing: manifest.missing })
      if (manifest.missing.length > 0)
        say('Originals that the register names are gone; the backup lacks them.')
      done(manifest.missing.length > 0 ? 1 : 0)
    })

export const restoreCommand = (done: Done) =>
  new Command('restore')
    .description('Takes a backup back. Stop the server first.')
    .argument('<file>', 'made by carveout backup')
    .option('--replace', 'even when the register here is not empty: it is put aside')
    .addHelpText(
      'after',
      '\nExample:\n  CARVEOUT_DATA=/srv/carveout carveout restore /backups/carveout-monday.tar',
    )
    .action(async (file: string, { replace = false }: { replace?: boolean }) => {
      const { restoreBackup } = await import('#app/services/backup/restore.server.ts')
      const { dataFolder, databaseUrl } = await settings()
      if (databaseUrl)
        throw new Error(
          'This register is in PostgreSQL. Restore it with pg_restore or psql; leave out DATABASE_URL for SQLite.',
        )
      const restored = await restoreBackup(path.resolve(file), dataFolder, { replace, now: new Date() })
      await printLine({
        into: dataFolder,
        madeAt: restored.manifest.madeAt,
        files: restored.manifest.files.length,
        setAside: restored.setAside,
      })
      done(0)
    })
