import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { isNarrow, type TermView } from './agreement-view.ts'
import classes from './Pages.module.css'

interface Props {
  text: string
  terms: TermView[]
  current?: TermView
  linkTo(term: TermView): string
}

/** The stored text with the words of the terms marked: for papers without printed pages, and without JavaScript. */
export function TextPages({ text, terms, current, linkTo }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const currentPlace = current?.citations[0]
  useEffect(() => {
    if (currentPlace && !isNarrow())
      frame.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'center' })
  }, [currentPlace])
  return (
    <div className={classes.text} ref={frame}>
      {runs(text, terms, current).map(({ start, end, term }) =>
        term ? (
          <mark key={start} data-current={term.id === current?.id || undefined}>
            <Link to={linkTo(term)} preventScrollReset tabIndex={-1} title={`${term.title}: ${term.plain}`}>
              {text.slice(start, end)}
            </Link>
          </mark>
        ) : (
          text.slice(start, end)
        ),
      )}
    </div>
  )
}

interface Run {
  start: number
  end: number
  term?: TermView
}

/** The text cut at the edges of the citations; where several overlap, the term in hand shows, else the first. */
function runs(text: string, terms: TermView[], current?: TermView): Run[] {
  const cited = terms.flatMap((term) => term.citations.map(({ start, end }) => ({ start, end, term })))
  cited.sort(
    (a, b) => Number(b.term.id === current?.id) - Number(a.term.id === current?.id) || a.start - b.start,
  )
  const edges = [...new Set([0, text.length, ...cited.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const out: Run[] = []
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1]
    if (end === undefined) break
    const term = cited.find((c) => c.start <= start && c.end >= end)?.term
    const last = out.at(-1)
    if (last && last.term === term) last.end = end
    else out.push({ start, end, term })
  }
  return out
}
