import { Anchor, Button, Table, Text } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { riskClassTitles } from '#domain/policy/risk.ts'
import { deploymentStatusTitles } from '#domain/register/deployment.ts'
import { FirstSteps } from '../components/FirstSteps.tsx'
import { ListFilter } from '../components/ListFilter.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { RiskClassSign, SeveritySign } from '../components/Signs.tsx'
import { type Facet, itself, narrowed } from '../services/list-filter.server.ts'
import { deploymentOverviews } from '../services/overview.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Deployments · Carveout' }]

type Row = Awaited<ReturnType<typeof deploymentOverviews>>[number]
const facets: Facet<Row>[] = [
  {
    name: 'class',
    label: 'Class',
    all: 'Every class',
    of: ({ deployment: { riskClass } }) => [{ value: riskClass, label: riskClassTitles[riskClass] }],
  },
  {
    name: 'status',
    label: 'Status',
    all: 'Every status',
    of: ({ deployment: { status } }) => [{ value: status, label: deploymentStatusTitles[status] }],
  },
  {
    name: 'vendor',
    label: 'Rests on',
    all: 'Any vendor',
    of: ({ agreements }) => agreements.map((a) => ({ value: a.vendorSlug, label: a.vendorName })),
  },
  { name: 'owner', label: 'Owner', all: 'Anybody', of: ({ deployment }) => itself(deployment.owner) },
]

export const loader = async ({ request, context: { house } }: LoaderFunctionArgs) =>
  narrowed(await deploymentOverviews(house, today(request)), new URL(request.url).searchParams, facets)

export default function Deployments() {
  const { rows, total, choices } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Deployments"
      lead="AI systems in use or on their way, and what they rest on"
      actions={
        <Button component={Link} to="/deployments/new" size="compact-md">
          Describe a deployment
        </Button>
      }
    >
      <ListFilter choices={choices} shown={rows.length} total={total} />
      {total === 0 ? (
        <Empty>
          No deployment yet. Describe one: what it does, for whom, with which data, and on which agreements it
          rests. Its answers propose a risk class, and the class says what the contracts must give.
          <FirstSteps />
        </Empty>
      ) : (
        <Table.ScrollContainer minWidth={720}>
          <Table highlightOnHover verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Deployment</Table.Th>
                <Table.Th>Class</Table.Th>
                <Table.Th>Status</Table.Th>
                <Table.Th>Rests on</Table.Th>
                <Table.Th>Open gaps</Table.Th>
                <Table.Th>Owner</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ deployment, agreements, severities }) => (
                <Table.Tr key={deployment.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/deployments/${deployment.slug}`} fw={550}>
                      {deployment.name}
                    </Anchor>
                    <Text size="xs" c="dimmed" lineClamp={1}>
                      {deployment.purpose}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <RiskClassSign riskClass={deployment.riskClass} />
                  </Table.Td>
                  <Table.Td>{deploymentStatusTitles[deployment.status]}</Table.Td>
                  <Table.Td>
                    {agreements.length === 0
                      ? 'nothing yet'
                      : `${agreements.length} papers of ${new Set(agreements.map((a) => a.vendorName)).size === 1 ? agreements[0]?.vendorName : 'several vendors'}`}
                  </Table.Td>
                  <Table.Td>
                    {severities.length === 0
                      ? 'none'
                      : severities.map(({ severity, count }) => (
                          <span key={severity}>
                            <SeveritySign severity={severity} count={count} />{' '}
                          </span>
                        ))}
                  </Table.Td>
                  <Table.Td>{deployment.owner}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Page>
  )
}
