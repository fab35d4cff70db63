import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { deploymentBySlug, deployments } from '#db/deployments.ts'
import { measureRules } from '#playbooks/governance.ts'
import { useFormat } from '../components/format.ts'
import { Mark } from '../components/governance/Mark.tsx'
import { MeasureCharts } from '../components/governance/MeasureCharts.tsx'
import { Empty, Page, Section } from '../components/Page.tsx'
import { Text } from '../components/Words.tsx'
import { parseForm } from '../services/form.server.ts'
import { measureAlerts } from '../services/governance/measure-alerts.server.ts'
import {
  countsOfCsv,
  MeasureProblem,
  measuresOf,
  setThresholds,
  takeCounts,
} from '../services/governance/measures.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Measures · Carveout' }]

/** `?deployment=` and `?of=intent:refunds` choose what is charted. */
export async function loader({ request, context: { house, user } }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const all = await deployments(house.db)
  const chosen = all.find((d) => d.slug === search.get('deployment')) ?? all[0]
  const of = search.get('of') ?? 'all:'
  const [dimension = 'all', ...value] = of.split(':')
  return {
    deployments: all.map(({ slug, name }) => ({ value: slug, label: name })),
    chosen: chosen?.slug ?? '',
    of,
    view: chosen
      ? await measuresOf(house, chosen, { dimension, value: value.join(':') }, today(request))
      : null,
    alerts: await measureAlerts(house),
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

const threshold = z
  .string()
  .trim()
  .refine((text) => text === '' || Number.isFinite(Number(text)), 'Write a threshold as a number.')
  .transform((text) => (text === '' ? null : Number(text)))
const SetThresholds = z.object({
  deployment: z.string(),
  measure: z.string().refine((id) => measureRules.measures.some((m) => m.id === id)),
  above: threshold,
  below: threshold,
})

export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = await request.formData()
  const deployment = await deploymentBySlug(house.db, String(form.get('deployment') ?? ''))
  if (form.get('do') === 'thresholds') {
    const set = parseForm(form, SetThresholds)
    if (!set.ok || !deployment)
      return data({ error: set.ok ? 'Choose a deployment.' : Object.values(set.errors).join(' ') }, 400)
    await setThresholds(house, user, deployment, set.value)
    return redirect(
      `/measures?${new URLSearchParams({ deployment: deployment.slug, of: String(form.get('of')) })}`,
    )
  }
  const file = form.get('file')
  if (!deployment || !(file instanceof File) || file.size === 0)
    return data({ error: 'Choose a deployment and a CSV file.' }, 400)
  try {
    await takeCounts(house, user, deployment, countsOfCsv(await file.text()))
  } catch (error) {
    if (error instanceof MeasureProblem) return data({ error: error.message }, 400)
    throw error
  }
  return redirect(`/measures?deployment=${deployment.slug}`)
}

export default function Measures() {
  const { deployments, chosen, of, view, alerts, mayGovern } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const format = useFormat()
  return (
    <Page title="Measures" lead="counts per period, held against what chance alone explains">
      <Section title="To be looked at" aside="signals in the newest period">
        {alerts.length === 0 && (
          <Empty>No newest period stands outside its limits or over a threshold.</Empty>
        )}
        {alerts.map((alert) => (
          <Text key={`${alert.deployment.slug} ${alert.measure} ${alert.of}`} my={2}>
            <Mark ok="no">{alert.signals.join(', ')}</Mark>{' '}
            <Link to={`/measures?deployment=${alert.deployment.slug}`}>{alert.deployment.name}</Link>:{' '}
            {alert.measure}
            {alert.of && `, ${alert.of}`} {alert.value}, period to {format.date(alert.on)}
          </Text>
        ))}
      </Section>
      <Section title="Charts">
        <Form method="get">
          <Group gap="xs" align="flex-end">
            <NativeSelect name="deployment" label="Deployment" defaultValue={chosen} data={deployments} />
            <NativeSelect
              name="of"
              label="Of"
              defaultValue={of}
              data={[
                { value: 'all:', label: 'All conversations' },
                ...(view?.dimensions ?? [])
                  .filter((d) => d !== 'all:')
                  .map((d) => ({ value: d, label: d.replace(':', ' ') })),
              ]}
            />
            <Button type="submit" variant="default">
              Show
            </Button>
          </Group>
        </Form>
        {view && view.charts.length === 0 && (
          <Empty>Nothing was sent for it yet: load counts as a CSV below, or send them by the API.</Empty>
        )}
        {view && <MeasureCharts charts={view.charts} edit={mayGovern ? { deployment: chosen, of } : null} />}
      </Section>
      {mayGovern && (
        <Section title="Load a CSV" aside="measure,startsOn,endsOn,dimension,value,count,total">
          <Form method="post" encType="multipart/form-data" key={chosen}>
            <Group gap="xs" align="flex-end">
              <NativeSelect name="deployment" label="For" defaultValue={chosen} data={deployments} />
              <TextInput type="file" name="file" label="File" accept=".csv" />
              <Button type="submit" loading={busy}>
                Load
              </Button>
            </Group>
          </Form>
          {problem && (
            <Alert color="red" role="alert" mt="sm">
              {problem.error}
            </Alert>
          )}
        </Section>
      )}
    </Page>
  )
}
