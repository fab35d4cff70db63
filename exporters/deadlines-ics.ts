import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Deadline } from '#domain/policy/deadlines.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import type { Exporter } from './exporter.ts'

export interface DeadlineCalendarModel {
  /** "Deadlines of Northwind Ltd". */
  name: string
  /** Those with a date; what has none can't stand in a calendar. */
  deadlines: Deadline[]
  /** ISO date: when the calendar was drawn up. */
  preparedOn: string
  /** Days before each date on which the calendar reminds; a month and a week when absent. */
  remindDaysBefore?: number[]
  /** Address of the register, for links to the agreements. */
  baseUrl?: string
}

const DAY = 24 * 60 * 60

/**
 * Deadlines as all-day events. A deadline keeps its UID while its agreement and kind stay the same, so that a date that
 * moves moves in the subscriber's calendar and is not doubled.
 */
export const deadlinesIcs: Exporter<DeadlineCalendarModel> = {
  id: 'deadlines',
  title: 'Deadlines for a calendar',
  extension: 'ics',
  mime: 'text/calendar; charset=utf-8',
  async write({ name, deadlines, preparedOn, remindDaysBefore = [30, 7], baseUrl }) {
    const calendar = ical({
      name,
      prodId: { company: 'Carveout', product: 'Deadlines', language: 'EN' },
      method: ICalCalendarMethod.PUBLISH,
    })
    for (const deadline of deadlines) {
      const { agreement } = deadline
      calendar.createEvent({
        id: `${deadline.kind}.${agreement.id}@carveout`,
        start: startOf(deadline.date),
        allDay: true,
        stamp: startOf(preparedOn),
        summary: `${deadline.title}: ${agreement.title}`,
        description: descriptionOf(deadline),
        transparency: ICalEventTransparency.TRANSPARENT,
        url: baseUrl && agreement.slug ? `${baseUrl}/agreements/${agreement.slug}` : undefined,
        alarms: remindDaysBefore.map((days) => ({
          type: ICalAlarmType.display,
          trigger: days * DAY,
          description: `${deadline.title}: ${agreement.title}`,
        })),
      })
    }
    return new TextEncoder().encode(calendar.toString())
  },
}

/** All-day events are written by their UTC day. */
const startOf = (iso: string) => new Date(`${iso.slice(0, 10)}T00:00:00Z`)

/** The sum, then the clause with its words. */
function descriptionOf({ why, term }: Deadline): string {
  const quote = term?.citations[0]?.quote.replace(/\s+/g, ' ')
  return term && quote ? `${why}\n\n${whereOf(term)}: “${quote}”` : why
}
