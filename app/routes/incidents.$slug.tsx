import { Button } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { EntryKind, OwnClock } from '#domain/governance/incidents.ts'
import { useFormat } from '../components/format.ts'
import { IncidentClaims } from '../components/governance/IncidentClaims.tsx'
import { IncidentClocks } from '../components/governance/IncidentClocks.tsx'
import { IncidentEnd, IncidentTimeline } from '../components/governance/IncidentTimeline.tsx'
import { Page } from '../components/Page.tsx'
import { SeveritySign } from '../components/Signs.tsx'
import { parseForm } from '../services/form.server.ts'
import { requireIncident } from '../services/governance/incident-of.server.ts'
import {
  addEntry,
  addOwnClock,
  changeIncident,
  incidentView,
} from '../services/governance/incidents.server.ts'
import { can } from '../services/permissions.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.incident.title ?? 'Incident'} · Carveout` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  return {
    ...(await incidentView(house, await requireIncident(args))),
    now: new Date().toISOString(),
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

const Change = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('entry'),
    kind: EntryKind,
    words: z.string().trim().min(1, 'Say what was done or found.').max(5000),
  }),
  z.object({ do: z.literal('told'), clock: z.string().min(1), words: z.string().trim().max(1000) }),
  z.object({ do: z.literal('laws') }),
  OwnClock.extend({ do: z.literal('clock') }),
  z.object({ do: z.literal('re_papering') }),
  z.object({ do: z.literal('close'), cause: z.string().trim().min(1, 'Say what caused it.').max(2000) }),
])

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const incident = await requireIncident(args)
  const form = await args.request.formData()
  const change = parseForm(form, Change)
  if (!change.ok) return data({ error: Object.values(change.errors).join(' ') }, 400)
  const { value } = change
  if (value.do === 'entry') {
    const file = form.get('file')
    const attached = file instanceof File && file.size > 0 ? file : null
    await addEntry(house, user, incident, {
      ...value,
      clock: null,
      file: attached
        ? { name: attached.name, bytes: new Uint8Array(await attached.arrayBuffer()) }
        : undefined,
    })
  } else if (value.do === 'told')
    await addEntry(house, user, incident, { kind: 'told', clock: value.clock, words: value.words || 'Told.' })
  else if (value.do === 'clock') {
    const { do: _, ...clock } = value
    await addOwnClock(house, user, incident, clock)
  } else if (value.do === 'laws')
    await changeIncident(house, user, incident, { laws: form.getAll('laws').map(String) })
  else if (value.do === 're_papering') await changeIncident(house, user, incident, { rePapering: true })
  else await changeIncident(house, user, incident, { closedAt: new Date().toISOString(), cause: value.cause })
  return redirect(`/incidents/${incident.slug}`)
}

/** From a week before it to the incident. */
const changedBefore = (happenedAt: string) =>
  new URLSearchParams({
    from: new Date(Date.parse(happenedAt) - 7 * 86_400_000).toISOString().slice(0, 16),
    to: happenedAt.slice(0, 16),
  })

export default function IncidentScreen() {
  const view = useLoaderData<typeof loader>()
  const { incident, kind, deployment, recurrences } = view
  const problem = useActionData<typeof action>()
  const format = useFormat()
  return (
    <Page
      title={incident.title}
      narrow
      lead={
        <>
          {incident.slug} · {incident.nearMiss && 'near miss · '}
          <SeveritySign severity={incident.severity} /> · {kind.title} ·{' '}
          <Link to={`/deployments/${deployment.slug}`}>{deployment.name}</Link> · happened{' '}
          {format.moment(incident.happenedAt)}, known {format.moment(incident.knownAt)}
        </>
      }
      actions={
        <>
          <Button component="a" href={`/incidents/${incident.slug}/claim.docx`} size="compact-md">
            Claim notice (Word)
          </Button>
          {deployment.status !== 'stopped' && (
            <Button
              component={Link}
              to={`/deployments/${deployment.slug}/stop`}
              size="compact-md"
              color="red"
            >
              Stop the line
            </Button>
          )}
        </>
      }
    >
      {incident.description && <p>{incident.description}</p>}
      {incident.affected && <p>Affected: {incident.affected}</p>}
      {recurrences.length > 0 && (
        <p>
          It came back. Within a year before:{' '}
          {recurrences.map((r) => (
            <span key={r.slug}>
              <Link to={`/incidents/${r.slug}`}>
                {r.slug} {r.title}
              </Link>
              {r.cause && ` (${r.cause})`}{' '}
            </span>
          ))}
        </p>
      )}
      <p>
        <Link to={`/deployments/${deployment.slug}/versions?${changedBefore(incident.happenedAt)}`}>
          What changed in its versions in the week before
        </Link>
      </p>
      <IncidentClocks view={view} />
      <IncidentClaims view={view} />
      <IncidentTimeline view={view} problem={problem?.error} />
      <IncidentEnd view={view} />
    </Page>
  )
}
