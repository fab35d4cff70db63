import { Link } from '@remix-run/react'
import { useFormat } from './format.ts'
import type { DeadlineView } from './policy-view.ts'
import classes from './YearStrip.module.css'

/** Dates of a month that are shown before the rest is told as a number. */
const MOST = 3

/** The next twelve months as a strip of months: each date a mark that leads to what it is about, or their number. */
export function YearStrip({
  deadlines,
  from,
  counts,
}: {
  deadlines: DeadlineView[]
  from: string
  /** "2026-12" to how many dates it has, where they are too many to be sent one by one. */
  counts?: Record<string, number>
}) {
  const { locale, date } = useFormat()
  const [year = 2000, month = 1] = from.split('-').map(Number)
  const name = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, i) => {
    const first = new Date(Date.UTC(year, month - 1 + i, 1))
    return { key: first.toISOString().slice(0, 7), label: name.format(first) }
  })
  return (
    <ol className={classes.strip} aria-label="The next twelve months">
      {months.map(({ key, label }) => {
        const here = deadlines.filter((d) => d.date.startsWith(key) && d.date >= from)
        return (
          <li key={key} className={classes.month}>
            <span className={classes.label}>{label}</span>
            {counts?.[key] && (
              <Link to={`/deadlines?month=${key}`} className={classes.mark}>
                {counts[key]} {counts[key] === 1 ? 'date' : 'dates'}
              </Link>
            )}
            {here.slice(0, MOST).map((d) => (
              <Link
                key={d.id}
                to={d.href}
                className={classes.mark}
                title={`${date(d.date)}: ${d.title}, ${d.about}`}
              >
                {Number(d.date.slice(8))} {d.title}
              </Link>
            ))}
            {here.length > MOST && (
              <Link to={`/deadlines?view=calendar&month=${key}`} className={classes.more}>
                and {here.length - MOST} more
              </Link>
            )}
          </li>
        )
      })}
    </ol>
  )
}
