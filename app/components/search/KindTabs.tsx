import type { HitKind } from '#domain/search/query.ts'
import { Anchor } from '../Words.tsx'
import { hitKindTitles } from './Hits.tsx'
import classes from './Search.module.css'

interface Props {
  question: string
  kind: HitKind | null
  counts: { kind: HitKind; count: number }[]
}

/** How many hits of each kind there are; the choice lives in the address. */
export function KindTabs({ question, kind, counts }: Props) {
  if (counts.length === 0) return <span />
  const to = (chosen: HitKind | null) =>
    `?${new URLSearchParams({ q: question, ...(chosen && { kind: chosen }) })}`
  return (
    <nav className={classes.kinds} aria-label="Kinds of hits">
      <Anchor to={to(null)} aria-current={kind === null ? 'page' : undefined}>
        All
      </Anchor>
      {counts.map((one) => (
        <Anchor key={one.kind} to={to(one.kind)} aria-current={kind === one.kind ? 'page' : undefined}>
          {hitKindTitles[one.kind].many} {one.count}
        </Anchor>
      ))}
    </nav>
  )
}
