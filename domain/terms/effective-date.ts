import { z } from 'zod'
import { IsoDate, plainDate, readDates } from '../quantities/date.ts'
import { openingDates } from './shared/opening-dates.ts'
import { statedStart } from './shared/stated-start.ts'
import { defineTerm } from './term.ts'

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
    const said = statedStart(context)
    const [named] = dated
    // A name given to the day on the first page, or no sentence in the body that says another.
    if (named && (named.score > 0.7 || !said)) return dated
    if (!said) return []
    const { unit, rule, sure, date, event } = said
    return [
      {
        value: { ...(date && { date }), ...(event && { event }) },
        spans: [unit],
        score: sure ? 0.78 : 0.6,
        rule,
      },
    ]
  },
  plain: ({ date, event }) => (date ? plainDate(date) : event ? `on ${event}` : 'not stated'),
})
