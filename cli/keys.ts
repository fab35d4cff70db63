import path from 'node:path'
import { Command } from 'commander'
import { type Done, printLine, say, UsageError } from './output.ts'
import { settings, withRegister } from './register.ts'

export const keysCommand = (done: Done) => {
  const keys = new Command('keys').description('Keys that lock the originals at rest (CARVEOUT_KEY_FILE).')
  keys
    .command('new')
    .description('Makes a key file. Keep a copy elsewhere: without it the originals can’t be opened.')
    .argument('<file>')
    .addHelpText('after', '\nExample:\n  carveout keys new /etc/carveout/keys')
    .action(async (file: string) => {
      const { makeKeyFile } = await import('#app/services/originals/keys.server.ts')
      await makeKeyFile(path.resolve(file))
      say(`Set CARVEOUT_KEY_FILE=${path.resolve(file)}, then: carveout keys lock`)
      done(0)
    })
  keys
    .command('lock')
    .description('Locks every original with the key in force, those too that were kept before there was one.')
    .action(async () => {
      await keyFile()
      await printLine({ locked: await lockAll() })
      done(0)
    })
  keys
    .command('rotate')
    .description('Makes a new key, locks every original with it, then drops the old ones.')
    .addHelpText(
      'after',
      '\nStop the server first and start it afterwards: it holds the keys it was started with.',
    )
    .action(async () => {
      const { addKey, dropOldKeys } = await import('#app/services/originals/keys.server.ts')
      const file = await keyFile()
      await addKey(file)
      const locked = await lockAll()
      await dropOldKeys(file)
      await printLine({ locked })
      done(0)
    })
  return keys
}

async function keyFile(): Promise<string> {
  const { keyFile } = await settings()
  if (!keyFile) throw new UsageError('Name the key file first: CARVEOUT_KEY_FILE=/etc/carveout/keys')
  return keyFile
}

/** Stops at the first one that can't be opened, before a key is dropped. */
const lockAll = () =>
  withRegister(async (house) => {
    const { originalsInUse } = await import('#db/originals.ts')
    const all = await originalsInUse(house.db)
    for (const sha256 of all) await house.originals.lockAnew(sha256)
    return all.length
  })
