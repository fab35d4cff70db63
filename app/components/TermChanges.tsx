import { Table } from '@mantine/core'
import { Section } from './Page.tsx'
import { Text } from './Words.tsx'

interface Value {
  plain: string
  clause: string | null
}

interface Props {
  terms: { title: string; subject: string; before: Value[]; after: Value[] }[]
  /** Titles of terms that say the same in both. */
  same: string[]
  /** Title of the other paper, where it is not an earlier version of this one. */
  other?: string
}

const side = (values: Value[]) =>
  values.map(({ plain, clause }) => `${plain}${clause ? ` (clause ${clause})` : ''}`).join('; ') || '–'

/** The terms that say something else, by value; other words for the same value are no change. */
export function TermChanges({ terms, same, other }: Props) {
  return (
    <Section
      title={other ? 'Where the terms differ' : 'Terms that changed'}
      aside={`${terms.length} of ${terms.length + same.length}`}
    >
      {terms.length === 0 ? (
        <Text c="dimmed">
          {other ? 'No term that was read differs.' : 'No term that was read changed its value.'}
        </Text>
      ) : (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={230}>Term</Table.Th>
              <Table.Th w="40%">{other ?? 'Before'}</Table.Th>
              <Table.Th w="40%">{other ? 'This paper' : 'Now'}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {terms.map((term) => (
              <Table.Tr key={term.subject} style={{ verticalAlign: 'top' }}>
                <Table.Td>
                  <Text fw={550}>{term.title}</Text>
                  {term.subject.toLowerCase() !== term.title.toLowerCase() && (
                    <Text size="xs" c="dimmed">
                      {term.subject}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{side(term.before)}</Table.Td>
                <Table.Td>{side(term.after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {same.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          The same in both: {same.join(', ')}.
        </Text>
      )}
    </Section>
  )
}
