import { List } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useFormat } from '../format.ts'
import { Section } from '../Page.tsx'
import { Text } from '../Words.tsx'

interface Props {
  running: {
    stopped: { slug: string; name: string }[]
    clocks: { key: string; slug: string; title: string; who: string; due: string; late: boolean }[]
    alerts: { deployment: { slug: string; name: string }; measure: string; of: string; signals: string[] }[]
  }
}

/** On the first page: what is stopped, which clocks run, which measures are out of their limits. Nothing, no section. */
export function RunningNow({ running: { stopped, clocks, alerts } }: Props) {
  const format = useFormat()
  if (stopped.length + clocks.length + alerts.length === 0) return null
  return (
    <Section title="Running now" aside={<Link to="/incidents">all incidents</Link>}>
      <List>
        {clocks.map((clock) => (
          <List.Item key={clock.key}>
            <Text component="span" c={clock.late ? 'var(--critical)' : undefined}>
              {clock.late ? 'Late, ' : 'By '}
              {format.moment(clock.due)}
            </Text>
            : {clock.title} ({clock.who}), <Link to={`/incidents/${clock.slug}`}>incident {clock.slug}</Link>
          </List.Item>
        ))}
        {stopped.map((d) => (
          <List.Item key={d.slug}>
            <Link to={`/deployments/${d.slug}/stop`}>{d.name}</Link> is stopped.
          </List.Item>
        ))}
        {alerts.map((a) => (
          <List.Item key={`${a.deployment.slug} ${a.measure} ${a.of}`}>
            <Link to={`/measures?deployment=${a.deployment.slug}`}>{a.deployment.name}</Link>: {a.measure}
            {a.of && `, ${a.of}`}, {a.signals.join(', ')}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
