import { Anchor, Button, Table, Text } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { agreementsPage } from '#db/agreements.ts'
import { currentFiles } from '#db/files.ts'
import { termCounts } from '#db/terms.ts'
import { agreementKindTitles, agreementStatusTitles } from '#domain/register/agreement.ts'
import { FileStateWords } from '../components/FileStateWords.tsx'
import { FirstSteps } from '../components/FirstSteps.tsx'
import { useFormat } from '../components/format.ts'
import { ListFilter, ListPager } from '../components/ListPages.tsx'
import { Empty, Page } from '../components/Page.tsx'
import { ReviewWords } from '../components/review/ReviewWords.tsx'
import { askedPart } from '../services/list-place.server.ts'
import { reviewStates } from '../services/review/queue.server.ts'

export const meta: MetaFunction = () => [{ title: 'Agreements · Carveout' }]

export async function loader({ request, context: { house } }: LoaderFunctionArgs) {
  const { offset, ...asked } = askedPart(request)
  const { agreements: all, total } = await agreementsPage(house.db, {
    q: asked.q,
    limit: asked.pageSize,
    offset,
  })
  const ids = all.map((agreement) => agreement.id)
  const files = new Map((await currentFiles(house.db, ids)).map((file) => [file.agreementId, file]))
  const counts = await termCounts(house.db, ids)
  const reviews = await reviewStates(house, ids)
  return {
    place: { ...asked, total },
    rows: all.map((agreement) => ({
      agreement,
      review: reviews.get(agreement.id),
      file: files.get(agreement.id),
      counts: counts.get(agreement.id) ?? { terms: 0, unreviewed: 0 },
    })),
  }
}

export default function Agreements() {
  const { rows, place } = useLoaderData<typeof loader>()
  const { date } = useFormat()
  return (
    <Page
      title="Agreements"
      lead={place.total > 0 && `${place.total} papers, newest version of each`}
      actions={
        <Button component={Link} to="/upload" size="compact-md">
          Upload
        </Button>
      }
    >
      <ListFilter place={place} label="Title, vendor or owner" />
      {rows.length === 0 && place.q ? (
        <Empty>No agreement has that in its title, its vendor’s name or its owner’s.</Empty>
      ) : rows.length === 0 ? (
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
                <Table.Tr key={agreement.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/agreements/${agreement.slug}`} fw={550}>
                      {agreement.title}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>
                    <Anchor component={Link} to={`/vendors/${agreement.vendorSlug}`} c="inherit">
                      {agreement.vendorName}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{agreementKindTitles[agreement.kind]}</Table.Td>
                  <Table.Td>{agreementStatusTitles[agreement.status]}</Table.Td>
                  <Table.Td>
                    {agreement.effectiveOn ? (
                      <time dateTime={agreement.effectiveOn} title={agreement.effectiveOn}>
                        {date(agreement.effectiveOn)}
                      </time>
                    ) : (
                      <Text span c="dimmed">
                        not known
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>{agreement.owner}</Table.Td>
                  <Table.Td>{review && counts.terms > 0 && <ReviewWords review={review} />}</Table.Td>
                  <Table.Td>
                    <FileStateWords file={file} {...counts} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <ListPager place={place} />
    </Page>
  )
}
