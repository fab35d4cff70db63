import { Link } from '@remix-run/react'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { isNarrow, type PageView, type TermView } from './agreement-view.ts'
import classes from './Pages.module.css'

interface Props {
  /** Where the bytes of the original are. */
  url: string
  pages: PageView[]
  terms: TermView[]
  /** The term in hand. */
  current?: TermView
  /** Address of a term's own view. */
  linkTo(term: TermView): string
}

/** The original's pages, drawn when they come into sight, with the words of the terms marked on them. */
export function PdfPages({ url, pages, terms, current, linkTo }: Props) {
  const pdf = usePdf(url)
  const frame = useRef<HTMLDivElement>(null)
  const currentPlace = current?.citations[0]
  useEffect(() => {
    if (!currentPlace || isNarrow()) return
    const mark =
      frame.current?.querySelector('[data-current]') ??
      frame.current?.querySelector(`[data-page="${currentPlace.page}"]`)
    mark?.scrollIntoView({ block: 'center' })
  }, [currentPlace])

  return (
    <div className={classes.pages} ref={frame}>
      {pages.map((page) => (
        <figure
          key={page.number}
          id={`page-${page.number}`}
          className={classes.sheet}
          data-page={page.number}
        >
          <div
            className={classes.paper}
            style={{ aspectRatio: `${page.width ?? 595} / ${page.height ?? 842}` }}
          >
            {pdf && <PageCanvas pdf={pdf} number={page.number} />}
            {terms.flatMap((term) =>
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
                    style={place(box, page)}
                  />
                )),
            )}
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
  )
}

/** A box in PDF points (origin bottom-left) as a place in per cent of the page. */
function place([x0, y0, x1, y1]: [number, number, number, number], page: PageView) {
  const width = page.width ?? 595
  const height = page.height ?? 842
  return {
    left: `${(100 * x0) / width}%`,
    top: `${(100 * (height - y1)) / height}%`,
    width: `${(100 * (x1 - x0)) / width}%`,
    height: `${(100 * (y1 - y0)) / height}%`,
  }
}

function usePdf(url: string): PDFDocumentProxy | undefined {
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  useEffect(() => {
    let gone = false
    let loaded: PDFDocumentProxy | undefined
    async function load() {
      const pdfjs = await import('pdfjs-dist')
      const worker = await import('pdfjs-dist/build/pdf.worker.min.mjs?url')
      pdfjs.GlobalWorkerOptions.workerSrc = worker.default
      loaded = await pdfjs.getDocument({
        url,
        cMapUrl: '/pdfjs/cmaps/',
        standardFontDataUrl: '/pdfjs/standard_fonts/',
        isEvalSupported: false,
      }).promise
      if (gone) await loaded.destroy()
      else setPdf(loaded)
    }
    // Without the picture the marks and the words beside it still stand; the original can be opened by its link.
    load().catch(() => undefined)
    return () => {
      gone = true
      setPdf(undefined)
      void loaded?.destroy()
    }
  }, [url])
  return pdf
}

function PageCanvas({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '800px' },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const element = canvas.current
    if (!near || !element) return
    let cancel = () => {}
    let gone = false
    pdf.getPage(number).then(
      (page) => {
        if (gone) return
        const scale =
          ((element.parentElement?.clientWidth ?? 700) / page.getViewport({ scale: 1 }).width) *
          devicePixelRatio
        const viewport = page.getViewport({ scale })
        element.width = viewport.width
        element.height = viewport.height
        const task = page.render({ canvas: element, viewport })
        cancel = () => task.cancel()
        task.promise.then(
          () => element.setAttribute('data-drawn', ''),
          () => undefined,
        )
      },
      () => undefined,
    )
    return () => {
      gone = true
      cancel()
    }
  }, [near, pdf, number])
  return <canvas ref={canvas} className={classes.canvas} />
}
