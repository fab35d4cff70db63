import { Table } from '@mantine/core'
import { groupTitles } from './agreement-view.ts'
import classes from './Family.module.css'
import type { EffectiveView, PlacedTerm } from './family-view.ts'
import { useFormat } from './format.ts'
import { Empty, Section } from './Page.tsx'
import { Anchor, Text } from './Words.tsx'

const groups = Object.keys(groupTitles) as EffectiveView['group'][]

/** What holds in the family on a day, with what gave way and why. */
export function FamilyTerms({ effective, date }: { effective: EffectiveView[]; date: string }) {
  const format = useFormat()
  const settled = effective.filter((one) => one.yields.length > 0).length
  return (
    <Section
      title={`What holds on ${format.date(date)}`}
      aside={`${settled} of ${effective.length} settled by precedence`}
    >
      {effective.length === 0 && <Empty>Nothing is read from these papers yet.</Empty>}
      {groups
        .map((group) => ({ group, of: effective.filter((one) => one.group === group) }))
        .filter(({ of }) => of.length > 0)
        .map(({ group, of }) => (
          <Table key={group} verticalSpacing={6} mb="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={230}>{groupTitles[group]}</Table.Th>
                <Table.Th>What holds</Table.Th>
                <Table.Th w={380}>Why</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {of.map((one) => (
                <Table.Tr key={one.subject} style={{ verticalAlign: 'top' }}>
                  <Table.Td>
                    <Text fw={550}>{one.title}</Text>
                    <Text size="xs" c="dimmed">
                      {one.subject}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {one.terms.map((term) => (
                      <Placed key={term.href} term={term} />
                    ))}
                    {one.yields.map((term) => (
                      <Placed key={term.href} term={term} yields />
                    ))}
                  </Table.Td>
                  <Table.Td>
                    {one.trace.length > 0
                      ? one.trace.map((line) => (
                          <Text key={line} size="sm">
                            {line}
                          </Text>
                        ))
                      : one.terms.length > 1 && (
                          <Text size="sm" c="dimmed">
                            These add up.
                          </Text>
                        )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ))}
    </Section>
  )
}

function Placed({ term, yields }: { term: PlacedTerm; yields?: boolean }) {
  return (
    <div>
      {yields ? <del className={classes.yields}>{term.plain}</del> : term.plain}{' '}
      <Text component="span" size="xs">
        <Anchor to={term.href} inherit>
          {term.where}
        </Anchor>
      </Text>
    </div>
  )
}
