import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { Party, partyTitles } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import type { FoundUnit } from '../reading/find.ts'
import { firstDuration } from './shared/amounts.ts'
import { withLeadIn } from './shared/findings.ts'
import { listInWords } from './shared/in-words.ts'
import { unitsOrElse } from './shared/units-or-else.ts'
import { defineTerm } from './term.ts'

const dutyWords = {
  sell_off: /\b(?:sell[- ]?off|remaining stock|dispose of|inventor(?:y|ies)|sell (?:any|its|all|the))\b/i,
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

/**
 * Secrets given back, no competing and no hiring, rights that end, how long it runs, what was owed already and what nobody is
 * liable for: said after the end, or of it, and no duty of it.
 */
const elsewhere = [
  /\b(?:confidential|proprietary) [^.;]{0,240}?\b(?:return|destr|deliver|eras)|\b(?:return|destr|deliver|eras)\w{0,10}\b[^.;]{0,240}?\b(?:confidential|proprietary)\b/i,
  /\bcompet(?:e|es|ing|ition|itors?|itive)\b|\bnon-?compet|\b(?:hire|solicit|entice)\w{0,8}\b/i,
  /\b(?:licen[sc]es?|rights)\b[^.;]{0,80}?\bshall (?:\w{1,20} ){0,2}(?:terminate|cease|end|expire)\b/i,
  /\b(?:cease|stop|discontinue)\b[^.;]{0,40}?\b(?:us(?:e|ing)|advertis\w{1,10}|represent\w{0,10}|hold\w{0,3})\b/i,
  /\b(?:shall|will) (?:become|be) effective\b|\binitial term\b|\bautomatically renew|\bbe extended for\b|\brenew this agreement\b/i,
  /\bshall not\b[^.;]{0,60}?\b(?:engage|sell|offer|own|directly or indirectly)\b|\bneither\b[^.;]{0,60}?\bshall,? directly or indirectly\b|\bno longer have the right\b/i,
  /\bshall survive\b|\bwill survive\b|\bsurvival\b|\b(?:relieve|release|discharge|prejudice|affect|extinguish)\w{0,5}\b[^.;]{0,80}?\b(?:obligation|liabilit|right|accru)/i,
  /\b(?:become|be|are) (?:immediately )?(?:due and )?payable\b|\bpay\b[^.;]{0,80}?\b(?:unpaid|outstanding|undisputed|accrued|due|ow(?:ed|ing)|incurred|rendered|performed)\b|\b(?:accru|outstanding)\w{0,5}\b[^.;]{0,80}?\bprior to\b/i,
  /\bliable\b[^.;]{0,80}?\b(?:on account of|by reason of|because of|as a result of) (?:the |any |such )?(?:terminat|expir)|\b(?:agrees?|undertakes?|covenants?) not to\b/i,
  /\bfails? to (?:enter|agree)\b|\bunable to agree\b|\bfollowing sections\b[^.;]{0,60}?\bsurvive\b/i,
]
/** Without one of these words neither it nor what introduces it speaks of the end. */
const end =
  /\bterminat|\bexpir|\bthereafter\b|\bcancel|\bend of\b|\bends\b|\bwind|\btransition|\bsell[- ]?off|\bafter the\b|\bcease|\bremaining\b|\bno longer\b/i
const staysToBeDone = /\b(?:sell|dispose|inventor|transition|orderly|wind|assist|complete|fulfil|purchase)/i

/** Stock sold off, used up or bought back after the end: this the classifier knows too few ways to say. */
const stock =
  /\b(?:sell|dispose|exhaust|deplet|liquidat|purchase|buy|repurchase)\w{0,10}\b[^.;]{0,80}?\b(?:inventor(?:y|ies)|stocks?|equipment|materials?)\b|\b(?:inventor(?:y|ies)|stocks?)\b[^.;]{0,60}?\b(?:sell|sold|dispose)/i
const goesToEnd =
  /\b(?:upon|after|following|on|in the event of|event)\b[^.;,]{0,50}?\b(?:terminat|expir)|\bnotwithstanding (?:the |any )?(?:terminat|expir)|\b(?:terminat|expir)\w{0,10} (?:or (?:\w{1,20} )?(?:terminat|expir)\w{0,10} )?of this agreement\b/i
/** Below this the classifier is sure that such words are about something else. */
const doubt = 0.01

/** Units that say what becomes of the stock, beside those that the classifier took. */
function stockIn(context: ReadingContext, found: FoundUnit[]): FoundUnit[] {
  const taken = new Set(found.map(({ unit }) => unit))
  return context
    .unitsThatMayMatch(stock)
    .filter(
      (unit) =>
        !taken.has(unit) &&
        context.score('post_termination', unit) > doubt &&
        stock.test(unit.plain) &&
        goesToEnd.test(withLeadIn(unit)) &&
        /\b(?:shall|will|may|must|right|option|agrees?)\b/i.test(unit.plain) &&
        !isElsewhere(unit),
    )
    .map((unit) => ({ unit, score: 0.7, rule: 'pattern' }))
}

const isElsewhere = ({ plain }: Unit) =>
  elsewhere.some((pattern) => pattern.test(plain)) && !staysToBeDone.test(plain)

/** What must still be done when it is over. */
export const postTermination = defineTerm({
  type: 'post_termination',
  title: 'Duties after the end',
  group: 'time',
  describes: 'What a party must or may still do after the agreement has ended.',
  looksFor: ['upon termination', 'following expiration', 'sell off', 'wind down', 'return all materials'],
  value: z.object({ party: Party, duties: z.array(Duty).min(1), period: Duration.optional() }),
  version: 3,
  read: (context) => {
    const found = unitsOrElse(context, 'post_termination', {
      never: (unit) => !end.test(withLeadIn(unit)) || isElsewhere(unit),
      among: [winding],
      orElse: ({ plain }) =>
        after.test(plain) && winding.test(plain) && /\b(?:shall|will|may|must)\b/i.test(plain),
    })
    return [...found, ...stockIn(context, found)].map(({ unit, score, rule }) => {
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
    })
  },
  plain: ({ party, duties, period }) =>
    `${partyTitles[party]}: ${listInWords(duties, 'other duties')}${period ? `, ${plainDuration(period)}` : ''}`,
})
