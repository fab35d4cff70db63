import type { PDFDocumentProxy } from 'pdfjs-dist'
import { memo } from 'react'
import type { Box } from '#domain/document/document.ts'
import type { PageView, TermView } from './agreement-view.ts'
import classes from './Pages.module.css'
import { PageCanvas } from './PdfCanvas.tsx'
import { PrintedWords } from './review/PrintedWords.tsx'
import type { PrintedRun } from './review/words.ts'

/** A term's words on one page. */
export interface Mark {
  term: TermView
  boxes: Box[]
}

interface Props {
  pdf?: PDFDocumentProxy
  page: PageView
  zoom: number
  marks: Mark[]
  /** The term in hand, where it stands on this page. */
  currentId?: string
  hits: Box[]
  target: Box[]
  runs: PrintedRun[]
  text: string
  /** Told the offset of a word that was clicked on. Must stay the same function. */
  onOpen(offset: number): void
}

/** One printed page with everything marked on it. Drawn anew only when something on it changes: a paper has many. */
export const PdfPage = memo(function PdfPage(props: Props) {
  const { pdf, page, zoom, marks, currentId, hits, target, runs, text, onOpen } = props
  return (
    <figure id={`page-${page.number}`} className={classes.sheet} data-page={page.number}>
      <div className={classes.paper} style={{ aspectRatio: ratioOf(page) }}>
        {pdf && <PageCanvas pdf={pdf} number={page.number} zoom={zoom} />}
        {marks.flatMap(({ term, boxes }) =>
          boxes.map((box) => (
            <span
              key={`${term.id} ${box.join(' ')}`}
              className={classes.mark}
              data-current={term.id === currentId || undefined}
              style={boxOn(page, box)}
            />
          )),
        )}
        {hits.map((box) => (
          <span key={box.join(' ')} className={classes.hit} style={boxOn(page, box)} />
        ))}
        {target.map((box) => (
          <span key={box.join(' ')} className={classes.target} data-target style={boxOn(page, box)} />
        ))}
        <PrintedWords page={page} runs={runs} text={text} onClick={onOpen} />
      </div>
      <figcaption className={classes.caption}>
        Page {page.number}
        {page.source === 'ocr' && ' · read by text recognition, check the words'}
        {page.source === 'unreadable' && ' · could not be read: what it says is not known'}
        {page.source === 'blank' && ' · blank'}
      </figcaption>
    </figure>
  )
})

export const ratioOf = (page: PageView) => `${page.width ?? 595} / ${page.height ?? 842}`

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
