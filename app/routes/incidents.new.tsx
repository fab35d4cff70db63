import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { deploymentBySlug, deployments } from '#db/deployments.ts'
import { incidentRules } from '#playbooks/governance.ts'
import { fieldErrors } from '../components/field-errors.ts'
import { Page, Section } from '../components/Page.tsx'
import { ReportedIncident, reportIncident } from '../services/governance/incidents.server.ts'

export const meta: MetaFunction = () => [{ title: 'Report an incident · Carveout' }]

/** `?deployment=` is the one it is about. */
export async function loader({ request, context: { house } }: LoaderFunctionArgs) {
  return {
    deployments: (await deployments(house.db)).map(({ slug, name }) => ({ value: slug, label: name })),
    chosen: new URL(request.url).searchParams.get('deployment') ?? '',
    kinds: incidentRules.kinds,
    laws: incidentRules.laws.map(({ id, title }) => ({ id, title })),
    now: new Date().toISOString().slice(0, 16),
  }
}

export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = await request.formData()
  const deployment = await deploymentBySlug(house.db, String(form.get('deployment') ?? ''))
  const input = ReportedIncident.safeParse({
    ...Object.fromEntries(form),
    nearMiss: form.has('nearMiss'),
    laws: form.getAll('laws').map(String),
  })
  if (!input.success) return data({ errors: fieldErrors(input.error) }, 400)
  if (!deployment)
    return data({ errors: { deployment: 'Choose the deployment.' } as Record<string, string> }, 400)
  const { slug } = await reportIncident(house, user, deployment, input.data)
  return redirect(`/incidents/${slug}`)
}

export default function NewIncident() {
  const { deployments, chosen, kinds, laws, now } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const busy = useNavigation().state !== 'idle'
  return (
    <Page title="Report an incident" narrow>
      <Form method="post">
        <Stack gap="sm">
          <TextInput
            name="title"
            label="What happened, in a few words"
            placeholder="It promised a refund of 900 for a worn pair of shoes"
            required
            error={errors?.title}
          />
          <Group grow align="flex-start">
            <NativeSelect
              name="deployment"
              label="Deployment"
              defaultValue={chosen}
              data={[{ value: '', label: 'Choose' }, ...deployments]}
              error={errors?.deployment}
            />
            <NativeSelect
              name="kind"
              label="Kind"
              data={[{ value: '', label: 'Choose' }, ...kinds.map((k) => ({ value: k.id, label: k.title }))]}
              error={errors?.kind}
            />
            <NativeSelect
              name="severity"
              label="Severity"
              defaultValue="medium"
              data={[
                { value: 'critical', label: 'Critical: somebody is or can be hurt, or many are' },
                { value: 'high', label: 'High: money, rights or data are lost' },
                { value: 'medium', label: 'Medium: it can be put right' },
                { value: 'low', label: 'Low: a nuisance' },
              ]}
            />
          </Group>
          <Checkbox
            name="nearMiss"
            value="yes"
            label="A near miss: somebody or something caught it in time"
          />
          <Group grow align="flex-start">
            <TextInput
              type="datetime-local"
              name="happenedAt"
              label="When it happened (UTC)"
              defaultValue={now}
              required
              error={errors?.happenedAt}
            />
            <TextInput
              type="datetime-local"
              name="knownAt"
              label="When we knew (UTC)"
              description="Clocks run from here"
              defaultValue={now}
              required
              error={errors?.knownAt}
            />
          </Group>
          <Textarea name="description" label="What is known so far" autosize minRows={3} />
          <TextInput name="affected" label="Who is affected" placeholder="one customer; 340 accounts" />
          <TextInput name="intent" label="Intent" placeholder="Refund eligibility guidance" />
        </Stack>
        <Section
          title="Laws that apply"
          aside="each starts a clock; the contracts’ own clocks start by themselves"
        >
          <Checkbox.Group aria-label="Laws that apply">
            <Group gap="md">
              {laws.map((law) => (
                <Checkbox key={law.id} name="laws" value={law.id} label={law.title} />
              ))}
            </Group>
          </Checkbox.Group>
        </Section>
        <Button type="submit" mt="lg" loading={busy}>
          Report
        </Button>
      </Form>
    </Page>
  )
}
