import { z } from 'zod'
import { IsoDate, plainDate, readDates } from '../quantities/date.ts'
import { openingDates, statedStart } from './shared/opening-dates.ts'
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
    if (dated.length > 0) return dated
    const said = statedStart(context)
    if (!said) return []
    const { unit, rule } = said
    const value = 'date' in said ? { date: said.date } : { event: said.event }
    return [{ value, spans: [unit], score: 0.7, rule }]
  },
  plain: ({ date, event }) => (date ? plainDate(date) : event ? `on ${event}` : 'not stated'),
})
