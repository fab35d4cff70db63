import { Checkbox, Table } from '@mantine/core'
import { Link, useLocation } from '@remix-run/react'
import { gapStatusTitles } from '#domain/register/gap-work.ts'
import { useFormat } from './format.ts'
import classes from './GapBoard.module.css'
import type { GapView } from './policy-view.ts'
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
    <Table.Tr className={classes.row} data-in-hand={address === inHand || undefined}>
      {mayWork && (
        <Table.Td data-screen-only>
          <Checkbox
            name="gap"
            value={address}
            size="xs"
            aria-label={`Tick ${gap.title}, ${gap.deployment?.name}`}
          />
        </Table.Td>
      )}
      <Table.Td>
        <SeveritySign severity={gap.severity} />
      </Table.Td>
      <Table.Td>
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
      </Table.Td>
      <Table.Td className={classes.wide}>{gap.deployment?.name}</Table.Td>
      <Table.Td className={classes.wide}>{work?.owner ?? '–'}</Table.Td>
      <Table.Td>
        {work?.dueOn && (
          <Text component="span" c={work.overdue ? 'var(--critical)' : undefined}>
            {date(work.dueOn)}
            {work.overdue && ' (past)'}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{gapStatusTitles[work?.status ?? 'open']}</Table.Td>
    </Table.Tr>
  )
}
