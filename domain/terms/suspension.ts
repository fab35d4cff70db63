import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { Party, partyTitles } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { actorOf } from './shared/actor.ts'
import { noticePeriod } from './shared/amounts.ts'
import { byClause, inOrder, wholeSentence, withLeadIn } from './shared/findings.ts'
import { listInWords } from './shared/in-words.ts'
import { defineTerm } from './term.ts'

const groundWords = {
  non_payment:
    /\b(?:fail\w{0,40} to pay|non-?payment|overdue|past due|unpaid|delinquent|late|insufficient|arrears|payment (?:fails|default)|default (?:of|in) payment)\b/i,
  security: /\b(?:security|threat|harm|vulnerab|attack|malicious|risk)/i,
  breach:
    /\b(?:breach|violat|non-?complian|break\w{0,3} (?:these|the|our|any)\b|in accordance with|misuse|acceptable use)/i,
  law: /\b(?:law|legal|regulat|government|court)/i,
  abuse: /\b(?:abus|fraud|excessive|disrupt|interfer|adverse|overload|other (?:users|customers))/i,
} as const
const Ground = z.enum(['non_payment', 'security', 'breach', 'law', 'abuse', 'other'])
type Suspension = { by: z.infer<typeof Party>; notice?: Duration; grounds: z.infer<typeof Ground>[] }

const SUSPENDS = [
  // "May suspend", "might restrict your access".
  /\b(?:may|might|can|shall have the right to|has the right to|reserves? the right to|is entitled to|right to|will|before|without)\b[^.;]{0,100}?\b(?:suspend(?!ed)(?:ing)?\b|(?:restrict|limit|disable|throttle|block|pause|lock|deny|withdraw)(?:ing)? (?:\w{1,40}['’]?s? ){0,5}(?:access|accounts?|usage|calls?)\b|throttle\b)/i,
  // "May take other measures, such as suspending".
  /\b(?:may|reserves? the right to)\b[^.;]{0,60}?\b(?:measures|actions|steps)\b[^.;]{0,240}?\bsuspend(?:ing)?\b/i,
  // "Access may be suspended", "accounts are subject to suspension".
  /\b(?:services?|access|accounts?|subscriptions?)\b[^.;]{0,60}?\b(?:(?:may|can) be (?:\w{1,40} ){0,2}suspended|(?:is|are) subject to suspension)\b/i,
]

/** "Some of the reasons are …", said in the next sentence. */
const reasons = (context: ReadingContext, unit: Unit) => {
  const next = context.units[unit.index + 1]
  return next?.clause === unit.clause && /^(?:some of |among )?(?:the |our )?reasons?\b/i.test(next.plain)
    ? next.plain
    : ''
}

/** "Unless prohibited by law" is no ground. */
const LAWFULLY =
  /\b(?:unless|except (?:where|as)|where not) (?:\w{1,40} ){0,2}(?:prohibited|forbidden) (?:by|under) (?:applicable )?law\b|\bto the (?:fullest |maximum )?extent (?:permitted|allowed) (?:by|under) (?:applicable )?law\b/gi

/** Who may switch it off. */
export const suspension = defineTerm({
  type: 'suspension',
  title: 'Suspension',
  group: 'time',
  describes: 'Who may suspend the service, on what ground and with what notice.',
  looksFor: ['may suspend', 'suspend access', 'right to suspend'],
  value: z.object({ by: Party, notice: Duration.optional(), grounds: z.array(Ground) }),
  version: 2,
  read(context) {
    const found: { unit: Unit; value: Suspension; rule: string; score: number }[] = []
    for (const unit of context.unitsThatMayMatch(...SUSPENDS)) {
      if (!SUSPENDS.some((pattern) => pattern.test(unit.plain))) continue
      // The customer's own administrator, who closes an account of its people, or the customer its own.
      if (
        /\badministrators? (?:may|might|can)\b|\byou (?:may|can) [^.;]{0,40}\byour accounts?\b/i.test(
          unit.plain,
        )
      )
        continue
      if (/\bsuspend\w{0,40} (?:payment|its payment|performance of payment)/i.test(unit.plain)) continue
      const words = `${wholeSentence(context, unit).words} ${reasons(context, unit)}`.replace(LAWFULLY, ' ')
      const grounds = Ground.options.filter((ground) => ground !== 'other' && groundWords[ground].test(words))
      const notice = /\bnotice|\bnotif/i.test(unit.plain) ? noticePeriod(unit.plain) : undefined
      found.push({
        unit,
        value: { by: actorOf(context, unit, withLeadIn(unit)), ...(notice && { notice }), grounds },
        rule: 'may suspend',
        score: /\bsuspend/i.test(unit.plain) ? 0.85 : 0.65,
      })
    }
    return Party.options.flatMap((by) =>
      byClause<Suspension>(
        found.filter((one) => one.value.by === by),
        (values) => {
          const grounds = inOrder(
            Ground.options,
            values.flatMap((value) => value.grounds),
          )
          const notice = values.find((value) => value.notice)?.notice
          return { by, ...(notice && { notice }), grounds: grounds.length > 0 ? grounds : ['other'] }
        },
      ),
    )
  },
  plain: ({ by, notice, grounds }) =>
    `${partyTitles[by]}, for ${listInWords(grounds, 'other reasons')}${notice ? `, after ${plainDuration(notice)}` : ''}`,
})
