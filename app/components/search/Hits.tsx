import type { SearchHit, Segment } from '#domain/search/hit.ts'
import type { HitKind } from '#domain/search/query.ts'
import { Anchor, Text } from '../Words.tsx'
import classes from './Search.module.css'

export const hitKindTitles: Record<HitKind, { one: string; many: string }> = {
  clause: { one: 'Clause', many: 'Clauses' },
  term: { one: 'Term', many: 'Terms' },
  gap: { one: 'Gap', many: 'Gaps' },
  vendor: { one: 'Vendor', many: 'Vendors' },
  agreement: { one: 'Agreement', many: 'Agreements' },
  deployment: { one: 'Deployment', many: 'Deployments' },
  note: { one: 'Note', many: 'Notes' },
}

/** What was found, the words in it marked; each leads to its page. */
export function Hits({ hits }: { hits: SearchHit[] }) {
  return (
    <ol className={classes.hits}>
      {hits.map((hit, i) => (
        <li key={`${hit.href} ${i}`} className={classes.hit}>
          <Text size="xs" c="dimmed">
            {[hitKindTitles[hit.kind].one, hit.about, hit.place].filter(Boolean).join(' · ')}
          </Text>
          <Anchor to={hit.href} fw={550}>
            <Marked segments={hit.title} />
          </Anchor>
          {hit.text.length > 0 && (
            <Text size="sm" className={classes.words}>
              <Marked segments={hit.text} />
            </Text>
          )}
        </li>
      ))}
    </ol>
  )
}

/** Words of a hit, those that were looked for marked. */
export function Marked({ segments }: { segments: Segment[] }) {
  return segments.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>))
}
