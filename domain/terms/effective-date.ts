import { z } from 'zod'
import type { Span } from '../document/document.ts'
import { IsoDate, plainDate, readDates } from '../quantities/date.ts'
import { openingDates } from './shared/opening-dates.ts'
import { type StatedStart, statedStart } from './shared/stated-start.ts'
import { defineTerm } from './term.ts'

/** A day in the first words of the paper is marked alone. */
const openingWords = 1500
const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end
const dateValue = ({ date, event }: StatedStart) => ({ ...(date && { date }), ...(event && { event }) })

/** The day from which the agreement binds. */
export const effectiveDate = defineTerm({
  type: 'effective_date',
  title: 'Effective date',
  group: 'time',
  describes: 'The day from which the agreement binds, or the event that starts it.',
  looksFor: ['effective as of', 'Effective Date', 'takes effect on', 'commences on'],
  value: z.object({ date: IsoDate.optional(), event: z.string().optional() }),
  version: 3,
  read(context) {
    const dated = openingDates(context, 'effective_date').map(({ words, start, end, score, rule }) => {
      const date = readDates(words)[0]?.value
      return { value: date ? { date } : { event: 'left blank' }, spans: [{ start, end }], score, rule }
    })
    const said = statedStart(context)
    const [named] = dated
    // In the body a lawyer marks the sentence that says the day.
    if (
      said &&
      named?.spans.every(
        (day) => (day.start > openingWords || said.rule.startsWith('definition')) && within(day, said.span),
      )
    )
      return [{ value: dateValue(said), spans: [said.span], score: named.score, rule: said.rule }]
    // A name given to the day on the first page leaves nothing to ask.
    if (!said || (named && named.score > 0.8)) return dated
    const { span, rule, sure, date } = said
    const stated = { value: dateValue(said), spans: [span], score: sure ? 0.78 : 0.6, rule }
    if (!named || named.score < 0.7) return [stated]
    // A sentence that says another day, or an event, stands against the first page.
    return sure && date !== dated[0]?.value.date ? [...dated, stated] : dated
  },
  plain: ({ date, event }) => (date ? plainDate(date) : event ? `on ${event}` : 'not stated'),
})
