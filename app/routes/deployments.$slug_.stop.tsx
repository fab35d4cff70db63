import { Alert, Anchor, Button, List, Text, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { escalationCard, stopsOf } from '#db/stops.ts'
import { Seat } from '#domain/governance/sign-offs.ts'
import { useFormat } from '../components/format.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { Seats } from '../components/governance/Seats.tsx'
import { StopHistory } from '../components/governance/StopHistory.tsx'
import { Section } from '../components/Page.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseForm } from '../services/form.server.ts'
import {
  resumeDeployment,
  resumeSeats,
  resumeSeen,
  StopProblem,
  stopDeployment,
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
])

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const change = parseForm(await args.request.formData(), Change)
  if (!change.ok) return data({ error: Object.values(change.errors).join(' ') }, 400)
  try {
    if (change.value.do === 'stop') await stopDeployment(house, user, deployment, change.value.why)
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
  const busy = useNavigation().state !== 'idle'
  const [search] = useSearchParams()
  const format = useFormat()
  return (
    <DeploymentPage deployment={deployment} title={stop ? 'Stopped' : 'Stop the line'} narrow>
      {problem && (
        <Alert color="red" role="alert" mb="sm">
          {problem.error}
        </Alert>
      )}
      {stop ? (
        <>
          <Text size="lg">
            {stop.stoppedBy} stopped it on {format.moment(stop.stoppedAt)}: {stop.why}
          </Text>
          <Section title="Taking it up again" aside="the sign-offs that its class asks for">
            <Seats
              slug={deployment.slug}
              purpose={`resume:${stop.id}`}
              seats={seats}
              seen={seen}
              mine={mine}
              problem={search.get('refused') ?? undefined}
            />
            <Form method="post">
              <TextInput name="why" label="What was put right" mt="md" required />
              <Button
                type="submit"
                name="do"
                value="resume"
                mt="xs"
                loading={busy}
                disabled={seats.some((seat) => seat.state !== 'signed')}
              >
                Take it up again
              </Button>
            </Form>
          </Section>
        </>
      ) : (
        <>
          <Text size="lg">This happens at once:</Text>
          <List mt="xs">
            <List.Item>
              {deployment.name} is marked as stopped, and its gate fails for every pipeline that asks.
            </List.Item>
            <List.Item>
              What stands now is frozen under a hash: versions, terms, assessment, controls and sign-offs.
            </List.Item>
            <List.Item>
              {told.length > 0 ? (
                `Told: ${told.join(', ')}.`
              ) : (
                <>
                  Nobody is told: the{' '}
                  <Anchor component={Link} to={`/deployments/${deployment.slug}/card`} inherit>
                    escalation card
                  </Anchor>{' '}
                  names nobody with an address.
                </>
              )}
            </List.Item>
            <List.Item>It is taken up again only with the sign-offs that its class asks for.</List.Item>
          </List>
          <Form method="post">
            <TextInput
              name="why"
              label="Why"
              placeholder="It promised a refund we don’t give"
              mt="md"
              required
            />
            <Button type="submit" name="do" value="stop" color="red" mt="sm" loading={busy}>
              Stop it now
            </Button>
          </Form>
        </>
      )}
      <StopHistory slug={deployment.slug} stops={stops} />
    </DeploymentPage>
  )
}
