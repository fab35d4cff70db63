import { daysBetween } from '#domain/policy/calendar.ts'
import type { DeadlineView, UndatedView } from '../components/policy-view.ts'
import { awayWords } from './assessment.server.ts'
import type { House } from './house.server.ts'

/** A date, with who works on it where what it is about names somebody. */
export type SourcedDeadline = DeadlineView & { owner?: string }

/**
 * One kind of dates that people have to keep. A new kind is one entry in `deadlineSources`: it then shows among the
 * deadlines, in the feeds and in the reminders.
 */
export interface DeadlineSource {
  id: string
  /** The dates as of `date` (ISO). A deadline's id is its kind, a space, and the id of what it is about. */
  of(house: House, date: string): Promise<{ deadlines: SourcedDeadline[]; undated?: UndatedView[] }>
}

/** A date that rests on no clause. */
export function viewOf(
  date: string,
  given: Omit<SourcedDeadline, 'daysAway' | 'away' | 'quote' | 'where'>,
): SourcedDeadline {
  const daysAway = daysBetween(date, given.date)
  return { ...given, daysAway, away: awayWords(daysAway), quote: null, where: null }
}
