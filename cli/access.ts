import { Command } from 'commander'
import { Role } from '#app/services/permissions.ts'
import { type Done, printLine, say, UsageError } from './output.ts'
import { settings, withRegister } from './register.ts'

export const userCommand = (done: Done) =>
  new Command('user').description('People who sign in.').addCommand(
    new Command('add')
      .description('Adds somebody and prints, once, the address where they choose their password.')
      .argument('<email>', 'their e-mail address')
      .requiredOption('--role <role>', Role.options.join(', '))
      .option('--name <name>', 'what they are called')
      .addHelpText('after', '\nExample:\n  carveout user add maria@example.com --role legal')
      .action(async (email: string, options: { role: string; name?: string }) => {
        const { Email, invite } = await import('#app/services/people.server.ts')
        const invitation = {
          email: parse(Email, email, `"${email}" is no e-mail address.`),
          role: parse(
            Role,
            options.role,
            `"${options.role}" is no role. Choose one of ${Role.options.join(', ')}.`,
          ),
          name: options.name ?? '',
          units: [],
        }
        const { baseUrl, port } = await settings()
        const door = { address: baseUrl ?? `http://localhost:${port}`, mailer: null }
        const made = await withRegister((house) => invite(house, door, invitation, 'command line'))
        if ('error' in made) throw new UsageError(made.error)
        await printLine({ ...invitation, link: 'showOnce' in made ? made.showOnce : null })
        say('The address works once, within seven days.')
        done(0)
      }),
  )

export const verifyCommand = (done: Done) =>
  new Command('verify')
    .description('Checks the audit trail, the originals against their hashes, and references between tables.')
    .addHelpText('after', '\nExample:\n  carveout verify')
    .action(async () => {
      const { verify } = await import('#app/services/verify.server.ts')
      const result = await withRegister(verify)
      await printLine(result)
      say(result.sound ? 'Sound.' : `${result.problems.length} problems.`)
      done(result.sound ? 0 : 1)
    })

function parse<T>(
  schema: { safeParse(given: unknown): { success: true; data: T } | { success: false } },
  given: unknown,
  wrong: string,
): T {
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new UsageError(wrong)
  return parsed.data
}
