import { Button, Group, Table, TextInput } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useFormat } from '../components/format.ts'
import { Empty, Page } from '../components/Page.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { trailPage } from '../services/trail.server.ts'

export const meta: MetaFunction = () => [{ title: 'Audit trail · Carveout' }]

/** `?actor=&action=&from=&to=` filters, `?before=` goes on from a row. */
export const loader = ({ request, context: { house } }: LoaderFunctionArgs) =>
  trailPage(house, new URL(request.url).searchParams)

export default function Trail() {
  const { rows, filter, next } = useLoaderData<typeof loader>()
  const { moment } = useFormat()
  const search = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  )
  const onward = new URLSearchParams(search)
  if (next) onward.set('before', String(next))
  return (
    <Page
      title="Audit trail"
      lead="Every change, export, sign-in and refusal. Rows are only ever added; “carveout verify” finds one that was edited or removed."
      actions={
        <>
          <Button
            component="a"
            href={`/settings/trail/trail.csv?${search}`}
            variant="default"
            size="compact-md"
          >
            CSV
          </Button>
          <Button
            component="a"
            href={`/settings/trail/trail.jsonl?${search}`}
            variant="default"
            size="compact-md"
          >
            JSON lines
          </Button>
        </>
      }
    >
      <Form method="get">
        <Group align="flex-end" mb="md">
          <TextInput name="actor" label="Who" defaultValue={filter.actor} />
          <TextInput name="action" label="What" defaultValue={filter.action} />
          <TextInput name="from" type="date" label="From" defaultValue={filter.from} />
          <TextInput name="to" type="date" label="To" defaultValue={filter.to} />
          <Button type="submit" variant="default">
            Filter
          </Button>
        </Group>
      </Form>
      {rows.length === 0 ? (
        <Empty>Nothing in the trail fits. Leave a field empty to see more.</Empty>
      ) : (
        <Table.ScrollContainer minWidth={760}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When (UTC)</Table.Th>
                <Table.Th>Who</Table.Th>
                <Table.Th>From</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th>Details</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <time dateTime={row.at} title={row.at}>
                      {moment(row.at)}
                    </time>
                  </Table.Td>
                  <Table.Td>{row.actor}</Table.Td>
                  <Table.Td>{row.origin}</Table.Td>
                  <Table.Td>
                    {row.action} {row.subject.replaceAll('_', ' ')}
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                      {row.words}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {next && <Anchor to={`?${onward}`}>Earlier rows</Anchor>}
    </Page>
  )
}
