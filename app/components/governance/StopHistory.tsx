import { List } from '@mantine/core'
import type { Stop } from '#domain/governance/stop.ts'
import { useFormat } from '../format.ts'
import { Section } from '../Page.tsx'
import { Anchor, Text } from '../Words.tsx'

/** Every stop: who, why, who was told, the frozen evidence, and how it ended. */
export function StopHistory({ slug, stops }: { slug: string; stops: Stop[] }) {
  const format = useFormat()
  if (stops.length === 0) return null
  return (
    <Section title="Stops so far">
      <List>
        {stops.map((stop) => (
          <List.Item key={stop.id}>
            {format.moment(stop.stoppedAt)}, {stop.stoppedBy}: {stop.why}{' '}
            <Anchor href={`/deployments/${slug}/stops/${stop.id}`} inherit>
              Frozen evidence (JSON)
            </Anchor>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              SHA-256 {stop.snapshotHash}
            </Text>
            {stop.told.map((told) => (
              <Text key={told.who + told.how} size="sm" c={told.ok ? 'dimmed' : 'var(--critical)'}>
                {told.ok ? 'Told' : 'Not told'}: {told.who}. {told.detail}
              </Text>
            ))}
            {stop.resumedAt && (
              <Text size="sm">
                Taken up again {format.moment(stop.resumedAt)} by {stop.resumedBy}: {stop.resumedWhy}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
