import { Temporal } from 'temporal-polyfill'
import { plainDate } from '../quantities/date.ts'
import type { Duration } from '../quantities/duration.ts'

/** Reckoning with days as contracts do. Days are ISO dates ("2027-03-31") at the edges, Temporal inside. */

type Day = Temporal.PlainDate
const dayOf = (iso: string): Day => Temporal.PlainDate.from(iso)

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const weekdayOf = (iso: string): string => weekdays[dayOf(iso).dayOfWeek - 1] ?? ''

/** "Wed 27 Jan 2027". */
export const plainDay = (iso: string): string => `${weekdayOf(iso).slice(0, 3)} ${plainDate(iso)}`

/** Which days are no business days, beside weekends. */
export interface BusinessCalendar {
  /** "England"; null when nobody knows whose holidays count. */
  place: string | null
  /** ISO dates. */
  holidays: string[]
}

export function isBusinessDay(iso: string, holidays: readonly string[]): boolean {
  return dayOf(iso).dayOfWeek <= 5 && !holidays.includes(iso)
}

/** A term's length as Temporal reckons; hours count as whole days begun. Business days have none. */
function lengthOf(duration: string): { months: number; days: number } {
  const parts = Temporal.Duration.from(duration)
  return {
    months: parts.years * 12 + parts.months,
    days: parts.weeks * 7 + parts.days + Math.ceil(parts.hours / 24),
  }
}

/**
 * The last day of a term that starts on `start`, runs for `initial` and has been renewed `times` times for `renewal`.
 * Months are counted from the start, never from the end before, so that 31 Jan plus three renewals of a month does not
 * stay on the 28th. The last day is the one before the corresponding day; where the month has none, its last day.
 */
export function lastDay(start: string, initial: string, renewal: string | null, times: number): string {
  const first = lengthOf(initial)
  const more = renewal ? lengthOf(renewal) : { months: 0, days: 0 }
  const months = first.months + more.months * times
  const days = first.days + more.days * times
  const inMonths = dayOf(start).add({ months })
  const clipped = months > 0 && inMonths.day !== dayOf(start).day
  return inMonths.add({ days: clipped ? days : days - 1 }).toString()
}

/** The last day of the `times`-th renewal of a term whose last day was `end`. */
export const lastDayAfter = (end: string, renewal: string, times: number): string =>
  times === 0 ? end : lastDay(dayOf(end).add({ days: 1 }).toString(), renewal, renewal, times - 1)

/** The latest day that leaves the whole `period` before `end`: "60 days before 31 Mar 2027" is 30 Jan 2027. */
export function before(end: string, period: Duration, holidays: readonly string[]): string {
  if (typeof period === 'string') return dayOf(end).subtract(lengthOf(period)).toString()
  let day = dayOf(end)
  for (let left = period.businessDays; left > 0; ) {
    day = day.subtract({ days: 1 })
    if (isBusinessDay(day.toString(), holidays)) left -= 1
  }
  return day.toString()
}

/** Ends that a notice may have to run to: "three months' notice to the end of a calendar quarter". */
export type PeriodEnd = 'month' | 'quarter' | 'year'
const monthsIn: Record<PeriodEnd, number> = { month: 1, quarter: 3, year: 12 }

/** The last day of a month, quarter or year that is not after `iso`. */
export function endOfPeriod(iso: string, unit: PeriodEnd): string {
  const day = dayOf(iso)
  const into = (day.month - 1) % monthsIn[unit]
  const next = day.with({ day: 1 }).add({ months: monthsIn[unit] - into })
  const close = next.subtract({ days: 1 })
  return (
    Temporal.PlainDate.compare(close, day) === 0 ? close : next.subtract({ months: monthsIn[unit], days: 1 })
  ).toString()
}

/** `before` for an end of a month: whole months back lead to an end of a month again, 30 Jun − 3 months = 31 Mar. */
export function beforeMonthEnd(close: string, period: Duration, holidays: readonly string[]): string {
  const length = typeof period === 'string' ? lengthOf(period) : null
  if (!length || length.days > 0) return before(close, period, holidays)
  const month = dayOf(close).with({ day: 1 }).subtract({ months: length.months })
  return month.with({ day: month.daysInMonth }).toString()
}

/**
 * The latest day on which something can be sent that counts as received `receipt` later, by `by`. Business days count
 * from the day after sending, so a weekend before `by` makes it earlier.
 */
export function sendBy(by: string, receipt: Duration, holidays: readonly string[]): string {
  if (typeof receipt === 'string') return before(by, receipt, holidays)
  let day = dayOf(by)
  while (!isBusinessDay(day.toString(), holidays)) day = day.subtract({ days: 1 })
  return before(day.toString(), receipt, holidays)
}

export const dayAfter = (iso: string): string => dayOf(iso).add({ days: 1 }).toString()

/** The day `months` after `iso`; the month's last day where it has no such day. */
export const addDays = (iso: string, days: number): string => dayOf(iso).add({ days }).toString()

export const addMonths = (iso: string, months: number): string => dayOf(iso).add({ months }).toString()

/** Whole days from `from` to `to`; below zero when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayOf(from).until(dayOf(to)).days
