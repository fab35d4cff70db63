import { Button, Group, List, Table, Text, TextInput } from '@mantine/core'
import { Form, Link } from '@remix-run/react'
import { Section } from './Page.tsx'
import { SeveritySign } from './Signs.tsx'
import type { VersionEffect } from './version-view.ts'

interface Change {
  title: string
  subject: string
  before: { plain: string; clause: string | null }[]
  after: { plain: string; clause: string | null }[]
}

/** The terms that say something else, by value. */
export function TermChanges({ terms }: { terms: Change[] }) {
  const side = (values: Change['before']) =>
    values.map(({ plain, clause }) => `${plain}${clause ? ` (clause ${clause})` : ''}`).join('; ') ||
    'nothing'
  return (
    <Section title="Terms that changed" aside={`${terms.length}`}>
      {terms.length === 0 ? (
        <Text c="dimmed">No term that was read changed its value.</Text>
      ) : (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={230}>Term</Table.Th>
              <Table.Th>Before</Table.Th>
              <Table.Th>Now</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {terms.map((term) => (
              <Table.Tr key={term.subject} style={{ verticalAlign: 'top' }}>
                <Table.Td>
                  <Text fw={550}>{term.title}</Text>
                  <Text size="xs" c="dimmed">
                    {term.subject}
                  </Text>
                </Table.Td>
                <Table.Td>{side(term.before)}</Table.Td>
                <Table.Td>{side(term.after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}

/** Gaps that the version opens and closes, and the way to make work of those it opens. */
export function VersionEffects(props: {
  effects: VersionEffect[]
  mayWork: boolean
  me: string
  started: number | null
}) {
  const { effects, mayWork, me, started } = props
  const opened = effects.reduce((sum, effect) => sum + effect.opened.length, 0)
  return (
    <Section title="What it does to the deployments that rest on it">
      {effects.length === 0 && <Text c="dimmed">It opens no gap and closes none.</Text>}
      {effects.map(({ deployment, opened: worse, closed }) => (
        <div key={deployment.slug}>
          <Text fw={550}>
            <Link to={`/deployments/${deployment.slug}`}>{deployment.name}</Link>
          </Text>
          <List>
            {worse.map((gap) => (
              <List.Item key={gap.rule}>
                Opens: <SeveritySign severity={gap.severity} />{' '}
                <Link to={`/gaps/${deployment.slug}/${gap.rule}?status=all`}>{gap.title}</Link>. Found:{' '}
                {gap.found}
              </List.Item>
            ))}
            {closed.map((gap) => (
              <List.Item key={gap.rule}>
                Closes: <SeveritySign severity={gap.severity} /> {gap.title}
              </List.Item>
            ))}
          </List>
        </div>
      ))}
      {started !== null && (
        <Text role="status" mt="xs">
          {started} {started === 1 ? 'gap is' : 'gaps are'} being negotiated now.
        </Text>
      )}
      {mayWork && opened > 0 && (
        <Form method="post">
          <Group gap="xs" align="flex-end" mt="sm">
            <TextInput name="owner" label="Re-papering: give them to" size="xs" required defaultValue={me} />
            <TextInput type="date" name="dueOn" label="Due" size="xs" required />
            <Button type="submit" name="what" value="repaper" size="xs">
              Negotiate the gaps it opens
            </Button>
          </Group>
        </Form>
      )}
    </Section>
  )
}
