import { z } from 'zod'
import { plainDate } from '../quantities/date.ts'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { type BusinessCalendar, isBusinessDay, plainDay, sendBy, weekdayOf } from './calendar.ts'
import type { PolicyTerm } from './policy-term.ts'
import { found } from './running-term.ts'

const Notices = z.object({ method: z.array(z.string()).default([]), deemedReceipt: Duration.optional() })

/** The ways in which the agreements say a notice must go out: ["courier", "registered mail"]; [] when none is named. */
export const methodsOf = (terms: PolicyTerm[]): string[] =>
  [...new Set(found(terms, 'notices', Notices).flatMap(({ value }) => value.method))].map((m) =>
    m.replaceAll('_', ' '),
  )

/** "courier, registered mail or email" */
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** When it must be sent to be there by `by`, in the slowest way that the agreement knows. */
export function sending(
  terms: PolicyTerm[],
  by: string,
  date: string,
  { place, holidays }: BusinessCalendar,
): { date: string; why: string } {
  const ways = found(terms, 'notices', Notices)
    .flatMap(({ value }) =>
      value.deemedReceipt ? [{ method: value.method, receipt: value.deemedReceipt }] : [],
    )
    .map((way) => ({ ...way, send: sendBy(by, way.receipt, holidays) }))
    .sort((a, b) => a.send.localeCompare(b.send))
  const slowest = ways[0]
  const closedOn = (day: string) => (holidays.includes(day) ? 'a holiday' : `a ${weekdayOf(day)}`)
  if (!slowest) {
    const closed = isBusinessDay(by, holidays) ? '' : `: ${closedOn(by)}, so send it before`
    return { date: by, why: `${closed}. It must have been received by then.` }
  }
  const method = either.format(slowest.method.map((m) => m.replaceAll('_', ' '))) || 'notice'
  const counted = place && typeof slowest.receipt !== 'string' ? ` (holidays of ${place})` : ''
  const late = slowest.send < date ? `; that day is past, use a way that arrives by ${plainDate(by)}` : ''
  return {
    date: slowest.send,
    why: `; ${method}, deemed received after ${plainDuration(slowest.receipt)}${counted}: send by ${plainDay(slowest.send)}${late}.`,
  }
}
