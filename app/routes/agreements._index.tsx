import { Button, Table } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { agreementKindTitles, agreementStatusTitles } from '#domain/register/agreement.ts'
import { FileStateWords } from '../components/FileStateWords.tsx'
import { FirstSteps } from '../components/FirstSteps.tsx'
import { useFormat } from '../components/format.ts'
import { ListFilter } from '../components/ListFilter.tsx'
import { ListPager } from '../components/ListPager.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { Cell, Row } from '../components/Rows.tsx'
import { ReviewWords } from '../components/review/ReviewWords.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { agreementScreen } from '../services/register/agreement-list.server.ts'

export const meta: MetaFunction = () => [{ title: 'Agreements · Carveout' }]

export const loader = ({ request, context: { house } }: LoaderFunctionArgs) =>
  agreementScreen(house, new URL(request.url).searchParams)

export default function Agreements() {
  const { rows, place, total, choices } = useLoaderData<typeof loader>()
  const { date, number } = useFormat()
  return (
    <Page
      title="Agreements"
      lead={total > 0 && `${number(total)} papers, newest version of each`}
      actions={
        <Button component={Link} to="/upload" size="compact-md">
          Upload
        </Button>
      }
    >
      <ListFilter choices={choices} shown={place.total} total={total} />
      {total === 0 ? (
        <Empty>
          No agreement yet. Drop in what your vendors gave you to sign: a master agreement, terms from their
          web site, a DPA, an order form.
          <FirstSteps />
        </Empty>
      ) : (
        <Table.ScrollContainer minWidth={720}>
          <Table highlightOnHover verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Agreement</Table.Th>
                <Table.Th>Vendor</Table.Th>
                <Table.Th>Kind</Table.Th>
                <Table.Th>Status</Table.Th>
                <Table.Th>In effect from</Table.Th>
                <Table.Th>Owner</Table.Th>
                <Table.Th>Review</Table.Th>
                <Table.Th>Reading</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ agreement, review, file, counts }) => (
                <Row hover key={agreement.id}>
                  <Cell>
                    <Anchor to={`/agreements/${agreement.slug}`} fw={550}>
                      {agreement.title}
                    </Anchor>
                  </Cell>
                  <Cell>
                    <Anchor to={`/vendors/${agreement.vendorSlug}`} c="inherit">
                      {agreement.vendorName}
                    </Anchor>
                  </Cell>
                  <Cell>{agreementKindTitles[agreement.kind]}</Cell>
                  <Cell>{agreementStatusTitles[agreement.status]}</Cell>
                  <Cell>
                    {agreement.effectiveOn ? (
                      <time dateTime={agreement.effectiveOn} title={agreement.effectiveOn}>
                        {date(agreement.effectiveOn)}
                      </time>
                    ) : (
                      <Text component="span" c="dimmed">
                        not known
                      </Text>
                    )}
                  </Cell>
                  <Cell>{agreement.owner}</Cell>
                  <Cell>{review && counts.terms > 0 && <ReviewWords review={review} />}</Cell>
                  <Cell>
                    <FileStateWords file={file} {...counts} />
                  </Cell>
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
