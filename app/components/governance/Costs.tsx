import { Alert, List, Table } from '@mantine/core'
import { Link } from '@remix-run/react'
import { type LossModel, type LossResult, matters, roughly } from '#domain/governance/loss.ts'
import {
  type LiabilityHead,
  type Limit,
  type LossKind,
  liabilityHeadTitles,
  lossKindTitles,
} from '#domain/governance/recovery.ts'
import type { Money } from '#domain/quantities/money.ts'
import { useFormat } from '../format.ts'
import { Section } from '../Page.tsx'
import { Anchor, Text } from '../Words.tsx'

interface Place {
  where: string
  href: string
}

interface Props {
  view: {
    model: LossModel
    entered: { by: string; at: string } | null
    fees: Money | null
    now: LossResult
    asks: { rule: string; title: string; required: string; worth: number }[]
    controls: { id: string; title: string; inOrder: boolean; worth: number }[]
    limits: {
      head: LiabilityHead
      kind: Limit['kind']
      words: string
      clause: Place | null
      indemnity: Place | null
      excluded: { kind: LossKind; why: string }[]
      doubtful: boolean
    }[]
    deployment: { slug: string }
  }
}

const limitWords = {
  uncapped: () => 'outside the cap',
  own_cap: (words: string) => `a cap of its own: ${words}`,
  general_cap: (words: string) => `the general cap: ${words}`,
  open: () => 'no cap was found in what was read, so nothing is counted',
}

/** The page a CFO reads: what a year costs, what comes back, and what would change it. */
export function Costs({ view }: Props) {
  const { model, now, asks, controls, limits, entered } = view
  const format = useFormat()
  const sum = (amount: number) => format.money({ amount: roughly(amount), currency: model.currency })
  return (
    <>
      {!entered && (
        <Alert color="yellow" mb="md">
          These are the numbers the product starts with. Replace them with your own below before anybody
          decides on them.
        </Alert>
      )}
      <Text size="lg">
        In an average year failures cost <b>{sum(now.expected)}</b>. The contracts give back{' '}
        <b>{sum(now.recoverable)}</b>; <b>{sum(now.retained)}</b> stays with us. In one year of twenty it is
        more than <b>{sum(now.p95)}</b>, of which more than <b>{sum(now.retainedP95)}</b> stays with us.
      </Text>
      {now.unknown.map((words) => (
        <Text key={words} mt={4} c="var(--critical)">
          {words}
        </Text>
      ))}
      <Section title="By scenario" aside="a year, on average">
        <Table.ScrollContainer minWidth={620}>
          <Table verticalSpacing={6} style={{ fontVariantNumeric: 'tabular-nums' }}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Scenario</Table.Th>
                <Table.Th ta="right">Expected</Table.Th>
                <Table.Th ta="right">Comes back</Table.Th>
                <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
                  Stays with us
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {model.scenarios.map((scenario, i) => {
                const { expected = 0, recoverable = 0 } = now.scenarios[i] ?? {}
                return (
                  <Table.Tr key={scenario.id}>
                    <Table.Td>
                      {scenario.title}
                      <Text size="xs" c="dimmed">
                        {scenario.frequency.low}–{scenario.frequency.high} a year, likely{' '}
                        {scenario.frequency.likely}; {sum(scenario.loss.low)}–{sum(scenario.loss.high)} each;{' '}
                        {scenario.vendorsFault} in 100 the vendor’s fault
                      </Text>
                    </Table.Td>
                    <Table.Td ta="right">{sum(expected)}</Table.Td>
                    <Table.Td ta="right">{sum(recoverable)}</Table.Td>
                    <Table.Td ta="right">{sum(expected - recoverable)}</Table.Td>
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Section>
      <Section
        title="What the contracts give back"
        aside={view.fees ? `at ${format.money(view.fees)} a year` : 'the yearly fees are not known'}
      >
        <List>
          {limits.map((limit) => (
            <List.Item key={limit.head}>
              <b>{liabilityHeadTitles[limit.head]}</b>: {limitWords[limit.kind](limit.words)}{' '}
              <At place={limit.clause} />
              {limit.indemnity && (
                <>
                  . Indemnity <At place={limit.indemnity} />
                </>
              )}
              {limit.excluded.length > 0 &&
                `. Not given back: ${limit.excluded.map((e) => lossKindTitles[e.kind].toLowerCase()).join(', ')}`}
              {limit.doubtful && '. A reading it rests on is doubtful'}
            </List.Item>
          ))}
        </List>
      </Section>
      {asks.length > 0 && (
        <Section title="What each ask is worth">
          <List>
            {asks.map((ask) => (
              <List.Item key={ask.rule}>
                <b>{ask.title}</b>: {ask.required}{' '}
                {matters(ask.worth)
                  ? `moves ${sum(ask.worth)} a year from us to the vendor.`
                  : 'makes no difference on these numbers.'}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      {controls.length > 0 && (
        <Section
          title="What each control is worth"
          aside={<Link to={`/deployments/${view.deployment.slug}/controls`}>all controls</Link>}
        >
          <List>
            {controls.map((control) => (
              <List.Item key={control.id}>
                <b>{control.title}</b>:{' '}
                {control.inOrder
                  ? `in order; without it ${sum(control.worth)} a year more would stay with us.`
                  : `not in order; with it ${sum(control.worth)} a year less would stay with us.`}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      <Text size="sm" c="dimmed" mt="md">
        Simulated over 20,000 years with a fixed seed: ranges are PERT distributions, events are Poisson, a
        limit holds for all events of a year together. Sums are rounded to three digits. It shows what the
        numbers entered come to; it is no forecast.
      </Text>
    </>
  )
}

function At({ place }: { place: Place | null }) {
  return place ? (
    <Anchor to={place.href} inherit size="sm">
      {place.where}
    </Anchor>
  ) : null
}
