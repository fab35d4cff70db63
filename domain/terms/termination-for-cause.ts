import { z } from 'zod'
import { Duration, plainDuration, readDurations } from '../quantities/duration.ts'
import { Party, partyTitles } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { actorOf } from './shared/actor.ts'
import { withLeadIn } from './shared/findings.ts'
import { listInWords } from './shared/in-words.ts'
import { type Candidate, defineTerm } from './term.ts'

const eventWords = {
  material_breach:
    /\b(?:material(?:ly)? (?:\w{1,40} ){0,2}?(?:breach|default)(?:e[sd]|s|ed)?|(?:breach(?:e[sd])?|violat(?:es?|ion)|breaks?) (?:of )?(?:any|a|this|its|the|these|our|your|it)(?! (?:\w{1,20} )?laws?\b)|(?:serious|material|substantial)ly (?:breach|violat|break)\w{0,4}|defaults?)\b/i,
  non_payment:
    /\b(?:fail\w{0,40} to (?:make )?pay|non-?payment|overdue|past due|in arrears|default (?:of|in) payment)\b/i,
  insolvency: /\b(?:insolven|bankrupt|receiver|liquidat|assignment for the benefit of creditors|winding up)/i,
  change_of_control: /\bchange (?:of|in) control\b/i,
  law_violation:
    /\bviolat\w{1,40} (?:of )?(?:any )?(?:applicable )?law|\b(?:required|prohibited) (?:by|under) (?:any )?(?:applicable )?laws?\b/i,
} as const
const Event = z.enum([
  'material_breach',
  'non_payment',
  'insolvency',
  'change_of_control',
  'law_violation',
  'other',
])
type TerminationForCause = { by: z.infer<typeof Party>; cure?: Duration; events: z.infer<typeof Event>[] }

const terminates =
  /\b(?:may(?! request\b)|can|shall have the right to|has the right to|is entitled to|right (?:of [\w ]{2,40} )?to|reserves? the right to)\b[^.;]{0,80}?\b(?:terminate|cancel|end|close (?:\w{1,40} )?accounts?)\b|\b(?:may be|is|shall be) terminated\b|\btermination for (?:cause|breach|default)\b/i
const curedIn = /\b(?:un)?(?:cure|remed|correct|rectif|fix)\w{0,40}\b[^.;]{0,80}$/i
const toCure = /^['’)]{0,2} ?(?:\w{1,40} ){0,3}(?:cure|remed|correct|rectif|fix)/i
const otherNotice =
  /\bnotice of (?:the |such |that )?(?:breach|default)|\bcure|\bremed|\bfix|\bwithin\b|\bafter\b/i

/** Who may leave because of what the other did. */
export const terminationForCause = defineTerm({
  type: 'termination_for_cause',
  title: 'Termination for cause',
  group: 'time',
  describes: 'Who may end the agreement for what cause, and how long the other has to cure it.',
  looksFor: ['terminate for material breach', 'fails to cure within', 'becomes insolvent'],
  value: z.object({ by: Party, cure: Duration.optional(), events: z.array(Event) }),
  version: 2,
  read(context) {
    const found: Candidate<TerminationForCause>[] = []
    for (const unit of context.unitsThatMayMatch(terminates)) {
      const words = withLeadIn(unit)
      if (!terminates.test(words)) continue
      const events = eventsFor(context, unit)
      if (events.length === 0) continue
      const cure =
        cureIn(unit.plain) ??
        (unit.leadIn && eventsIn(unit.leadIn.plain).length > 0 ? undefined : cureIn(words))
      const by = actorOf(context, unit, words)
      found.push({
        value: { by, ...(cure && { cure }), events },
        spans: [{ start: unit.start, end: unit.end }],
        score: cure || /\bmaterial/i.test(words) ? 0.85 : 0.7,
        rule: cure ? 'terminates unless cured' : 'terminates on an event',
      })
    }
    return found
  },
  plain: ({ by, cure, events }) =>
    `${partyTitles[by]}, for ${listInWords(events, 'other reasons')}${cure ? `, ${plainDuration(cure)} to cure` : ''}`,
})

const eventsIn = (words: string) =>
  Event.options.filter((event) => event !== 'other' && eventWords[event].test(words))

/** "For good cause", the reason that the law of the continent knows without naming it. */
const GOOD_CAUSE = /\bterminat\w{0,5}\b[^.;]{0,60}?\bfor (?:good|important|just) (?:cause|reason)\b/i

/** "If Customer breaches this Section, … . Vendor may terminate": the event may stand in the sentence before. */
function eventsFor(context: ReadingContext, unit: Unit): TerminationForCause['events'] {
  const own = eventsIn(unit.plain)
  const before = context.units[unit.index - 1]
  if (own.length === 0 && GOOD_CAUSE.test(unit.plain) && !/\bnothing in\b/i.test(unit.plain)) return ['other']
  if (own.length > 0 || !before || before.clause !== unit.clause) return own
  return /^(?:if|where|should|in (?:the )?event)\b/i.test(before.plain) ? eventsIn(before.plain) : []
}

/** The period in which a breach can be cured. */
function cureIn(words: string): Duration | undefined {
  if (!/\b(?:cure|remed|correct|rectif|fix)/i.test(words)) return undefined
  const near = readDurations(words).filter(({ start, end }) =>
    otherNotice.test(words.slice(Math.max(0, start - 60), end + 80)),
  )
  // "Fails to pay within 30 days and does not cure within five": the period for the cure stands by that word.
  const own = near.find(
    ({ start, end }) => curedIn.test(words.slice(0, start)) || toCure.test(words.slice(end)),
  )
  return (own ?? near[0])?.value
}
