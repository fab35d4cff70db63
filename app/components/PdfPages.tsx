import { Link, useNavigate } from '@remix-run/react'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type CSSProperties, useEffect, useRef } from 'react'
import type { Box } from '#domain/document/document.ts'
import { isNarrow, type PageView, type TermView } from './agreement-view.ts'
import classes from './Pages.module.css'
import { PageCanvas, usePdf } from './PdfCanvas.tsx'
import { PrintedWords } from './review/PrintedWords.tsx'
import type { PaperView } from './review/paper-view.ts'
import { type PrintedRun, partOf, type Range } from './review/words.ts'

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

/** The original's pages, drawn when they come into sight, with the words of the terms marked on them. */
export function PdfPages({ url, pages, runs, text, small, zoom, ...view }: Props) {
  const { terms, current, linkTo, hits, target } = view
  const pdf = usePdf(url)
  const navigate = useNavigate()
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
  const openTermAt = (offset: number) => {
    const term = terms.find((one) => one.citations.some((c) => c.start <= offset && offset < c.end))
    if (term) navigate(linkTo(term), { preventScrollReset: true })
  }

  return (
    <div className={classes.withStrip}>
      {small && pdf && <SmallPages pdf={pdf} pages={pages} />}
      <div className={classes.pages} ref={frame} style={{ '--zoom': zoom } as CSSProperties}>
        {pages.map((page) => (
          <figure
            key={page.number}
            id={`page-${page.number}`}
            className={classes.sheet}
            data-page={page.number}
          >
            <div className={classes.paper} style={{ aspectRatio: ratioOf(page) }}>
              {pdf && <PageCanvas pdf={pdf} number={page.number} zoom={zoom} />}
              <TermMarks page={page} terms={terms} current={current} linkTo={linkTo} />
              {rangesOn(page, runs, hits).map((box) => (
                <span key={box.join(' ')} className={classes.hit} style={boxOn(page, box)} />
              ))}
              {target &&
                rangesOn(page, runs, [target]).map((box) => (
                  <span key={box.join(' ')} className={classes.target} data-target style={boxOn(page, box)} />
                ))}
              <PrintedWords page={page} runs={runs} text={text} onClick={openTermAt} />
            </div>
            <figcaption className={classes.caption}>
              Page {page.number}
              {page.source === 'ocr' && ' · read by text recognition, check the words'}
              {page.source === 'unreadable' && ' · could not be read: what it says is not known'}
              {page.source === 'blank' && ' · blank'}
            </figcaption>
          </figure>
        ))}
      </div>
    </div>
  )
}

function TermMarks({
  page,
  terms,
  current,
  linkTo,
}: Pick<PaperView, 'terms' | 'current' | 'linkTo'> & { page: PageView }) {
  return terms.flatMap((term: TermView) =>
    term.citations
      .filter((citation) => citation.page === page.number)
      .flatMap((citation) => citation.boxes ?? [])
      .map((box) => (
        <Link
          key={`${term.id} ${box.join(' ')}`}
          to={linkTo(term)}
          preventScrollReset
          className={classes.mark}
          data-current={term.id === current?.id || undefined}
          tabIndex={-1}
          aria-label={`${term.title}: ${term.plain}`}
          title={`${term.title}: ${term.plain}`}
          style={boxOn(page, box)}
        />
      )),
  )
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

const ratioOf = (page: PageView) => `${page.width ?? 595} / ${page.height ?? 842}`

function rangesOn(page: PageView, runs: PrintedRun[], ranges: Range[]): Box[] {
  const printed = runs.filter((run) => run.page === page.number)
  return ranges.flatMap((range) => printed.map((run) => partOf(run, range)).filter((box) => box !== null))
}

/** A box in PDF points (origin bottom-left) as a place in per cent of the page. */
function boxOn(page: PageView, [x0, y0, x1, y1]: Box) {
  const width = page.width ?? 595
  const height = page.height ?? 842
  return {
    left: `${(100 * x0) / width}%`,
    top: `${(100 * (height - y1)) / height}%`,
    width: `${(100 * (x1 - x0)) / width}%`,
    height: `${(100 * (y1 - y0)) / height}%`,
  }
}
