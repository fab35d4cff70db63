import { Anchor, List } from '@mantine/core'
import { Link } from '@remix-run/react'
import { Section } from '../Page.tsx'
import type { WatchCount } from './search-view.ts'

/** The questions that are watched, each with what it finds today; nothing while none is. */
export function WatchLists({ watched }: { watched: WatchCount[] }) {
  if (watched.length === 0) return null
  return (
    <Section title="Watch lists" aside={<Link to="/search">ask another question</Link>}>
      <List>
        {watched.map(({ id, name, question, count }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={`/search?${new URLSearchParams({ q: question })}`}>
              {name}
            </Anchor>
            : {count === 0 ? 'nothing' : count} ({question})
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
