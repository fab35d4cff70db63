import { z } from 'zod'
import type { Span } from '../document/document.ts'
import { Party } from '../quantities/parties.ts'
import { defineTerm } from './term.ts'

/** "(each a “Party” and together the “Parties”)", or the sentence that says so: who the paper means by its parties. */
function calledTogether(text: string): Span | null {
  const opening = text.slice(0, 15_000)
  const called = /["“ʺ](?:the )?Parties[.,;]{0,1}["”ʺ]/i.exec(opening)
  if (!called) return null
  const before = opening.slice(Math.max(0, called.index - 320), called.index)
  const after =
    /^["“ʺ](?:the )?Parties[.,;]?["”ʺ][^.;()\n]{0,60}/i.exec(opening.slice(called.index))?.[0] ?? ''
  const end = called.index + after.trimEnd().length
  const means = /["“](?:Party|Parties)["”]\s(?:shall )?means?\b/.test(before + after)
  if (means && !/\bcollectively|\bindividually/.test(before + after)) return null
  const bracket = before.lastIndexOf('(')
  if (bracket > before.lastIndexOf(')') && before.length - bracket > 8)
    return { start: called.index - before.length + bracket + 1, end }
  const sentence =
    /(?:^(?=[A-Z])|[.;)”"]\s{1,400}(?=[A-Z])|\n\n(?=[A-Z])|,\s(?=both\b|each\b|all\b))(?=(?:[^.;]|\.(?!\s{1,400}[A-Z])){0,300}$)/.exec(
      before,
    )
  if (!sentence) return null
  return { start: called.index - before.length + sentence.index + sentence[0].length, end }
}

/** Who signs. */
export const parties = defineTerm({
  type: 'parties',
  title: 'Party',
  group: 'time',
  describes: 'Who the agreement binds, what it calls them, and who of them supplies.',
  looksFor: ['by and between', 'a corporation', '(the “Supplier”)', '(the “Customer”)', 'signature blocks'],
  value: z.object({ name: z.string().min(1), aliases: z.array(z.string()), role: Party }),
  version: 3,
  read: ({ parties, text }) => {
    const together = parties.length > 1 ? calledTogether(text) : null
    return parties.map(({ name, aliases, role, spans }) => ({
      value: { name, aliases, role },
      spans: [...spans.slice(0, 4), ...(together ? [together] : [])],
      score: aliases.length > 0 ? 0.85 : 0.65,
      rule: aliases.length > 0 ? 'name and its defined name' : 'name alone',
    }))
  },
  plain: ({ name, aliases, role }) =>
    `${name}${aliases.length > 0 ? `, called ${aliases.join(', ')}` : ''}${role === 'unknown' ? '' : ` (${role})`}`,
})
