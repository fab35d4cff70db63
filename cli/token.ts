import { Command } from 'commander'
import { TokenInput } from '#domain/register/token.ts'
import { type Done, printLine, say, UsageError } from './output.ts'
import { withRegister } from './register.ts'

const operator = { email: 'command line' }

export const tokenCommand = (done: Done) =>
  new Command('token')
    .description('API tokens: makes one, or ends one.')
    .addCommand(
      new Command('add')
        .description('Makes a token that acts for somebody. Its secret is printed this once.')
        .requiredOption('--user <email>', 'whom it acts for; it may do what they may')
        .requiredOption('--scope <scope>', 'read or write')
        .option('--name <name>', 'what it is for', 'made on the command line')
        .addHelpText('after', '\nExample:\n  carveout token add --user it@example.com --scope read')
        .action(async (options: { user: string; scope: string; name: string }) => {
          const input = TokenInput.safeParse(options)
          if (!input.success)
            throw new UsageError(
              input.error.issues[0]?.path[0] === 'scope'
                ? `"${options.scope}" is no scope. Choose read or write.`
                : 'Give the token a name.',
            )
          const { makeToken, ownerOf } = await import('#app/services/tokens.server.ts')
          const made = await withRegister(async (house) => {
            const owner = await ownerOf(house.db, options.user)
            if (!owner) throw new UsageError(`Nobody with the address ${options.user} may sign in.`)
            return makeToken(house, operator, { ...input.data, owner: owner.email })
          })
          await printLine(made)
          say('Keep the secret now: it is shown this once and stored nowhere.')
          done(0)
        }),
    )
    .addCommand(
      new Command('revoke')
        .description('Ends a token at once.')
        .argument('<id>', 'the id that "token add" printed')
        .action(async (id: string) => {
          const { endToken } = await import('#app/services/tokens.server.ts')
          const ended = await withRegister((house) => endToken(house, operator, id))
          if (!ended) throw new UsageError(`No token ${id} stands. It may have been revoked before.`)
          await printLine({ id, revoked: true })
          done(0)
        }),
    )
