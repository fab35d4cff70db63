import { List } from '@mantine/core'
import { Link } from '@remix-run/react'
import { Section } from '../Page.tsx'
import { Anchor, Text } from '../Words.tsx'
import { Marked } from './Hits.tsx'
import type { WatchAnswer } from './search-view.ts'

/** The questions that are watched, each with what it finds today; nothing while none is. */
export function WatchLists({ watched }: { watched: WatchAnswer[] }) {
  if (watched.length === 0) return null
  return (
    <Section title="Watch lists" aside={<Link to="/search">ask another question</Link>}>
      {watched.map(({ id, name, question, count, hits }) => {
        const all = `/search?${new URLSearchParams({ q: question })}`
        return (
          <div key={id}>
            <Text mt="xs">
              <Anchor to={all} fw={550}>
                {name}
              </Anchor>
              : {count === 0 ? 'nothing' : count}{' '}
              <Text component="span" size="sm" c="dimmed">
                ({question})
              </Text>
            </Text>
            <List size="sm">
              {hits.map((hit, i) => (
                <List.Item key={`${hit.href} ${i}`}>
                  <Anchor to={hit.href} inherit>
                    <Marked segments={hit.title} />
                  </Anchor>{' '}
                  <Text component="span" inherit c="dimmed">
                    {[hit.about, hit.place].filter(Boolean).join(', ')}
                  </Text>
                </List.Item>
              ))}
            </List>
            {count > hits.length && (
              <Text size="sm">
                <Link to={all}>and {count - hits.length} more</Link>
              </Text>
            )}
          </div>
        )
      })}
    </Section>
  )
}
