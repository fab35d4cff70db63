import { Button, Group, NativeSelect, Table, TextInput } from '@mantine/core'
import { Form } from '@remix-run/react'
import type { NamedPaperView } from './family-view.ts'
import { Section } from './Page.tsx'
import { Anchor, Text } from './Words.tsx'

interface Props {
  /** Of the papers, by name: what is uploaded for it is theirs. */
  vendor: string
  papers: NamedPaperView[]
  /** What a named paper may be linked with. */
  choices: { value: string; label: string }[]
  mayDecide: boolean
}

/** What the agreements name and don't bring along: missing ones first, each with a way to settle it. */
export function NamedPapers({ vendor, papers, choices, mayDecide }: Props) {
  if (papers.length === 0) return null
  const missing = papers.filter((paper) => paper.state === 'missing')
  const order = { missing: 0, here: 1, waived: 2 }
  const sorted = [...papers].sort((a, b) => order[a.state] - order[b.state])
  return (
    <Section title="Papers they name" aside={`${missing.length} of ${papers.length} not in the register`}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={240}>Named</Table.Th>
            <Table.Th>Where</Table.Th>
            <Table.Th w={360}>In the register</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((paper) => (
            <Table.Tr key={`${paper.agreement.id} ${paper.key}`} style={{ verticalAlign: 'top' }}>
              <Table.Td fw={550} style={{ overflowWrap: 'anywhere' }}>
                {paper.name}
              </Table.Td>
              <Table.Td>
                <Anchor to={`/agreements/${paper.agreement.slug}`}>
                  {paper.agreement.title}
                  {paper.clause && `, clause ${paper.clause}`}
                </Anchor>
                <Text size="sm" c="dimmed">
                  “{paper.quote}”
                </Text>
              </Table.Td>
              <Table.Td>
                <State paper={paper} />
                {mayDecide && (
                  <details data-screen-only>
                    <summary>
                      <Text component="span" size="xs" c="dimmed">
                        Settle it
                      </Text>
                    </summary>
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="what" value="named" />
                      <input type="hidden" name="agreement" value={paper.agreement.id} />
                      <input type="hidden" name="key" value={paper.key} />
                      <NativeSelect
                        name="linkedId"
                        label="It is this paper"
                        size="xs"
                        data={[{ value: '', label: 'none of these' }, ...choices]}
                      />
                      <TextInput name="reason" label="Or we do without, because" size="xs" mt={4} />
                      <Group gap="xs" mt={6}>
                        <Button type="submit" size="xs">
                          Save
                        </Button>
                        {paper.byPerson && (
                          <Button type="submit" name="takeBack" value="yes" size="xs" variant="default">
                            Take it back
                          </Button>
                        )}
                        <Anchor to={uploadFor(vendor)} size="sm">
                          Upload it
                        </Anchor>
                      </Group>
                    </Form>
                  </details>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

const uploadFor = (vendor: string) => `/upload?vendor=${encodeURIComponent(vendor)}`

function State({ paper }: { paper: NamedPaperView }) {
  if (paper.state === 'missing')
    return (
      <Text c="var(--high)" fw={550}>
        <span aria-hidden>▲</span> Missing
      </Text>
    )
  if (paper.state === 'waived')
    return (
      <Text>
        Done without, {paper.byPerson}: {paper.waivedReason}
      </Text>
    )
  return (
    <Text>
      {paper.linked && <Anchor to={`/agreements/${paper.linked.slug}`}>{paper.linked.title}</Anchor>}
      {paper.byPerson ? `, says ${paper.byPerson}` : ', as its kind or title says'}
    </Text>
  )
}
