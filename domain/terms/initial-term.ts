import { z } from 'zod'
import { IsoDate, plainDate } from '../quantities/date.ts'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { runningTerm } from './shared/running-term.ts'
import { defineTerm } from './term.ts'

/** How long the agreement runs at first. */
export const initialTerm = defineTerm({
  type: 'initial_term',
  title: 'Initial term',
  group: 'time',
  describes: 'How long the agreement runs before it ends or renews for the first time.',
  looksFor: [
    'initial term',
    'shall continue for a period of',
    'remain in effect until',
    'term of this agreement',
  ],
  value: z.object({ period: Duration.optional(), endsOn: IsoDate.optional() }),
  version: 3,
  read: (context) =>
    runningTerm(context).flatMap(({ unit, period, endsOn, score, rule }) =>
      period || endsOn
        ? [{ value: { ...(period && { period }), ...(endsOn && { endsOn }) }, spans: [unit], score, rule }]
        : [],
    ),
  plain: ({ period, endsOn }) =>
    endsOn ? `until ${plainDate(endsOn)}` : period ? plainDuration(period) : 'not stated',
})
