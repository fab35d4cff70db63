import { useNavigate, useSearchParams } from '@remix-run/react'
import { groupBy } from 'es-toolkit'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type CSSProperties, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Box } from '#domain/document/document.ts'
import { isNarrow, type PageView } from './agreement-view.ts'
import classes from './Pages.module.css'
import { PageCanvas, usePdf } from './PdfCanvas.tsx'
import { type Mark, PdfPage, ratioOf } from './PdfPage.tsx'
import type { PaperView } from './review/paper-view.ts'
import { type PrintedRun, partOf, type Range } from './review/words.ts'
import { Anchor, Text } from './Words.tsx'

interface Props extends PaperView {
  /** Where the bytes of the original are. */
  url: string
  pages: PageView[]
  /** Where the words are printed; [] until they are here. */
  runs: PrintedRun[]
  text: string
  /** Shows a strip of small pages. */
  small: boolean
}

/** Stands for "nothing on this page": always the same, so that the page need not be drawn anew. */
const NONE: never[] = []

/** The original's pages, drawn when they come into sight, with the words of the terms marked on them. */
export function PdfPages({ url, pages, runs, text, small, zoom, ...view }: Props) {
  const { terms, current, hits, target } = view
  const { pdf, failed } = usePdf(url)
  const [search] = useSearchParams()
  const frame = useRef<HTMLDivElement>(null)
  const place = current?.citations[0]
  useEffect(() => {
    if (!place || isNarrow()) return
    const mark =
      frame.current?.querySelector('[data-current]') ??
      frame.current?.querySelector(`[data-page="${place.page}"]`)
    mark?.scrollIntoView({ block: 'center' })
  }, [place])
  // Its place is known once the words are here.
  const ready = runs.length > 0
  useEffect(() => {
    if (target && ready) frame.current?.querySelector('[data-target]')?.scrollIntoView({ block: 'center' })
  }, [target, ready])
  const onOpen = useOpening(view)
  const printed = useMemo(() => groupBy(runs, (run) => run.page), [runs])
  const marks = useMemo(() => marksByPage(terms), [terms])
  const hitBoxes = useMemo(() => boxesByPage(printed, hits), [printed, hits])
  const targetBoxes = useMemo(() => boxesByPage(printed, target ? [target] : []), [printed, target])
  const isOn = (number: number) => current?.citations.some(({ page }) => page === number)

  return (
    <div className={classes.withStrip}>
      {small && pdf && <SmallPages pdf={pdf} pages={pages} />}
      <div className={classes.pages} ref={frame} style={{ '--zoom': zoom } as CSSProperties}>
        {failed && (
          <Text role="alert" className={classes.lost}>
            The original can’t be shown. Its words are kept:{' '}
            <Anchor to={{ search: asText(search) }} inherit>
              read them as text
            </Anchor>
            , and tell an administrator; “carveout verify” names originals that are missing or damaged.
          </Text>
        )}
        {pages.map((page) => (
          <PdfPage
            key={page.number}
            pdf={pdf}
            page={page}
            zoom={zoom}
            marks={marks[page.number] ?? NONE}
            currentId={isOn(page.number) ? current?.id : undefined}
            hits={hitBoxes[page.number] ?? NONE}
            target={targetBoxes[page.number] ?? NONE}
            runs={printed[page.number] ?? NONE}
            text={text}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  )
}

function asText(search: URLSearchParams): string {
  const shown = new URLSearchParams(search)
  shown.set('view', 'text')
  return shown.toString()
}

/** Opens the term whose words stand at an offset: terms have links of their own in the list, this saves the mouse a way. */
function useOpening({ terms, linkTo }: Pick<PaperView, 'terms' | 'linkTo'>) {
  const navigate = useNavigate()
  const open = (offset: number) => {
    const term = terms.find((one) => one.citations.some((c) => c.start <= offset && offset < c.end))
    if (term) navigate(linkTo(term), { preventScrollReset: true })
  }
  const latest = useRef(open)
  latest.current = open
  return useCallback((offset: number) => latest.current(offset), [])
}

function marksByPage(terms: PaperView['terms']): Record<number, Mark[]> {
  const marks = terms.flatMap((term) => term.citations.map(({ page, boxes = [] }) => ({ page, term, boxes })))
  return groupBy(marks, ({ page }) => page)
}

function boxesByPage(printed: Record<number, PrintedRun[]>, ranges: Range[]): Record<number, Box[]> {
  if (ranges.length === 0) return {}
  const boxes = Object.entries(printed).map(([page, runs]) => [
    page,
    ranges.flatMap((range) => runs.map((run) => partOf(run, range)).filter((box) => box !== null)),
  ])
  return Object.fromEntries(boxes.filter(([, all]) => all && all.length > 0))
}

function SmallPages({ pdf, pages }: { pdf: PDFDocumentProxy; pages: PageView[] }) {
  return (
    <nav className={classes.strip} aria-label="Pages">
      {pages.map((page) => (
        <a key={page.number} href={`#page-${page.number}`}>
          <span className={classes.paper} style={{ display: 'block', aspectRatio: ratioOf(page) }}>
            <PageCanvas pdf={pdf} number={page.number} zoom={1} />
          </span>
          {page.number}
        </a>
      ))}
    </nav>
  )
}
