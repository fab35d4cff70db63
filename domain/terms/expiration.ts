import { z } from 'zod'
import { IsoDate, plainDate } from '../quantities/date.ts'
import { addPeriod, runningTerm } from './shared/running-term.ts'
import { startOf } from './shared/stated-start.ts'
import { defineTerm } from './term.ts'

/** When the agreement ends if nobody does anything. */
export const expiration = defineTerm({
  type: 'expiration',
  title: 'Expiration',
  group: 'time',
  describes: 'When the first term ends: as stated, or reckoned from its start and length.',
  looksFor: ['shall expire on', 'until', 'in effect for a period of', 'until terminated', 'anniversary'],
  value: z.object({
    date: IsoDate.optional(),
    perpetual: z.boolean().optional(),
    event: z.string().optional(),
  }),
  version: 4,
  read(context) {
    const start = startOf(context)
    return runningTerm(context).map(({ unit, period, endsOn, perpetual, event, startsOn, score, rule }) => {
      const from = startsOn ?? start
      const date = endsOn ?? (period && from ? addPeriod(from, period) : undefined)
      const value = date
        ? { date }
        : perpetual
          ? { perpetual: true, ...(event && { event }) }
          : { event: event ?? 'at the end of its term' }
      return { value, spans: [unit], score, rule: date && !endsOn ? `${rule}, reckoned from ${from}` : rule }
    })
  },
  plain: ({ date, perpetual, event }) =>
    date ? plainDate(date) : (event ?? (perpetual ? 'runs until somebody ends it' : 'not stated')),
})
