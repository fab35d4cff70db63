import { Button, Group, NativeSelect, Table, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { deploymentBySlug, deploymentNames } from '#db/deployments.ts'
import { exerciseLibrary } from '#playbooks/governance.ts'
import { useFormat } from '../components/format.ts'
import { ListPager } from '../components/ListPager.tsx'
import { Empty, Page, Section } from '../components/Page.tsx'
import { Cell, Row } from '../components/Rows.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { parseForm } from '../services/form.server.ts'
import { beginExercise, exerciseList } from '../services/governance/exercises.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Exercises · Carveout' }]

export const loader = async ({ request, context: { house, user } }: LoaderFunctionArgs) => ({
  ...(await exerciseList(house, today(request), new URL(request.url).searchParams)),
  scenarios: exerciseLibrary.scenarios.map(({ id, title, opening }) => ({ id, title, opening })),
  deployments: (await deploymentNames(house.db)).map(({ slug, name }) => ({ value: slug, label: name })),
  date: today(request),
  lead: user.name,
  mayGovern: can(user.role, 'deployment.govern'),
})

const Begin = z.object({
  scenario: z
    .string()
    .refine((id) => exerciseLibrary.scenarios.some((s) => s.id === id), 'Choose a scenario.'),
  deployment: z.string().min(1, 'Choose the deployment.'),
  heldOn: z.iso.date('Say when it is held.'),
  lead: z.string().trim().min(1, 'Say who leads it.').max(200),
  attendees: z.string().trim().min(1, 'Say who is there.').max(2000),
})

export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = parseForm(await request.formData(), Begin)
  if (!form.ok) return data({ errors: form.errors }, 400)
  const deployment = await deploymentBySlug(house.db, form.value.deployment)
  if (!deployment)
    return data({ errors: { deployment: 'Choose the deployment.' } as Record<string, string> }, 400)
  const id = await beginExercise(house, user, { ...form.value, deploymentId: deployment.id })
  return redirect(`/exercises/${id}`)
}

export default function Exercises() {
  const { rows, place, scenarios, deployments, date, lead, mayGovern } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const busy = useNavigation().state !== 'idle'
  const format = useFormat()
  return (
    <Page title="Exercises" lead="an hour around a table shows who would do what, and what nobody does">
      {rows.length === 0 ? (
        <Empty>
          None was held yet. Choose a scenario below and read it out to the people who would have to act.
        </Empty>
      ) : (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Exercise</Table.Th>
              <Table.Th>Held on</Table.Th>
              <Table.Th>What nobody has yet</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={row.id}>
                <Cell>
                  <Anchor to={`/exercises/${row.id}`}>{row.title}</Anchor>
                  <Text size="sm" c="dimmed">
                    {row.deployment}
                  </Text>
                </Cell>
                <Cell>
                  {format.date(row.heldOn)}
                  {!row.endedAt && ', going on'}
                </Cell>
                <Cell>
                  {row.gaps.length === 0
                    ? 'nothing'
                    : row.gaps.map((gap) => (
                        <Text key={gap.question} size="sm" c={gap.open ? 'var(--critical)' : undefined}>
                          {gap.title} {gap.owner ? `${gap.owner}, until ${gap.due}` : 'nobody'}
                        </Text>
                      ))}
                </Cell>
              </Row>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <ListPager place={place} />
      {mayGovern && (
        <Section title="Hold one">
          <Form method="post">
            <Group gap="xs" align="flex-start">
              <NativeSelect
                name="scenario"
                label="Scenario"
                data={scenarios.map((s) => ({ value: s.id, label: s.title }))}
                error={errors?.scenario}
              />
              <NativeSelect
                name="deployment"
                label="Deployment"
                data={deployments}
                error={errors?.deployment}
              />
              <TextInput
                type="date"
                name="heldOn"
                label="Held on"
                defaultValue={date}
                error={errors?.heldOn}
              />
              <TextInput name="lead" label="Led by" defaultValue={lead} error={errors?.lead} />
              <TextInput name="attendees" label="Present" error={errors?.attendees} style={{ flex: 1 }} />
            </Group>
            <Button type="submit" mt="sm" loading={busy}>
              Begin
            </Button>
          </Form>
        </Section>
      )}
      <Section title="The scenarios">
        {scenarios.map((s) => (
          <Text key={s.id} my={6}>
            <b>{s.title}.</b> {s.opening}
          </Text>
        ))}
      </Section>
    </Page>
  )
}
