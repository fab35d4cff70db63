import { Link, useLocation } from '@remix-run/react'
import { gapStatusTitles } from '#domain/register/gap-work.ts'
import { useFormat } from './format.ts'
import classes from './GapBoard.module.css'
import type { GapView } from './policy-view.ts'
import { Cell, Row } from './Rows.tsx'
import { SeveritySign } from './Signs.tsx'
import { Text } from './Words.tsx'

export type GapRowView = Pick<
  GapView,
  'rule' | 'title' | 'severity' | 'found' | 'deployment' | 'vendor' | 'work'
>

/** A gap as a line of the table. */
export function GapRow({ gap, mayWork, inHand }: { gap: GapRowView; mayWork: boolean; inHand: string }) {
  const { date, dated } = useFormat()
  const { search } = useLocation()
  const address = `${gap.deployment?.slug}/${gap.rule}`
  const { work } = gap
  return (
    <Row className={classes.row} data-in-hand={address === inHand || undefined}>
      {mayWork && (
        <Cell data-screen-only>
          <input
            type="checkbox"
            name="gap"
            value={address}
            className={classes.tick}
            aria-label={`Tick ${gap.title}, ${gap.deployment?.name}`}
          />
        </Cell>
      )}
      <Cell>
        <SeveritySign severity={gap.severity} />
      </Cell>
      <Cell>
        <Link to={`/gaps/${address}${search}`} data-row preventScrollReset>
          {gap.title}
        </Link>
        <Text size="sm" c="dimmed" className={classes.found} title={gap.found}>
          {gap.found}
        </Text>
        {work?.note && (
          <Text size="sm" c="var(--high)">
            {dated(work.note)}
          </Text>
        )}
      </Cell>
      <Cell className={classes.wide}>{gap.deployment?.name}</Cell>
      <Cell className={classes.wide}>{work?.owner ?? '–'}</Cell>
      <Cell>
        {work?.dueOn && (
          <Text component="span" c={work.overdue ? 'var(--critical)' : undefined}>
            {date(work.dueOn)}
            {work.overdue && ' (past)'}
          </Text>
        )}
      </Cell>
      <Cell>{gapStatusTitles[work?.status ?? 'open']}</Cell>
    </Row>
  )
}
