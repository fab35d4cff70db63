import { Alert } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { escalationCard, stopsOf } from '#db/stops.ts'
import { Seat } from '#domain/governance/sign-offs.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { StopNow, Stopped } from '../components/governance/StopForms.tsx'
import { StopHistory } from '../components/governance/StopHistory.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseForm } from '../services/form.server.ts'
import {
  resumeDeployment,
  resumeSeats,
  resumeSeen,
  StopProblem,
  stopDeployment,
  tellAgain,
} from '../services/governance/stop.server.ts'

export const meta: MetaFunction = () => [{ title: 'Stop the line · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const stops = await stopsOf(house.db, deployment.id)
  const stop = stops.find((s) => s.resumedAt === null) ?? null
  const seats = stop ? await resumeSeats(house, deployment, stop) : []
  const card = await escalationCard(house.db, deployment.id)
  return {
    deployment,
    stops,
    stop,
    seats,
    seen: stop ? await resumeSeen(house, deployment, stop) : {},
    mine: seats.some((s) => s.seat === user.role) ? Seat.parse(user.role) : null,
    told: [
      ...(card?.contacts.flatMap((c) => (c.email ? [`${c.name} (${c.email})`] : [])) ?? []),
      ...(card?.webhook ? [`a ticket at ${new URL(card.webhook.url).host}`] : []),
    ],
  }
}

const Change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('stop'), why: z.string().trim().min(1, 'Say why, in a few words.').max(1000) }),
  z.object({
    do: z.literal('resume'),
    why: z.string().trim().min(1, 'Say what was put right.').max(1000),
  }),
  z.object({ do: z.literal('tell') }),
])

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const change = parseForm(await args.request.formData(), Change)
  if (!change.ok) return data({ error: Object.values(change.errors).join(' ') }, 400)
  try {
    if (change.value.do === 'stop') await stopDeployment(house, user, deployment, change.value.why)
    else if (change.value.do === 'tell') await tellAgain(house, user, deployment)
    else await resumeDeployment(house, user, deployment, change.value.why)
  } catch (error) {
    if (error instanceof StopProblem) return data({ error: error.message }, 409)
    throw error
  }
  return redirect(`/deployments/${deployment.slug}/stop`)
}

export default function Stop() {
  const { deployment, stops, stop, seats, seen, mine, told } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const [search] = useSearchParams()
  return (
    <DeploymentPage deployment={deployment} title={stop ? 'Stopped' : 'Stop the line'} narrow>
      {problem && (
        <Alert color="red" role="alert" mb="sm">
          {problem.error}
        </Alert>
      )}
      {stop ? (
        <Stopped
          deployment={deployment}
          stop={stop}
          seats={seats}
          seen={seen}
          mine={mine}
          refused={search.get('refused') ?? undefined}
        />
      ) : (
        <StopNow deployment={deployment} told={told} />
      )}
      <StopHistory slug={deployment.slug} stops={stops} />
    </DeploymentPage>
  )
}
