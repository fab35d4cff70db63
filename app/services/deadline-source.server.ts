import type { DateFilter } from '#db/standing-answers.ts'
import { daysBetween } from '#domain/policy/calendar.ts'
import type { DeadlineView, UndatedView } from '../components/policy-view.ts'
import type { House } from './house.server.ts'
import type { Asking } from './standing/keep.server.ts'
import { awayWords } from './standing/rows.server.ts'

/** A date, with who works on it where what it is about names somebody. */
export type SourcedDeadline = DeadlineView & { owner?: string }

/** Which dates are wanted; all unless it says something. */
export interface DatesAsked extends Asking, Omit<DateFilter, 'undated'> {}

/**
 * One kind of dates that people have to keep. A new kind is one entry in `deadlineSources`: it then shows among the
 * deadlines, in the feeds and in the reminders.
 */
export interface DeadlineSource {
  id: string
  /**
   * The dates as of `date` (ISO). A deadline's id is its kind, a space, and the id of what it is about. Where there may be many,
   * those that are not asked for are left out; the others may be given.
   */
  of(
    house: House,
    date: string,
    asked?: DatesAsked,
  ): Promise<{ deadlines: SourcedDeadline[]; undated?: UndatedView[] }>
}

/** A date that rests on no clause. */
export function viewOf(
  date: string,
  given: Omit<SourcedDeadline, 'daysAway' | 'away' | 'quote' | 'where'>,
): SourcedDeadline {
  const daysAway = daysBetween(date, given.date)
  return { ...given, daysAway, away: awayWords(daysAway), quote: null, where: null }
}
