import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat } from './format.ts'
import { Empty } from './Page.tsx'
import type { DeadlineView, UndatedView } from './policy-view.ts'
import { Anchor, Text } from './Words.tsx'

/** Dates in order, each with its sum and its clause; then what has no date and why. */
export function DeadlineList<D extends DeadlineView>({
  deadlines,
  undated,
  work,
}: {
  deadlines: D[]
  undated: UndatedView[]
  /** What stands below a date: what can be done about it. */
  work?: (deadline: D) => ReactNode
}) {
  const { date } = useFormat()
  if (deadlines.length === 0 && undated.length === 0)
    return (
      <Empty>No dates yet: they come out of the agreements, and of how often a deployment is reviewed.</Empty>
    )
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing={8}>
          <Table.Tbody>
            {deadlines.map((d) => (
              <Table.Tr key={d.id} style={{ verticalAlign: 'top' }}>
                <Table.Td w={130}>
                  <Text fw={600}>
                    <time dateTime={d.date} title={d.date}>
                      {date(d.date)}
                    </time>
                  </Text>
                  <Text
                    size="xs"
                    c={d.daysAway < 0 ? 'var(--critical)' : d.daysAway <= 30 ? 'var(--high)' : 'dimmed'}
                  >
                    {d.away}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Text fw={550}>
                    {d.title}:{' '}
                    <Anchor to={d.href} inherit>
                      {d.about}
                    </Anchor>
                  </Text>
                  <Text size="sm">{d.why}</Text>
                  {d.quote && (
                    <Text size="sm" c="dimmed" style={{ fontStyle: 'italic' }} lineClamp={2} title={d.quote}>
                      “{d.quote}” {d.where}
                    </Text>
                  )}
                  {work?.(d)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {undated.length > 0 && (
        <details>
          <summary>{undated.length} without a date</summary>
          <ul>
            {undated.map((u) => (
              <li key={u.id}>
                {u.title}: <Anchor to={u.href}>{u.about}</Anchor>. {u.why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
