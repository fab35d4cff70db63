import { Button, Group, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import type { ChecklistItem } from '#domain/governance/launch.ts'
import { Seat } from '#domain/governance/sign-offs.ts'
import { useFormat } from '../components/format.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { GateSummary } from '../components/governance/GateSummary.tsx'
import { Item, Mark } from '../components/governance/Mark.tsx'
import { Seats } from '../components/governance/Seats.tsx'
import { Section } from '../components/Page.tsx'
import { Text } from '../components/Words.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseForm } from '../services/form.server.ts'
import { launchState, markItem } from '../services/governance/launch.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Launch · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const { seen, facts, checklist, gate } = await launchState(house, deployment, today(args.request))
  return {
    deployment,
    seen,
    seats: facts.launchSeats,
    checklist,
    gate,
    mine: facts.launchSeats.some((s) => s.seat === user.role) ? Seat.parse(user.role) : null,
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

const Tick = z.object({
  item: z.string(),
  done: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  note: z.string().trim().max(2000).default(''),
})

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const tick = parseForm(await args.request.formData(), Tick)
  const { items } = house.playbooks.governance.checklists
  if (!tick.ok || !items.some((item) => item.id === tick.value.item && !item.check))
    throw new Response('There is no such item on the checklist.', { status: 400 })
  await markItem(house, user, deployment, tick.value)
  return redirect(`/deployments/${deployment.slug}/launch#${tick.value.item}`)
}

const phases = { before: 'Before', during: 'During', after: 'After' } as const

export default function Launch() {
  const { deployment, seen, seats, checklist, gate, mine, mayGovern } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <DeploymentPage deployment={deployment} title="Launch" narrow>
      <Section title="Gate">
        <GateSummary gate={gate} />
      </Section>
      {(['before', 'during', 'after'] as const).map((phase) => (
        <Section key={phase} title={phases[phase]}>
          {checklist
            .filter((item) => item.phase === phase)
            .map((item) => (
              <Line key={item.id} item={item} mayGovern={mayGovern} />
            ))}
        </Section>
      ))}
      <Section
        title="Signatures"
        id="signatures"
        aside="bound to terms, class, playbook, versions and uses as they stand now"
      >
        <Seats
          slug={deployment.slug}
          purpose="launch"
          seats={seats}
          seen={seen}
          mine={mine}
          problem={search.get('refused') ?? undefined}
        />
      </Section>
    </DeploymentPage>
  )
}

function Line({ item, mayGovern }: { item: ChecklistItem; mayGovern: boolean }) {
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return (
    <Item
      id={item.id}
      mark={<Mark ok={item.done ? 'yes' : 'open'}>{item.done ? 'Done' : 'Open'}</Mark>}
      head={
        <Text component="span" fw={550}>
          {item.title}
        </Text>
      }
    >
      <Text size="sm" c="dimmed">
        {item.how}
      </Text>
      {item.note && <Text size="sm">{item.note}</Text>}
      {item.by && item.at && (
        <Text size="sm" c="dimmed">
          {item.by}, {format.moment(item.at)}
        </Text>
      )}
      {mayGovern && !item.automatic && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="item" value={item.id} />
          <Group gap="xs" mt={4} align="flex-end">
            <TextInput
              name="note"
              aria-label={`What was found: ${item.title}`}
              placeholder="What was found"
              defaultValue={item.note}
              size="xs"
              style={{ flex: 1 }}
            />
            <Button
              type="submit"
              name="done"
              value={item.done ? 'no' : 'yes'}
              size="xs"
              variant="default"
              loading={busy}
              aria-label={`${item.done ? 'Open again' : 'Tick'}: ${item.title}`}
            >
              {item.done ? 'Open again' : 'Tick'}
            </Button>
          </Group>
        </Form>
      )}
    </Item>
  )
}
