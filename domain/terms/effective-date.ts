import { z } from 'zod'
import { IsoDate, readDates } from '../quantities/date.ts'
import { openingDates } from './shared/opening-dates.ts'
import { defineTerm } from './term.ts'

const EVENT =
  /\b(?:effective|in effect|in force|commence\w*|take effect|start\w*)\b[^.;]{0,60}?\b(?:(?:on|upon|from|as of) (?:the )?((?:date of )?(?:last signature|signature|execution|acceptance|signing|publication|posting|the last (?:party )?to sign|full execution)[^.,;)]{0,40}))/i

/** The day from which the agreement binds. */
export const effectiveDate = defineTerm({
  type: 'effective_date',
  title: 'Effective date',
  group: 'time',
  describes: 'The day from which the agreement binds, or the event that starts it.',
  looksFor: ['effective as of', 'Effective Date', 'takes effect on', 'commences on'],
  value: z.object({ date: IsoDate.optional(), event: z.string().optional() }),
  version: 1,
  read(context) {
    const dated = openingDates(context, 'effective_date').map(({ words, start, end, score, rule }) => {
      const date = readDates(words)[0]?.value
      return { value: date ? { date } : { event: 'left blank' }, spans: [{ start, end }], score, rule }
    })
    if (dated.length > 0) return dated
    const unit = context.units.find(
      (u) =>
        EVENT.test(u.plain) &&
        /\b(?:agreement|terms|addendum|dpa|order form|effective date)\b/i.test(u.plain),
    )
    const event = unit && EVENT.exec(unit.plain)?.[1]?.trim()
    return unit && event
      ? [
          {
            value: { event },
            spans: [{ start: unit.start, end: unit.end }],
            score: 0.55,
            rule: 'starts on an event',
          },
        ]
      : []
  },
  plain: ({ date, event }) => date ?? (event ? `on ${event}` : 'not stated'),
})
