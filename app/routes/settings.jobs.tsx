import { Button, Table } from '@mantine/core'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormat } from '../components/format.ts'
import { Empty, Page, Section } from '../components/Page.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { parseForm } from '../services/form.server.ts'
import { jobsAtHand, runParkedAgain } from '../services/jobs/parked.server.ts'

export const meta: MetaFunction = () => [{ title: 'Jobs · Carveout' }]

export const loader = ({ context: { house } }: LoaderFunctionArgs) => jobsAtHand(house)

const Again = z.object({ id: z.string().min(1) })

/** Runs a parked job again. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = parseForm(await request.formData(), Again)
  if (!form.ok || !(await runParkedAgain(house, user, form.value.id)))
    return data({ told: 'That job is not parked any more.' }, 404)
  return { told: 'It runs again. If it fails once more, it comes back here.' }
}

export default function Jobs() {
  const { counts, parked, readings } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { moment } = useFormat()
  return (
    <Page
      title="Jobs"
      lead={`${counts.waiting} waiting, ${counts.running} running, ${counts.parked} parked. A job that its worker left is taken up by another.`}
    >
      {answer && (
        <Text role="status" mb="sm">
          {answer.told}
        </Text>
      )}
      {readings.behind > 0 && (
        <Text mb="sm">
          {`${readings.all - readings.behind} of ${readings.all} papers are read by the engine of this release. The others are read again, a few at a time; what people decided stays.`}
        </Text>
      )}
      <Section title="Parked" aside="failed three times; somebody has to look">
        {parked.length === 0 ? (
          <Empty>No job is parked.</Empty>
        ) : (
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing={8}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Job</Table.Th>
                  <Table.Th>About</Table.Th>
                  <Table.Th>Why it failed</Table.Th>
                  <Table.Th>Since</Table.Th>
                  <Table.Th>What to do</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {parked.map((job) => (
                  <Table.Tr key={job.id}>
                    <Table.Td>{job.title}</Table.Td>
                    <Table.Td>{job.href ? <Anchor to={job.href}>{job.about}</Anchor> : job.about}</Table.Td>
                    <Table.Td>{job.error}</Table.Td>
                    <Table.Td>
                      <time dateTime={job.since}>{moment(job.since)}</time>
                    </Table.Td>
                    <Table.Td>
                      <Form method="post">
                        <input type="hidden" name="id" value={job.id} />
                        <Button type="submit" size="compact-sm" variant="default">
                          Run again
                        </Button>
                      </Form>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Section>
    </Page>
  )
}
