import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { Party, partyTitles } from '../quantities/parties.ts'
import { firstDuration } from './shared/amounts.ts'
import { withLeadIn } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

const groundWords = {
  non_payment: /\b(?:fail\w* to pay|non-?payment|overdue|past due|unpaid|delinquent|late)\b/i,
  security: /\b(?:security|threat|harm|vulnerab|attack|malicious|risk)/i,
  breach: /\b(?:breach|violat|non-?complian|in accordance with|misuse|acceptable use)/i,
  law: /\b(?:law|legal|regulat|government|court)/i,
  abuse: /\b(?:abus|fraud|excessive|disrupt|interfer|adverse)/i,
} as const
const Ground = z.enum(['non_payment', 'security', 'breach', 'law', 'abuse', 'other'])
type Suspension = { by: z.infer<typeof Party>; notice?: Duration; grounds: z.infer<typeof Ground>[] }

const suspends =
  /\b(?:may|can|shall have the right to|has the right to|reserves? the right to|is entitled to|right to|will)\b[^.;]{0,100}?\b(?:suspend|restrict|limit access|disable (?:\w+ ){0,3}access|throttle)/i

/** Who may switch it off. */
export const suspension = defineTerm({
  type: 'suspension',
  title: 'Suspension',
  group: 'time',
  describes: 'Who may suspend the service, on what ground and with what notice.',
  looksFor: ['may suspend', 'suspend access', 'right to suspend'],
  value: z.object({ by: Party, notice: Duration.optional(), grounds: z.array(Ground) }),
  version: 1,
  read(context) {
    const found: Candidate<Suspension>[] = []
    for (const unit of context.units) {
      const match = suspends.exec(unit.plain)
      if (!match || /\bsuspend\w* (?:payment|its payment|performance of payment)/i.test(unit.plain)) continue
      const by = context.roleOf(unit.plain.slice(Math.max(0, match.index - 60), match.index))
      const words = withLeadIn(unit)
      const grounds = Ground.options.filter((ground) => ground !== 'other' && groundWords[ground].test(words))
      const notice = /\bnotice|\bnotif/i.test(unit.plain) ? firstDuration(unit.plain) : undefined
      found.push({
        value: {
          by: by === 'unknown' ? context.subjectOf(unit) : by,
          ...(notice && { notice }),
          grounds: grounds.length > 0 ? grounds : ['other'],
        },
        spans: [{ start: unit.start, end: unit.end }],
        score: /\bsuspend/i.test(unit.plain) ? 0.85 : 0.65,
        rule: 'may suspend',
      })
    }
    return found
  },
  plain: ({ by, notice, grounds }) =>
    `${partyTitles[by]}, for ${grounds.map((g) => g.replaceAll('_', ' ')).join(', ')}${notice ? `, after ${plainDuration(notice)}` : ''}`,
})
