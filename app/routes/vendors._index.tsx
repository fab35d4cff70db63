import { Button, Table } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { BehindBand } from '../components/BehindBand.tsx'
import { FirstSteps } from '../components/FirstSteps.tsx'
import { useFormat } from '../components/format.ts'
import { ListFilter } from '../components/ListFilter.tsx'
import { ListPager } from '../components/ListPager.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { Cell, Row } from '../components/Rows.tsx'
import { RiskClassSign, SeveritySign } from '../components/Signs.tsx'
import { useCan } from '../components/user.ts'
import { Anchor } from '../components/Words.tsx'
import { vendorScreen } from '../services/register/vendor-list.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Vendors · Carveout' }]

export const loader = ({ request, context: { house } }: LoaderFunctionArgs) =>
  vendorScreen(house, today(request), new URL(request.url).searchParams)

export default function Vendors() {
  const { rows, place, behind, total, choices } = useLoaderData<typeof loader>()
  const { date } = useFormat()
  const mayEdit = useCan('vendor.edit')
  return (
    <Page
      title="Vendors"
      lead="What we run on them, and what their papers leave open"
      actions={
        <>
          {mayEdit && (
            <Button component={Link} to="/import" variant="default" size="compact-md">
              Import a list
            </Button>
          )}
          <Button component="a" href="/register.xlsx" variant="default" size="compact-md">
            Excel
          </Button>
          {mayEdit && (
            <Button component={Link} to="/vendors/new" variant="default" size="compact-md">
              Add a vendor
            </Button>
          )}
        </>
      }
    >
      <BehindBand behind={behind} />
      <ListFilter choices={choices} shown={place.total} total={total} />
      {total === 0 ? (
        <Empty>
          No vendor yet. They come by themselves with the first agreement you upload, or add one by hand.
          <FirstSteps />
        </Empty>
      ) : (
        <Table.ScrollContainer minWidth={720}>
          <Table highlightOnHover verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Vendor</Table.Th>
                <Table.Th>Papers</Table.Th>
                <Table.Th>Deployments on them</Table.Th>
                <Table.Th>Highest class</Table.Th>
                <Table.Th>Open gaps</Table.Th>
                <Table.Th>Next date</Table.Th>
                <Table.Th>Looked after by</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Row hover key={row.vendor.id}>
                  <Cell>
                    <Anchor to={`/vendors/${row.vendor.slug}`} fw={550}>
                      {row.vendor.name}
                    </Anchor>
                  </Cell>
                  <Cell>{row.agreements}</Cell>
                  <Cell>{row.deployments.join(', ') || 'none'}</Cell>
                  <Cell>{row.highestClass && <RiskClassSign riskClass={row.highestClass} />}</Cell>
                  <Cell>
                    {row.severities.length === 0
                      ? 'none'
                      : row.severities.map(({ severity, count }) => (
                          <span key={severity}>
                            <SeveritySign severity={severity} count={count} />{' '}
                          </span>
                        ))}
                  </Cell>
                  <Cell>
                    {row.next && (
                      <>
                        <time dateTime={row.next.date} title={row.next.date}>
                          {date(row.next.date)}
                        </time>{' '}
                        {row.next.title}
                      </>
                    )}
                  </Cell>
                  <Cell>{row.vendor.owner}</Cell>
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
