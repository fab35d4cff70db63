import { Command, CommanderError } from 'commander'
import { userCommand, verifyCommand } from './access.ts'
import { assessCommand } from './assess.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { exportCommand } from './export.ts'
import { extractCommand } from './extract.ts'
import { gateCommand, logcheckCommand, stopCommand } from './governance.ts'
import { importCommand } from './import.ts'
import { keysCommand } from './keys.ts'
import { mcpCommand } from './mcp.ts'
import { migrateCommand } from './migrate.ts'
import { UsageError } from './output.ts'
import { compareCommand, deadlinesCommand, gapsCommand, matrixCommand } from './reports.ts'
import { tokenCommand } from './token.ts'
import { workerCommand } from './worker.ts'

/**
 * The `carveout` command. Data goes to standard output as JSON lines, words for people to standard error. Commands load what they
 * work with when they are run, so that `carveout --help` and a small command don't wait for the rest.
 * @param args the words after `carveout`
 * @returns the exit status: 0 done, 1 a file or a thing failed, 2 a usage error, 3 see `assess --fail-on`
 */
export async function main(args: string[]): Promise<number> {
  let status = 0
  const done = (result: number) => {
    status = result
  }
  const program = new Command('carveout')
    .description('Reads vendor agreements and holds them against what an AI deployment needs.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stderr.write(text) })
    .showHelpAfterError('(carveout --help shows every command with an example)')
  for (const command of [
    extractCommand(done),
    assessCommand(done),
    importCommand(done),
    exportCommand(done),
    matrixCommand(done),
    gapsCommand(done),
    compareCommand(done),
    deadlinesCommand(done),
    userCommand(done),
    verifyCommand(done),
    gateCommand(done),
    stopCommand(done),
    logcheckCommand(done),
    tokenCommand(done),
    workerCommand(done),
    migrateCommand(done),
    mcpCommand(done),
    backupCommand(done),
    restoreCommand(done),
    keysCommand(done),
  ]) {
    program.addCommand(command.exitOverride().copyInheritedSettings(program))
    for (const part of command.commands) part.exitOverride().copyInheritedSettings(command)
  }

  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`)
      return 2
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
