import { z } from 'zod'
import type { Span } from '../document/document.ts'
import { Party } from '../quantities/parties.ts'
import { defineTerm } from './term.ts'

const quotedParties = /["“ʺ](?:the )?Parties[.,;]?["”ʺ]|\breferred to as the Parties\b/i
/** The rest of the sentence after it. */
const goesOn =
  /^(?:["“ʺ](?:the )?[Pp](?:arties|ARTIES)(?:\.["”ʺ](?=\s{1,9}[A-Z])|[.,;]?["”ʺ][^.;()\n]{0,60})|referred to as the [Pp](?:arties|ARTIES)[^.;()\n]{0,60})/
const sentenceBegins =
  /(?:^(?=[A-Z])|[.;)”"]\s{1,400}(?=[A-Z])|\n\n(?=[A-Z])|,\s{1,9}(?=both\b|[Ee]ach\b|all\b))(?=(?:[^.;]|\.(?!\s{1,400}[A-Z])){0,300}$)/
/** A definition further on: `"Parties" means Acme and Birch collectively.` */
const definition =
  /["“]Part(?:y|ies)["”]\s(?:shall )?means?\s[^.]{0,160}\b(?:collectively|individually)\b[^.]{0,40}/i

/** "(each a “Party” and together the “Parties”)", or the sentence that says so: who the paper means by its parties. */
function calledTogether(text: string): Span | null {
  return inOpening(text.slice(0, 15_000)) ?? defined(text)
}

function inOpening(opening: string): Span | null {
  const called = quotedParties.exec(opening)
  if (!called) return null
  const before = opening.slice(Math.max(0, called.index - 320), called.index)
  const after = goesOn.exec(opening.slice(called.index))?.[0] ?? ''
  const end = called.index + after.trimEnd().length
  if (/["“](?:Party|Parties)["”]\s(?:shall )?means?\b/i.test(before + after)) return null
  const bracket = before.lastIndexOf('(')
  if (bracket > before.lastIndexOf(')') && before.length - bracket > 8)
    return { start: called.index - before.length + bracket + 1, end }
  const sentence = sentenceBegins.exec(before)
  if (!sentence) return null
  return { start: called.index - before.length + sentence.index + sentence[0].length, end }
}

function defined(text: string): Span | null {
  const found = definition.exec(text)
  return found && { start: found.index, end: found.index + found[0].trimEnd().length }
}

/** Who signs. */
export const parties = defineTerm({
  type: 'parties',
  title: 'Party',
  group: 'time',
  describes: 'Who the agreement binds, what it calls them, and who of them supplies.',
  looksFor: ['by and between', 'a corporation', '(the “Supplier”)', '(the “Customer”)', 'signature blocks'],
  value: z.object({ name: z.string().min(1), aliases: z.array(z.string()), role: Party }),
  version: 5,
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
