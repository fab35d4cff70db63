import { daysBetween } from './calendar.ts'

/** Which deadlines somebody has to be reminded of today. A missed day still reminds, and never twice for the same step. */

export interface Remindable {
  /** "non_renewal_notice <agreement id>": the end of a term and the notice against its renewal are two. */
  key: string
  /** ISO date. */
  date: string
  owner: string | null
  deputy: string | null
  done: boolean
  /** ISO date until which it is set aside; it reminds again on that day. */
  snoozedUntil: string | null
}

/** One that went out before: for this deadline on this day, at this step. */
export interface Reminded {
  key: string
  date: string
  step: number
  to: string
}

export interface ReminderRules {
  /** Days before, the furthest first: [30, 7, 0]. */
  daysBefore: number[]
  /** So many days before, and from then on, the owner's deputy is told, too. */
  escalateAt: number
}

export interface Reminder {
  key: string
  date: string
  /** The step reached: days before. */
  step: number
  /** Who is told; `everybody` where nobody owns it. */
  to: string
  escalated: boolean
}

export const EVERYBODY = 'everybody'

/** Dates that are past for longer are over, and remind nobody. */
export const overAfterDays = 60

/** @param today ISO date */
export function remindersDue(
  deadlines: Remindable[],
  reminded: Reminded[],
  rules: ReminderRules,
  today: string,
): Reminder[] {
  return deadlines.flatMap((deadline) => {
    if (deadline.done || (deadline.snoozedUntil !== null && deadline.snoozedUntil > today)) return []
    const away = daysBetween(today, deadline.date)
    if (away < -overAfterDays) return []
    // The nearest step that has been reached: those passed over while nobody looked are not made up for one by one.
    const step = Math.min(...rules.daysBefore.filter((days) => away <= days))
    if (!Number.isFinite(step)) return []
    const tell = [
      { to: deadline.owner || EVERYBODY, escalated: false },
      ...(deadline.deputy && away <= rules.escalateAt ? [{ to: deadline.deputy, escalated: true }] : []),
    ]
    return tell.flatMap(({ to, escalated }) =>
      reminded.some(
        (r) => r.key === deadline.key && r.date === deadline.date && r.step <= step && r.to === to,
      )
        ? []
        : [{ key: deadline.key, date: deadline.date, step, to, escalated }],
    )
  })
}
