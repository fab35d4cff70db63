import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import { defineTerm } from './term.ts'

/** Who signs. */
export const parties = defineTerm({
  type: 'parties',
  title: 'Party',
  group: 'time',
  describes: 'Who the agreement binds, what it calls them, and who of them supplies.',
  looksFor: ['by and between', 'a corporation', '(the “Supplier”)', '(the “Customer”)', 'signature blocks'],
  value: z.object({ name: z.string().min(1), aliases: z.array(z.string()), role: Party }),
  version: 1,
  read: (context) =>
    context.parties.map(({ name, aliases, role, spans }) => ({
      value: { name, aliases, role },
      spans: spans.slice(0, 2),
      score: aliases.length > 0 ? 0.85 : 0.65,
      rule: aliases.length > 0 ? 'name and its defined name' : 'name alone',
    })),
  plain: ({ name, aliases, role }) =>
    `${name}${aliases.length > 0 ? `, called ${aliases.join(', ')}` : ''}${role === 'unknown' ? '' : ` (${role})`}`,
})
