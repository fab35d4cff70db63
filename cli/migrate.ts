import { existsSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { type Done, printLine, say, UsageError } from './output.ts'
import { openRegister, settings } from './register.ts'

interface Options {
  from?: string
  to?: string
  originals?: string
}

export const migrateCommand = (done: Done) =>
  new Command('migrate')
    .description(
      'Brings the register’s schema up to date; with --from and --to it moves a register into PostgreSQL. Stop the server first.',
    )
    .option('--from <dir>', 'the data folder of the register to move')
    .option('--to <url>', 'an empty database, postgres://…')
    .option('--originals <place>', 's3://bucket/folder; where BLOB_STORE says, or where they are, unless set')
    .addHelpText(
      'after',
      '\nExample:\n  carveout migrate --from data/ --to postgres://carveout@db.example.com/carveout --originals s3://contracts/originals',
    )
    .action(async ({ from, to, originals }: Options) => {
      if ((from === undefined) !== (to === undefined))
        throw new UsageError('Moving takes both: --from a data folder, --to a postgres:// address.')
      if (from === undefined || to === undefined) await printLine(await bringUpToDate())
      else await printLine(await move(from, to, originals))
      done(0)
    })

/** Every command that opens a register does it; this one does nothing else. */
async function bringUpToDate() {
  const house = await openRegister(await settings(), { jobs: false })
  await house.close()
  const { schemaVersion } = await import('#app/services/transfer.server.ts')
  return { schema: schemaVersion() }
}

async function move(folder: string, url: string, originals?: string) {
  const dataFolder = path.resolve(folder)
  if (!existsSync(path.join(dataFolder, 'register.sqlite')))
    throw new UsageError(`${dataFolder} holds no register.sqlite: it is no data folder of a register.`)
  const { readConfig } = await import('#app/services/config.server.ts')
  // The settings of the new place, checked as they are at every start.
  const config = readConfig({
    ...process.env,
    CARVEOUT_DATA: dataFolder,
    DATABASE_URL: url,
    ...(originals && { BLOB_STORE: originals }),
  })
  const { moveRegister } = await import('#app/services/move.server.ts')
  const from = await openRegister({ dataFolder, keyFile: config.keyFile }, { jobs: false })
  try {
    const to = await openRegister(config, { jobs: false })
    try {
      const moved = await moveRegister({ from, to, tell: say })
      for (const problem of moved.trail.problems) say(`As before the move: ${problem}`)
      say(
        `Moved ${moved.rows} rows and ${moved.originals.count} originals. Start with DATABASE_URL${config.blobStore ? ' and BLOB_STORE' : ''} set, and keep ${dataFolder}: the secret is in it.`,
      )
      return { from: dataFolder, ...moved }
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}
