import { type CSSProperties, memo, useEffect, useRef, useState } from 'react'
import type { PageView } from '../agreement-view.ts'
import classes from '../Pages.module.css'
import type { PrintedRun } from './words.ts'

interface Props {
  page: PageView
  /** Those of the page. */
  runs: PrintedRun[]
  text: string
  /** Told the offset that was clicked on. */
  onClick(offset: number): void
}

/**
 * The words of a page, unseen over their picture, so that they can be selected: of the stored text, not of the PDF's, so
 * that a selection is a range of the text that terms cite. Scanned pages have them too.
 */
export const PrintedWords = memo(function PrintedWords({ page, runs, text, onClick }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '600px' },
    )
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: terms have links of their own; this saves the mouse a way.
    <div
      ref={frame}
      className={classes.words}
      onClick={(event) => {
        const start = event.target instanceof HTMLElement && event.target.dataset.start
        if (start && document.getSelection()?.isCollapsed) onClick(Number(start))
      }}
    >
      {near &&
        runs.map((run) => (
          <span key={run.start} data-start={run.start} style={placeOf(run, text, page)}>
            {text.slice(run.start, run.end)}
          </span>
        ))}
    </div>
  )
})

function placeOf(
  { box: [x0, y0, x1, y1], start, end }: PrintedRun,
  text: string,
  page: PageView,
): CSSProperties {
  const width = page.width ?? 595
  const height = page.height ?? 842
  const size = y1 - y0
  const natural = widthOf(text.slice(start, end)) * size
  return {
    left: `${(100 * x0) / width}%`,
    top: `${(100 * (height - y1)) / height}%`,
    fontSize: `${(100 * size) / width}cqw`,
    transform: natural > 0 ? `scaleX(${(x1 - x0) / natural})` : undefined,
  }
}

let pen: CanvasRenderingContext2D | null = null

/** How wide words are in our plain font, for a size of 1. */
function widthOf(words: string): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return 0
  pen.font = '100px sans-serif'
  return pen.measureText(words).width / 100
}
