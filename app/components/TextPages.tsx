import { Link } from '@remix-run/react'
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import { isNarrow, type TermView, type TextBlock } from './agreement-view.ts'
import classes from './Pages.module.css'
import type { PaperView } from './review/paper-view.ts'
import type { Range } from './review/words.ts'

interface Props extends PaperView {
  text: string
  blocks: TextBlock[]
}

/** The stored text by its headings, paragraphs, items and rows, the words of the terms marked: for papers without printed pages. */
export function TextPages({ text, blocks, terms, current, linkTo, zoom, hits, target }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const place = current?.citations[0]
  useEffect(() => {
    if (place && !isNarrow())
      frame.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'center' })
  }, [place])
  useEffect(() => {
    if (!target) return
    const parts = [...(frame.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
    const at = parts.findLast((part) => Number(part.dataset.start) <= target.start)
    at?.scrollIntoView({ block: 'center' })
  }, [target])
  const all = useMemo(
    () => runs(text, terms, current, target ? [target, ...hits] : hits),
    [text, terms, current, hits, target],
  )
  let next = 0
  return (
    <div className={classes.text} ref={frame} style={{ '--zoom': zoom } as CSSProperties}>
      {blocks.map((block) => {
        while ((all[next]?.end ?? Infinity) <= block.start) next++
        const inside = []
        for (let i = next; (all[i]?.start ?? Infinity) < block.end; i++) if (all[i]) inside.push(all[i])
        return (
          <p
            key={block.start}
            data-role={block.role}
            data-level={block.headingLevel}
            data-bold={block.bold || undefined}
          >
            {inside.map(
              (run) =>
                run && (
                  <Words
                    key={run.start}
                    run={run}
                    block={block}
                    text={text}
                    current={current}
                    linkTo={linkTo}
                  />
                ),
            )}
          </p>
        )
      })}
    </div>
  )
}

function Words(props: { run: Run; block: TextBlock; text: string } & Pick<PaperView, 'current' | 'linkTo'>) {
  const { run, block, text, current, linkTo } = props
  const start = Math.max(run.start, block.start)
  const words = text.slice(start, Math.min(run.end, block.end))
  const found = run.hit || undefined
  if (!run.term)
    return (
      <span data-start={start} data-hit={found}>
        {words}
      </span>
    )
  return (
    <mark data-current={run.term.id === current?.id || undefined} data-hit={found}>
      <Link
        to={linkTo(run.term)}
        preventScrollReset
        tabIndex={-1}
        data-start={start}
        title={`${run.term.title}: ${run.term.plain}`}
      >
        {words}
      </Link>
    </mark>
  )
}

interface Run extends Range {
  term?: TermView
  hit: boolean
}

/** The text cut at the edges of citations and hits; where several terms overlap, the one in hand shows, else the first. */
function runs(text: string, terms: TermView[], current: TermView | undefined, hits: Range[]): Run[] {
  const cited = terms.flatMap((term) => term.citations.map(({ start, end }) => ({ start, end, term })))
  cited.sort(
    (a, b) => Number(b.term.id === current?.id) - Number(a.term.id === current?.id) || a.start - b.start,
  )
  const edges = [
    ...new Set([0, text.length, ...[...cited, ...hits].flatMap(({ start, end }) => [start, end])]),
  ].sort((a, b) => a - b)
  const out: Run[] = []
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1]
    if (end === undefined) break
    const covers = (range: Range) => range.start <= start && range.end >= end
    const term = cited.find(covers)?.term
    const hit = hits.some(covers)
    const last = out.at(-1)
    if (last && last.term === term && last.hit === hit) last.end = end
    else out.push({ start, end, term, hit })
  }
  return out
}
