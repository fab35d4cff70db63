import { once } from 'node:events'
import { Command } from 'commander'
import { Role } from '#app/services/permissions.ts'
import type { User } from '#app/services/user.server.ts'
import { type Done, say, UsageError } from './output.ts'
import { withRegister } from './register.ts'

/** Whoever may run commands on this machine may read the register. */
const operator: User = {
  id: 'command line',
  name: 'The command line',
  email: 'command line',
  role: 'auditor',
  units: [],
}

export const mcpCommand = (done: Done) =>
  new Command('mcp')
    .description('Lets an assistant ask the register, read only, over the Model Context Protocol (stdio).')
    .option('--user <email>', 'as whom it asks: it sees what they see; everything when left out')
    .addHelpText(
      'after',
      '\nExample, as an assistant is told of it:\n  { "command": "carveout", "args": ["mcp"] }',
    )
    .action(async ({ user: email }: { user?: string }) => {
      const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js')
      const { assistantServer } = await import('#app/services/assistant/server.server.ts')
      const { personByEmail } = await import('#db/people.ts')
      await withRegister(async (house) => {
        const person = email === undefined ? undefined : await personByEmail(house.db, email)
        if (email !== undefined && (!person || person.disabledAt))
          throw new UsageError(`Nobody here is ${email}.`)
        const user = person ? { ...person, role: Role.parse(person.role) } : operator
        const server = assistantServer(house.as(user), user)
        await server.connect(new StdioServerTransport())
        say('An assistant may ask. It ends when the assistant goes.')
        await once(process.stdin, 'end')
        await server.close()
      })
      done(0)
    })
