import { z } from 'zod'
import { IsoDate, plainDate, readDates } from '../quantities/date.ts'
import { openingDates } from './shared/opening-dates.ts'
import { defineTerm } from './term.ts'

/** The day the paper bears. */
export const agreementDate = defineTerm({
  type: 'agreement_date',
  title: 'Agreement date',
  group: 'time',
  describes: 'The day the agreement bears or was signed on.',
  looksFor: ['dated', 'made on', 'entered into as of', 'signed on'],
  value: z.object({ date: IsoDate.optional(), event: z.string().optional() }),
  version: 3,
  read: (context) =>
    openingDates(context, 'agreement_date').map(({ words, start, end, score, rule }) => {
      const date = readDates(words)[0]?.value
      return { value: date ? { date } : { event: 'left blank' }, spans: [{ start, end }], score, rule }
    }),
  plain: ({ date, event }) => (date ? plainDate(date) : (event ?? 'not stated')),
})
