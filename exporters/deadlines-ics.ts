import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Exporter } from './exporter.ts'

export interface CalendarDeadline {
  /** The same as long as it is about the same thing: "term_end.<agreement id>". */
  uid: string
  title: string
  /** What it is about: the title of an agreement or the name of a deployment. */
  about: string
  /** ISO date. */
  date: string
  /** The sum in words. */
  why: string
  quote: string | null
  /** "Northwind MSA, clause 9.2, page 3" */
  where: string | null
  /** Its place in the register, from the root. */
  href: string
}

export interface DeadlineCalendarModel {
  /** "Deadlines of Northwind Ltd". */
  name: string
  /** Those with a date; what has none can't stand in a calendar. */
  deadlines: CalendarDeadline[]
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
      calendar.createEvent({
        id: `${deadline.uid}@carveout`,
        start: startOf(deadline.date),
        allDay: true,
        stamp: startOf(preparedOn),
        summary: `${deadline.title}: ${deadline.about}`,
        description: descriptionOf(deadline),
        transparency: ICalEventTransparency.TRANSPARENT,
        url: baseUrl ? `${baseUrl}${deadline.href}` : undefined,
        alarms: remindDaysBefore.map((days) => ({
          type: ICalAlarmType.display,
          trigger: days * DAY,
          description: `${deadline.title}: ${deadline.about}`,
        })),
      })
    }
    return new TextEncoder().encode(calendar.toString())
  },
}

/** All-day events are written by their UTC day. */
const startOf = (iso: string) => new Date(`${iso.slice(0, 10)}T00:00:00Z`)

/** The sum, then the clause with its words. */
function descriptionOf({ why, quote, where }: CalendarDeadline): string {
  return quote ? `${why}\n\n${where ? `${where}: ` : ''}“${quote.replace(/\s+/g, ' ')}”` : why
}
