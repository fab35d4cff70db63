import path from 'node:path'
import { Command } from 'commander'
import { type Done, printLine, say, UsageError } from './output.ts'
import { withRegister } from './register.ts'

export const exportCommand = (done: Done) =>
  new Command('export')
    .description(
      'Writes everything into a folder: JSON lines, originals and a manifest; see docs/export-format.md.',
    )
    .argument('<dir>', 'a folder that is new or empty')
    .addHelpText('after', '\nExample:\n  carveout export register-2026-11-25')
    .action(async (dir: string) => {
      const { exportRegister, TransferProblem } = await import('#app/services/transfer.server.ts')
      const manifest = await withRegister((house) =>
        exportRegister(house, path.resolve(dir), new Date()),
      ).catch((error: unknown) => {
        throw error instanceof TransferProblem ? new UsageError(error.message) : error
      })
      await printLine({ dir, ...manifest })
      say(`Wrote ${dir}: ${manifest.originals.count} originals. Passwords, sessions and tokens stay behind.`)
      done(0)
    })
