import { Table } from '@mantine/core'
import type { PlannedLine } from '#domain/lists/plan.ts'
import { Text } from '../Words.tsx'

type Plan = Pick<PlannedLine, 'sheet' | 'line' | 'what' | 'does'> & { why?: string }

const words: Record<PlannedLine['does'], string> = {
  bad: '◆ Can’t be taken',
  skip: 'Stays as it is',
  add_vendor: 'New vendor',
  update_vendor: 'Changes a vendor',
  add_agreement: 'New agreement',
  update_agreement: 'Changes an agreement',
}

/** Rows of one screen; the rest is told as a number. */
const MOST = 300

/** Each line with what would become of it; those that can't be taken first. */
export function PlannedLines({ planned }: { planned: Plan[] }) {
  const bad = planned.filter(({ does }) => does === 'bad')
  const sorted = [...bad, ...planned.filter(({ does }) => does !== 'bad')]
  const counts = [...new Set(planned.map(({ does }) => does))].map(
    (does) =>
      `${planned.filter((one) => one.does === does).length} × ${words[does].replace('◆ ', '').toLowerCase()}`,
  )
  if (planned.length === 0) return <Text>No sheet is chosen: say above what each of them lists.</Text>
  return (
    <>
      <Text mb="xs" fw={550}>
        {planned.length} lines: {counts.join(', ')}.
        {bad.length > 0 &&
          ' Nothing is taken in while a line is bad: choose another rule above, or correct the file.'}
      </Text>
      <Table.ScrollContainer minWidth={640} mah={420}>
        <Table verticalSpacing={4} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={150}>Sheet</Table.Th>
              <Table.Th w={60}>Line</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th w={170}>What happens</Table.Th>
              <Table.Th>Why</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.slice(0, MOST).map((line) => (
              <Table.Tr key={`${line.sheet} ${line.line}`}>
                <Table.Td>{line.sheet}</Table.Td>
                <Table.Td>{line.line}</Table.Td>
                <Table.Td>{line.what}</Table.Td>
                <Table.Td>
                  <Text component="span" c={line.does === 'bad' ? 'var(--critical)' : undefined} inherit>
                    {words[line.does]}
                  </Text>
                </Table.Td>
                <Table.Td>{line.why}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {sorted.length > MOST && <Text c="dimmed">and {sorted.length - MOST} more like these</Text>}
    </>
  )
}
