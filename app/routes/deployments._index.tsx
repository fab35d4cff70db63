import { Button, Table } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { deploymentStatusTitles } from '#domain/register/deployment.ts'
import { BehindBand } from '../components/BehindBand.tsx'
import { FirstSteps } from '../components/FirstSteps.tsx'
import { ListFilter } from '../components/ListFilter.tsx'
import { ListPager } from '../components/ListPager.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { Cell, Row } from '../components/Rows.tsx'
import { RiskClassSign, SeveritySign } from '../components/Signs.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { deploymentScreen } from '../services/register/deployment-list.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Deployments · Carveout' }]

export const loader = ({ request, context: { house } }: LoaderFunctionArgs) =>
  deploymentScreen(house, today(request), new URL(request.url).searchParams)

export default function Deployments() {
  const { rows, place, behind, total, choices } = useLoaderData<typeof loader>()
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
      <BehindBand behind={behind} />
      <ListFilter choices={choices} shown={place.total} total={total} />
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
              {rows.map(({ deployment, restsOn, severities }) => (
                <Row hover key={deployment.id}>
                  <Cell>
                    <Anchor to={`/deployments/${deployment.slug}`} fw={550}>
                      {deployment.name}
                    </Anchor>
                    <Text size="xs" c="dimmed" lineClamp={1}>
                      {deployment.purpose}
                    </Text>
                  </Cell>
                  <Cell>
                    <RiskClassSign riskClass={deployment.riskClass} />
                  </Cell>
                  <Cell>{deploymentStatusTitles[deployment.status]}</Cell>
                  <Cell>{restedOn(restsOn)}</Cell>
                  <Cell>
                    {severities.length === 0
                      ? 'none'
                      : severities.map(({ severity, count }) => (
                          <span key={severity}>
                            <SeveritySign severity={severity} count={count} />{' '}
                          </span>
                        ))}
                  </Cell>
                  <Cell>{deployment.owner}</Cell>
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

function restedOn(restsOn: { vendor: string; papers: number }[]): string {
  const papers = restsOn.reduce((sum, one) => sum + one.papers, 0)
  if (papers === 0) return 'nothing yet'
  return `${papers} ${papers === 1 ? 'paper' : 'papers'} of ${restsOn.length === 1 ? restsOn[0]?.vendor : 'several vendors'}`
}
