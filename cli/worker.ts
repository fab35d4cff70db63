import { once } from 'node:events'
import { Command } from 'commander'
import { type Done, say } from './output.ts'
import { withRegister } from './register.ts'

export const workerCommand = (done: Done) =>
  new Command('worker')
    .description('Does the register’s jobs without a web server, until it is stopped.')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://… carveout worker')
    .action(async () => {
      await withRegister(
        async () => {
          say('Working. Ctrl-C stops it; what it has in hand goes to the next worker.')
          await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
        },
        { jobs: true },
      )
      done(0)
    })
