import { Button, Table } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useFormat } from '../components/format.ts'
import { ListPager } from '../components/ListPager.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { Cell, Row } from '../components/Rows.tsx'
import { SeveritySign } from '../components/Signs.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { incidentList } from '../services/governance/incidents.server.ts'
import { can } from '../services/permissions.ts'

export const meta: MetaFunction = () => [{ title: 'Incidents · Carveout' }]

export const loader = async ({ request, context: { house, user } }: LoaderFunctionArgs) => ({
  ...(await incidentList(house, new Date().toISOString(), new URL(request.url).searchParams)),
  mayGovern: can(user.role, 'deployment.govern'),
})

export default function Incidents() {
  const { rows, place, mayGovern } = useLoaderData<typeof loader>()
  const format = useFormat()
  return (
    <Page
      title="Incidents"
      lead="what went wrong, and what nearly did"
      actions={
        mayGovern && (
          <Button component={Link} to="/incidents/new" size="compact-md">
            Report one
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <Empty>
          None is recorded. Report near misses too, also those that a person caught: they show what will
          happen next.
        </Empty>
      ) : (
        <Table.ScrollContainer minWidth={760}>
          <Table verticalSpacing={6} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Incident</Table.Th>
                <Table.Th>Severity</Table.Th>
                <Table.Th>Deployment</Table.Th>
                <Table.Th>Happened</Table.Th>
                <Table.Th>Next clock</Table.Th>
                <Table.Th>State</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Row hover key={row.id}>
                  <Cell>
                    <Anchor to={`/incidents/${row.slug}`}>
                      {row.slug} {row.title}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {row.nearMiss && 'Near miss · '}
                      {row.kindTitle}
                      {row.recurring > 0 && ` · came back, ${row.recurring}× before`}
                    </Text>
                  </Cell>
                  <Cell>
                    <SeveritySign severity={row.severity} />
                  </Cell>
                  <Cell>
                    <Anchor to={`/deployments/${row.deployment.slug}`}>{row.deployment.name}</Anchor>
                  </Cell>
                  <Cell>{format.moment(row.happenedAt)}</Cell>
                  <Cell>
                    {row.next?.due ? (
                      <Text component="span" c={row.next.late ? 'var(--critical)' : undefined}>
                        {row.next.late && 'Late: '}
                        {format.moment(row.next.due)}
                        <Text size="sm" c="dimmed">
                          {row.next.title}
                        </Text>
                      </Text>
                    ) : (
                      'none'
                    )}
                  </Cell>
                  <Cell>{row.closedAt ? 'Closed' : row.containedAt ? 'Contained' : 'Open'}</Cell>
                </Row>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <ListPager place={place} />
    </Page>
  )
}
