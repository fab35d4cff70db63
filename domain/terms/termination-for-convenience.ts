import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { Party, partyTitles } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { actorOf } from './shared/actor.ts'
import { noticePeriod } from './shared/amounts.ts'
import { withLeadIn } from './shared/findings.ts'
import { unitsOrElse } from './shared/units-or-else.ts'
import { defineTerm } from './term.ts'

const terminates = /\bterminat(?:e|ed|ion)\b|\bcancel(?:led)?\b/i
const freely =
  /\b(?:for (?:its |their |any )?convenience|without cause|for any (?:or no )?reason|for no reason|with or without (?:cause|reason)|at any time|in its (?:sole )?(?:discretion)|without (?:any )?(?:reason|liability|penalty))\b/i
const fault =
  /\b(?:breach|default|insolven|bankrupt|fails? to|failure|violat|change of control|force majeure|material(?:ly)?|if (?:the )?(?:other|either)|in the event|cure)\b/i

/** Leaving together, when something has or has not happened, or between set days. */
const bound =
  /\bmutual(?:ly)?\b|\bby (?:written )?(?:agreement|consent)\b|\bif\b[^.;]{0,120}?\b(?:not occurred|persists?|continues|following occur)|\boccurrence\b|\bbetween (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\bsub-?(?:servicer|contract|agen)|\bemployment\b[^.;]{0,40}?\bterminate\b/i

/** "Neither party may terminate for convenience": the right is denied, and nobody else is given it. */
const denied =
  /\b(?:(?:neither|no) party (?:may|shall|can)|(?:may|shall|can) not|cannot|has no right to|have no right to) (?:\w{1,40} )?terminat[^.;]{0,400}/i
const denies = (words: string) => {
  const said = denied.exec(words)?.[0]
  return said !== undefined && !/\b(?:except|unless|until|save|before|prior|but|however)\b/i.test(said)
}

/** Words that give the reason for leaving. */
const forCause =
  /\bfor (?:(?:the )?other party['’]s |any )?(?:uncured )?(?:material )?(?:breach|cause|default)\b/i

/** A vendor that leaves because it can't mend what infringes has a reason. */
const unmendable = /\bcommercially (?:practicable|feasible|reasonable)\b[^.;]{0,100}?\bterminat/i
/** A reason at the head of the sentence or after it, and the end of the term that nobody renews. */
const hasReason =
  /\bin the event of (?:an? |any )?(?:material )?(?:breach|publicity|default)\b|\bif it is apparent\b|\bif (?:the |such )?(?:either|other)(?: party)? (?:materially )?(?:fails|breaches|defaults|commits|is in (?:material )?(?:breach|default))\b|(?<!\bwith or without |\bor )\bfor cause at any time\b|\brenew\w{0,5}\b[^.;]{0,120}?\bunless\b(?![^.;]{0,200}\bat any time\b)|\bthe parties may terminate\b[^.;]{0,60}?\bby (?:mutual |written ){1,3}(?:agreement|consent)\b|\b(?:subagency|subservicing)\b|\bterminated?\b[^.;]{0,60}?\bat the (?:end|expiration) of (?:its|the) (?:\w{1,20} )?term\b/i
/** "If sales fall short, it may terminate": a reason, unless the sentence asks for none. */
const onCondition = /\bif\b(?! there (?:is|are) no\b)|\bin the event\b/i
const noReason =
  /\bconvenience\b|\bwithout (?:any )?(?:cause|reason)\b|\bfor (?:any|no|any or no) reasons?\b|\bat any (?:other )?time\b|\bsole discretion\b|\b(?:desires?|wish\w{0,3}) to\b/i
/** "Either party may terminate by written notice if the other:" */
const opensReasons = ({ plain }: Unit) =>
  /[:—–-]$/.test(plain) && (!noReason.test(plain) || /\b(?:occurrence|events)\b[^.;]{0,80}$/i.test(plain))
/** The end of something lent to try is not the end of the agreement. */
const tryOut =
  /\b(?:beta|alpha|preview|evaluation|trial|pilot) (?:products?|services?|features?|period|access)\b|\bfree trials?\b/i
/** Without one of these words a sentence ends nothing. */
const leaves =
  /\b(?:terminat|cancel|revo[kc]|withdraw|discontinu|cease|end(?:ed|s|ing)?\b|opt out|walk away)/i

/** "May terminate this Agreement on 30 days' notice", with no reason asked for and no set day. */
const onNotice =
  /\bterminat\w{0,40}\b[^.;:]{0,160}?\b(?:upon|on|with|by|giving)\b[^.;]{0,60}?(?:\b(?:days?|months?|weeks?)\b['’)]{0,2},? (?:\w{1,40} ){0,3}notice\b|\bnotice period of [^.;]{0,30}?\b(?:days|months|weeks)\b)/i
const reason =
  /\b(?:breach\w{0,40}|default\w{0,40}|insolven\w{0,40}|bankrupt\w{0,40}|fail\w{0,40}|violat\w{0,40}|change (?:of|in) control|force majeure|if|in the event|in case|cured?|cause|material|where|unless|delay|occurrence|reasons|end of|expir\w{1,40}|renew\w{0,40}|anniversary)\b/i

/** "Either party wishing to terminate must give thirty days' notice": who wishes to leave may. */
const wishes =
  /\b(?:desires?|wish(?:es|ing)?|intends?) to (?:terminate|cancel|end) (?:this|the) (?:agreement|contract)\b[^.;]{0,160}?\b(?:days?|months?)\b[^.;]{0,40}?\b(?:notice|notification|prior)\b/i
const leavesAsWished = ({ plain }: Unit) =>
  wishes.test(plain) && !/\b(?:breach|default|fail|insolven|bankrupt|renew|expir|cause)/i.test(plain)

/** Who may leave without a reason. */
export const terminationForConvenience = defineTerm({
  type: 'termination_for_convenience',
  title: 'Termination for convenience',
  group: 'time',
  describes: 'Who may end the agreement without a reason, and with what notice.',
  looksFor: [
    'terminate for convenience',
    'without cause',
    'for any reason',
    'at any time upon written notice',
  ],
  value: z.object({ by: Party, notice: Duration.optional(), fee: z.boolean().optional() }),
  version: 4,
  read(context) {
    const found = unitsOrElse(context, 'termination_for_convenience', {
      never: (unit) =>
        (forCause.test(unit.plain) && !freely.test(unit.plain)) ||
        unmendable.test(unit.plain) ||
        tryOut.test(unit.plain) ||
        hasReason.test(fromBefore(context, unit)) ||
        opensReasons(unit) ||
        (onCondition.test(fromBefore(context, unit)) && !noReason.test(unit.plain)) ||
        (!leaves.test(withLeadIn(unit)) && !/[:—–-]$/.test(unit.plain)),
      among: [freely],
      orElse: ({ plain }) =>
        terminates.test(plain) &&
        freely.test(plain) &&
        !fault.test(plain) &&
        !bound.test(plain) &&
        /\b(?:may|right|entitled|can)\b/i.test(plain) &&
        /\bagreement|contract|terms|order form|services?|subscription|addendum\b/i.test(plain),
    })
    const noticed = context
      .unitsThatMayMatch(onNotice, atWill, closes, wishes)
      .filter(
        (unit) =>
          !found.some((one) => one.unit === unit) &&
          (leavesOnNotice(unit) || leavesAtWill(unit) || leavesAsWished(unit)),
      )
      .map((unit) => ({ unit, score: 0.75, rule: 'terminates at will or on notice' }))
    return [...found, ...noticed]
      .filter(({ unit }) => !denies(unit.plain))
      .map(({ unit, score, rule }) => {
        const notice = noticePeriod(unit.plain)
        const fee = /\b(?:termination|cancellation) (?:fee|charge)|\bearly termination (?:fee|payment)/i.test(
          unit.plain,
        )
        return {
          value: {
            by: actorOf(context, unit, withLeadIn(unit)),
            ...(notice && { notice }),
            ...(fee && { fee }),
          },
          spans: [unit],
          score,
          rule,
        }
      })
  },
  plain: ({ by, notice, fee }) =>
    `${partyTitles[by]}${notice ? `, on ${plainDuration(notice)}' notice` : ''}${fee ? ', for a fee' : ''}`,
})

/** The words of a unit with those of the one before it where that stops without a full stop: a page cuts the sentence in two. */
function fromBefore(context: ReadingContext, unit: Unit): string {
  const before = context.units[unit.index - 1]
  const isCut = before && before.plain.length > 60 && /\w$/.test(before.plain)
  return isCut ? `${before.plain} ${unit.plain}` : unit.plain
}

const withoutBrackets = ({ plain }: Pick<Unit, 'plain'>) => plain.replace(/\([^()]{0,200}\)/g, ' ')

/** A right to leave on notice, in one sentence or as an item of "may be terminated: (ii) by Customer on 30 days' notice". */
function leavesOnNotice(unit: Unit): boolean {
  const own = (unit.leadIn ? unit.plain.split(/ or \(?b\)/)[0] : unit.plain) ?? unit.plain
  if (reason.test(withoutBrackets({ plain: own }))) return false
  if (onNotice.test(own)) return /\b(?:may|right to|entitled to|can)\b/i.test(own)
  return (
    unit.leadIn !== null &&
    /\b(?:may|can) (?:be )?terminate/i.test(withLeadIn(unit)) &&
    /^\(?\w{1,4}\)? ?by \w/.test(unit.plain) &&
    onNotice.test(`terminated ${own}`)
  )
}

const atWill =
  /\b(?:may|right to|entitled to|can)\b[^.;]{0,120}?\bterminat\w{0,40}\b[^.;]{0,120}?\b(?:for (?:its |their |any )?convenience|without cause|for any (?:or no )?reasons?|for no reason|for non-?cause)\b|\b(?:for (?:its |their |any )?convenience|without cause|for any (?:or no )?reason|at any time)\b[^.;]{0,60}?\b(?:terminate|and terminate)\b/i

/** "You can close your account", "we may end these Terms": how plain terms say it. */
const closes =
  /\b(?:you|we)(?:['’]re| are)? (?:\w{1,20} )?(?:may|can|free to)\b[^.;]{0,60}?\b(?:terminate|cancel|end|close|delete|stop using)\b (?:or \w{1,40} )?(?:this|these|your|our|the|its|their|an?) (?:\w{1,40} ){0,2}?(?:agreement|contract|terms|accounts?|subscriptions?|plan|membership|services?)\b/i
const whenever =
  /\bat any time\b|\bany ?time\b|\bwhenever\b|\bfor (?:any|no) reason\b|\bwithout (?:cause|(?:giving|stating) (?:a|any) reasons?)\b/i

/** The words that ask for no reason: the cause they name is none. */
const atLiberty =
  /\b(?:with or |for cause or )?without (?:any |(?:giving|stating) (?:a|any) )?(?:cause|reasons?)\b|\bfor (?:any|no|any or no|no or any) reasons?(?: (?:or|and) (?:no|any) reasons?)?(?: whatsoever| or for any reason|,? including if\b[^.;]{0,200})?|\bfor non-?cause\b/gi

/** From when on, or to which day, one may leave. */
const byTheCalendar =
  /\b(?:after|following) the (?:\w{1,20} ){1,3}anniversary\b|\bat the end of (?:a|any|each|the) (?:calendar |contract )?(?:month|quarter|year)\b/gi

/** "May stop using the service at any time and terminate these terms": leaving as one likes, with no reason asked for. */
function leavesAtWill(unit: Unit): boolean {
  const plain = withoutBrackets(unit)
  return (
    ((atWill.test(plain) &&
      /\b(?:may|right to|entitled to|can)\b/i.test(plain) &&
      /\bterminat\w{0,40} (?:\w{1,40} )?(?:this|these) (?:agreement|contract|terms|order form|subscription|addendum)\b/i.test(
        plain,
      )) ||
      (closes.test(plain) && whenever.test(plain) && !tryOut.test(plain))) &&
    !/\b(?:may|can|shall) not\b|\bneither\b/i.test(plain) &&
    !reason.test(
      plain
        .replace(/^if (?:there (?:is|are) no)\b/i, '')
        .replace(atLiberty, ' ')
        .replace(byTheCalendar, ' '),
    )
  )
}
