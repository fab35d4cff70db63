import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { Party, partyTitles } from '../quantities/parties.ts'
import { firstDuration } from './shared/amounts.ts'
import { withLeadIn } from './shared/findings.ts'
import { listInWords } from './shared/in-words.ts'
import { unitsOrElse } from './shared/units-or-else.ts'
import { defineTerm } from './term.ts'

const dutyWords = {
  sell_off:
    /\b(?:sell[- ]?off|remaining (?:stock|inventory)|dispose of|inventory|sell (?:any|its|all|the))\b/i,
  wind_down: /\b(?:wind[- ]?(?:down|up)|phase[- ]?out|run[- ]?off)\b/i,
  return: /\b(?:return|deliver|destroy|delete|surrender|hand over)\b/i,
  payment: /\b(?:pay|payment|remit|refund|royalt|fees|amounts (?:due|owing))\b/i,
  transition: /\b(?:transition|transfer|migrat|assist|cooperat|continue to (?:provide|perform|support))/i,
  licence_survives: /\b(?:licen[cs]es?|sublicen[cs]es?)\b[^.;]{0,80}?\b(?:surviv|continue|remain)/i,
} as const
const Duty = z.enum(['sell_off', 'wind_down', 'return', 'payment', 'transition', 'licence_survives', 'other'])

const after =
  /\bnotwithstanding (?:the |any )?(?:terminat|expir)|\b(?:up)?on (?:the )?(?:\w{1,40} ){0,4}?(?:terminat|expir)|\b(?:after|following|effect of) (?:the )?(?:\w{1,40} ){0,4}?(?:terminat|expir)|\bterminat\w{1,40} or expir|\bexpir\w{1,40} or (?:\w{1,40} )?terminat/i

const winding =
  /\b(?:sell[- ]?off|wind[- ]?down|transition (?:services|assistance|period)|phase[- ]?out|(?:dispose of|sell) (?:\w{1,40} ){0,4}(?:inventory|stock))\b/i

/** What must still be done when it is over. */
export const postTermination = defineTerm({
  type: 'post_termination',
  title: 'Duties after the end',
  group: 'time',
  describes: 'What a party must or may still do after the agreement has ended.',
  looksFor: ['upon termination', 'following expiration', 'sell off', 'wind down', 'return all materials'],
  value: z.object({ party: Party, duties: z.array(Duty).min(1), period: Duration.optional() }),
  version: 1,
  read: (context) =>
    unitsOrElse(context, 'post_termination', {
      among: [winding],
      orElse: ({ plain }) =>
        after.test(plain) && winding.test(plain) && /\b(?:shall|will|may|must)\b/i.test(plain),
    }).map(({ unit, score, rule }) => {
      const words = withLeadIn(unit)
      const duties = Duty.options.filter((duty) => duty !== 'other' && dutyWords[duty].test(words))
      const period = firstDuration(unit.plain)
      return {
        value: {
          party: context.subjectOf(unit),
          duties: duties.length > 0 ? duties : (['other'] as const).slice(),
          ...(period && { period }),
        },
        spans: [unit],
        score,
        rule,
      }
    }),
  plain: ({ party, duties, period }) =>
    `${partyTitles[party]}: ${listInWords(duties, 'other duties')}${period ? `, ${plainDuration(period)}` : ''}`,
})
