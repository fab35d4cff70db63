import { Link } from '@remix-run/react'
import classes from './SeverityBars.module.css'
import { type Severity, SeveritySign } from './Signs.tsx'

/** How many gaps of each severity are open; each row leads to them. */
export function SeverityBars({ severities }: { severities: { severity: Severity; count: number }[] }) {
  const most = Math.max(1, ...severities.map((s) => s.count))
  if (severities.length === 0) return <p>No gap is open.</p>
  return (
    <div>
      {severities.map(({ severity, count }) => (
        <Link key={severity} to={`/gaps?severity=${severity}`} className={classes.row}>
          <span className={classes.word}>
            <SeveritySign severity={severity} />
          </span>
          <span className={classes.track}>
            <span
              className={classes.bar}
              data-severity={severity}
              style={{ width: `${(100 * count) / most}%` }}
            />
          </span>
          <span className={classes.count}>{count}</span>
        </Link>
      ))}
    </div>
  )
}
