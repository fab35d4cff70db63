import { List } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ControlEntry } from '#domain/governance/control-history.ts'
import { controlStatusTitles } from '#domain/governance/controls.ts'
import { useFormat } from '../components/format.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { Item, Mark } from '../components/governance/Mark.tsx'
import { Empty, Section } from '../components/Page.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { controlHistoryOf } from '../services/governance/controls.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.control.title ?? 'Control'} · Carveout` },
]

export async function loader(args: LoaderFunctionArgs) {
  const deployment = await requireDeployment(args)
  const { house } = args.context
  const history = await controlHistoryOf(house, deployment, args.params.control ?? '', today(args.request))
  if (!history) throw new Response('There is no control at this address.', { status: 404 })
  return { deployment, ...history }
}

const marks = {
  set: ['open', 'Set'],
  evidence: ['yes', 'Shown'],
  failed: ['no', 'Failed'],
  ran_out: ['soon', 'Ran out'],
} as const

/** Status, owner and evidence of one control over time. */
export default function ControlHistory() {
  const { deployment, control, state, entries, unshown } = useLoaderData<typeof loader>()
  const format = useFormat()
  return (
    <DeploymentPage
      deployment={deployment}
      title={control.title}
      lead={
        state
          ? `${controlStatusTitles[state.status]}${state.owner ? `, owned by ${state.owner}` : ''}${state.why ? `. ${state.why}` : ''}`
          : 'the class does not ask for it'
      }
      narrow
    >
      <Text>{control.describes}</Text>
      {unshown.length > 0 && (
        <Section title="When nothing showed it" aside="since its first evidence">
          <List>
            {unshown.map((span) => (
              <List.Item key={span.from}>
                {format.date(span.from)} to {format.date(span.to)}, {format.number(span.days)}{' '}
                {span.days === 1 ? 'day' : 'days'}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      <Section title="History" aside="newest first">
        {entries.length === 0 && (
          <Empty>
            Nothing is recorded yet. Owner, status and evidence are recorded under Class and controls.
          </Empty>
        )}
        {entries.map((entry) => (
          <Line key={`${entry.kind} ${entry.at} ${entry.words}`} entry={entry} slug={deployment.slug} />
        ))}
      </Section>
    </DeploymentPage>
  )
}

function Line({ entry, slug }: { entry: ControlEntry; slug: string }) {
  const format = useFormat()
  const [ok, word] = marks[entry.kind]
  const { evidence } = entry
  const link =
    evidence?.kind === 'link'
      ? evidence.detail
      : evidence?.fileName
        ? `/deployments/${slug}/evidence/${evidence.id}`
        : null
  return (
    <Item
      mark={<Mark ok={ok}>{word}</Mark>}
      head={
        link && entry.kind !== 'ran_out' ? (
          <Anchor href={link} rel="noreferrer">
            {entry.words}
          </Anchor>
        ) : (
          entry.words
        )
      }
    >
      <Text size="sm" c="dimmed">
        {entry.at.length > 10 ? format.moment(entry.at) : format.date(entry.at)}
        {entry.by && ` · ${entry.by}`}
        {evidence && entry.kind === 'evidence' && ` · counts until ${format.date(evidence.expiresOn)}`}
      </Text>
    </Item>
  )
}
