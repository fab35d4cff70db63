import { z } from 'zod'
import { Duration, plainDuration, readDurations } from '../quantities/duration.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { unitsOrElse } from './shared/units-or-else.ts'
import { defineTerm } from './term.ts'

/** "Three months' notice to the end of a calendar month": it ends then and at no other time. */
const toEnd = /\bto (?:the )?end of (?:a|any|each) (?:calendar )?(month|quarter|year)\b/i
const ends = new RegExp(
  `\\b(?:prior to|before|in advance of|preceding|of)\\b[^.;]{0,80}?\\b(?:expir\\w+|ends?|termination|conclusion|renewal|renews|anniversary|commencement|start|beginning|term|period)\\b|${toEnd.source}`,
  'i',
)
const goesOn = /\b(?:renew|extend|successive)/i
const refuses =
  /\b(?:not (?:to )?(?:be )?renew|not want\b[^.;]{0,60}?\brenew|non-?renew\w{0,40}|intent(?:ion)? not|(?:elect|desire|wish)\w{0,40} (?:not )?to (?:terminate|renew|extend)|unless\b[^.;]{0,160}?\bnotif?\w{0,40}|opt(?:s|ed)? out|cancel|terminat\w{1,40})\b/i
/** "If you don't want your plan to renew, tell us 30 days before it ends", "cancel at least 24 hours before your renewal date". */
const toldInTime =
  /\bif you do not want\b[^.;]{0,60}?\brenew\b|\bcancel\b[^.;]{0,60}?\bbefore (?:your|the|its) (?:\w{1,20} ){0,2}renew/i
const periodOf = (words: string) => {
  const found = readDurations(words).filter(
    ({ start, end }) =>
      /^['’]?s?'?\)?\s?(?:(?!terms?\b|periods?\b|unless\b)\w{1,40}['’]? ){0,6}?(?:notice|prior|before|in advance|preceding|of (?:the |its )?(?:expir|end))/i.test(
        words.slice(end, end + 60),
      ) || /\b(?:least|than|than the|within|notice of|minimum of)\s?(?:the )?$/i.test(words.slice(0, start)),
  )
  return (found.at(-1) ?? undefined)?.value
}

/** "If Distributor wishes to extend the term, it shall notify …": notice of going on, not of ending. */
const toGoOn = /\b(?:wish|desir|elect|inten[dt]|may|option|right)\w{0,6}\b[^.;]{0,160}?\b(?:extend|renew)\b/i
const orNot =
  /\bnot\b(?! (?:less|later|more|fewer|exceed))|\bnon-?renew|\bunless\b|\b(?:notice|notification|inten\w{1,6}|elects?|wish\w{0,4}|desires?) (?:of|to) (?:its )?terminat|\bcancel|\bopts?\b|\bautomatic/i
/** "For an initial term of two years and thereafter until terminated by six months' notice". */
const runsOnUntilNotice =
  /\b(?:initial|minimum|first|fixed) (?:term|period)\b[^.;]{0,160}\b(?:thereafter|after that|after which)\b[^.;]{0,80}\bterminated?\b[^.;]{0,80}\bnotice\b/i

/** A period of notice that the copy leaves blank or blacks out: "at least [***] prior to", "____ days before". */
const leftBlank =
  /(?:\[[\s*_●•.…-]{0,40}\]|\*{2,40}|_{2,40})\)?(?: (?:calendar |business )?(?:days?|weeks?|months?|years?)\b['’]?)?,? (?:(?:prior|advance|written) ){0,3}(?:notice|prior to|before|of the)\b/i

/** The sentence that says the period: the unit's own, or one beside it in its clause ("Notice of this shall be given …"). */
function periodNear({ units }: ReadingContext, unit: Unit): { period?: Duration; of: Unit } | undefined {
  const beside = [unit, units[unit.index + 1], units[unit.index - 1]]
  for (const of of beside) {
    const period = of?.clause === unit.clause ? periodOf(of?.plain ?? '') : undefined
    if (of && period) return { period, of }
  }
  return leftBlank.test(unit.plain) ? { of: unit } : undefined
}

const PeriodEnd = z.enum(['month', 'quarter', 'year'])

/** By when one must say no to a renewal. */
export const nonRenewalNotice = defineTerm({
  type: 'non_renewal_notice',
  title: 'Non-renewal notice',
  group: 'time',
  describes: 'How long before the term ends a party must say that it will not renew.',
  looksFor: [
    'notice of non-renewal',
    'prior to the expiration of the then-current term',
    'unless either party notifies',
  ],
  value: z.object({
    /** Absent where the copy leaves it blank. */
    period: Duration.optional(),
    before: z.literal('term_end'),
    toEndOf: PeriodEnd.optional(),
  }),
  version: 4,
  read: (context) =>
    unitsOrElse(context, 'non_renewal_notice', {
      plainly: toldInTime,
      among: [goesOn, runsOnUntilNotice],
      orElse: ({ plain }) =>
        runsOnUntilNotice.test(plain) ||
        (goesOn.test(plain) &&
          /\bnotic|\bnotif|\byou\b|\byour\b/i.test(plain) &&
          refuses.test(plain) &&
          ends.test(plain)),
      never: (unit) =>
        periodNear(context, unit) === undefined ||
        (toGoOn.test(unit.plain) &&
          !orNot.test(`${unit.plain} ${context.units[unit.index + 1]?.plain ?? ''}`.slice(0, 900))),
    }).flatMap(({ unit, score, rule }) => {
      const said = periodNear(context, unit)
      if (!said) return []
      const { period, of } = said
      const { data: toEndOf } = PeriodEnd.safeParse(toEnd.exec(unit.plain)?.[1]?.toLowerCase())
      const value = { ...(period && { period }), before: 'term_end' as const, ...(toEndOf && { toEndOf }) }
      return [{ value, spans: of === unit ? [unit] : [unit, of], score, rule }]
    }),
  plain: ({ period, toEndOf }) =>
    `${period ? plainDuration(period) : 'a period left blank'} before the term ends${toEndOf ? `, to the end of a ${toEndOf}` : ''}`,
})
