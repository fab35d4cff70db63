import { Button, Group, List, Table, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { logChecks } from '#db/log-checks.ts'
import { logFindingTitles } from '#domain/governance/logging.ts'
import { useFormat } from '../components/format.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { Item, Mark } from '../components/governance/Mark.tsx'
import { Empty, Section } from '../components/Page.tsx'
import { Text } from '../components/Words.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { checkLogSample, loggingRequirements } from '../services/governance/logs.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Logs · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  return {
    deployment,
    requirements: await loggingRequirements(house, deployment, today(args.request)),
    checks: await logChecks(house.db, deployment.id),
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

const maxBytes = 25_000_000

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const file = (await args.request.formData()).get('file')
  if (!(file instanceof File) || file.size === 0)
    return data({ error: 'Choose a file with lines of JSON.' }, 400)
  if (file.size > maxBytes)
    return data({ error: 'The file is over 25 MB. A sample of a few thousand lines is enough.' }, 400)
  await checkLogSample(house, user, deployment, {
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    date: today(args.request),
  })
  return redirect(`/deployments/${deployment.slug}/logs`)
}

export default function Logs() {
  const { deployment, requirements, checks, mayGovern } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const format = useFormat()
  const { keep, readers, afterwards, fields, controls } = requirements
  return (
    <DeploymentPage deployment={deployment} title="Logs" narrow>
      <Section title="Checked samples" aside="the log itself is not kept, only its hash and what was found">
        <Text size="sm" c="dimmed" mb="xs">
          A sample is evidence for {controls.map((control) => control.title.toLowerCase()).join(', ')}; it is
          also held against the listed uses and the registered versions.
        </Text>
        {mayGovern && (
          <Form method="post" encType="multipart/form-data">
            <Group align="flex-end" gap="xs" mb="sm">
              <TextInput
                type="file"
                name="file"
                label="A sample of the real log, a JSON object a line"
                accept=".jsonl,.ndjson,.json,.txt"
                error={problem?.error}
              />
              <Button type="submit" loading={busy}>
                Check
              </Button>
            </Group>
          </Form>
        )}
        {checks.length === 0 && (
          <Empty>No sample has been checked, so nobody can say that logging works.</Empty>
        )}
        {checks.map(({ id, fileName, report, checkedBy, checkedAt }) => (
          <Item
            key={id}
            mark={
              <Mark ok={report.findings.length === 0 && report.rows > 0 ? 'yes' : 'no'}>
                {report.rows === 0
                  ? 'Empty'
                  : report.findings.length === 0
                    ? 'Passes'
                    : `${report.findings.length} ${report.findings.length === 1 ? 'problem' : 'problems'}`}
              </Mark>
            }
            head={
              <>
                <Text component="span" fw={550}>
                  {fileName}
                </Text>
                {`, ${format.number(report.rows)} lines · ${checkedBy}, ${format.moment(checkedAt)}`}
              </>
            }
          >
            <List size="sm">
              {report.findings.map((finding) => (
                <List.Item key={finding.kind + finding.what}>
                  {logFindingTitles[finding.kind]}: {finding.what} {format.number(finding.count)}×, line{' '}
                  {finding.lines.join(', ')}
                  {finding.count > finding.lines.length && ' …'}
                </List.Item>
              ))}
            </List>
          </Item>
        ))}
      </Section>
      <Section title="What must be logged" aside={`kept at most ${keep.days} days: ${keep.because}`}>
        <Text mb="xs">
          Read by: {readers}. After that: {afterwards.toLowerCase()}.
        </Text>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Field</Table.Th>
              <Table.Th>Where it stands in a line</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <Table.Tr key={field.id}>
                <Table.Td>{field.title}</Table.Td>
                <Table.Td>
                  <code>{field.path}</code>
                  {field.mayBeEmpty && (
                    <Text component="span" size="sm" c="dimmed">
                      {' '}
                      may be empty, not absent
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
    </DeploymentPage>
  )
}
