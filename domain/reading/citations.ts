import type { Box, Document, Line, Piece, Span } from '../document/document.ts'
import type { Candidate, Citation } from '../terms/term.ts'
import { categoryOf } from './categories.ts'
import type { Clause, ReadingContext } from './context.ts'
import { toItsEnd, widen } from './widen.ts'

/** The citation of a range of the text: page, printed clause, quote, and where it stands on the page. */
export function cite(context: Pick<ReadingContext, 'document' | 'clauses'>, { start, end }: Span): Citation {
  const { document } = context
  const boxes = boxesOf(document, { start, end })
  return {
    page: pageAt(document, start),
    clause: clauseAt(context.clauses, start)?.number ?? null,
    start,
    end,
    quote: document.text.slice(start, end),
    ...(boxes.length > 0 ? { boxes } : {}),
  }
}

function pageAt(document: Document, offset: number): number {
  return (document.pages.findLast((page) => page.start <= offset) ?? document.pages[0])?.number ?? 1
}

/** The innermost numbered clause around the offset. */
function clauseAt(clauses: Clause[], offset: number): Clause | undefined {
  let low = 0
  let high = clauses.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((clauses[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  let clause: Clause | null | undefined = clauses[low - 1]
  while (clause && (!clause.number || clause.end < offset)) clause = clause.parent
  return clause ?? undefined
}

/** Rectangles of the range on the page it begins on, one a printed line. */
function boxesOf(document: Document, span: Span): Box[] {
  const page = pageAt(document, span.start)
  const boxes: Box[] = []
  for (let at = firstEndingAfter(document.lines, span.start); at < document.lines.length; at++) {
    const line = document.lines[at]
    if (!line || line.start >= span.end) break
    if (line.page !== page) continue
    const pieces = line.pieces ?? (line.box ? [{ start: line.start, end: line.end, box: line.box }] : [])
    const parts = pieces.map((piece) => part(piece, span)).filter((box) => box !== null)
    if (parts.length > 0) boxes.push(around(parts))
  }
  return boxes
}

/** Index of the first line that ends after the offset. */
function firstEndingAfter(lines: Line[], offset: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The part of a printed piece that the range covers, its width shared out by characters. */
function part({ start, end, box: [x0, y0, x1, y1] }: Piece, span: Span): Box | null {
  const from = Math.max(start, span.start)
  const to = Math.min(end, span.end)
  if (from >= to) return null
  const width = (x1 - x0) / Math.max(1, end - start)
  const round = (value: number) => Math.round(value * 10) / 10
  return [round(x0 + (from - start) * width), round(y0), round(x0 + (to - start) * width), round(y1)]
}

const around = (boxes: Box[]): Box => [
  Math.min(...boxes.map((b) => b[0])),
  Math.min(...boxes.map((b) => b[1])),
  Math.max(...boxes.map((b) => b[2])),
  Math.max(...boxes.map((b) => b[3])),
]

/** What a candidate cites, with the words that go with it; the last of its ranges goes on to the end of its sentence. */
export function citedSpans(context: ReadingContext, type: string, { spans }: Candidate<unknown>): Span[] {
  const category = categoryOf(type)
  if (!category) return joined(context.text, spans)
  const cited = joined(
    context.text,
    spans.map((span) => widen(context, category, span)),
  )
  return cited.map((span, i) => (i === cited.length - 1 ? toItsEnd(context, span) : span))
}

/** Nothing, or the letter of the item that follows. */
const onlyItsLetter = /^\s{0,400}(?:\(?\w{1,4}[).]\s{0,400})?$/

/** Ranges in text order; those with nothing but space, or the letter of an item, between them are one. */
function joined(text: string, spans: Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else if (last && onlyItsLetter.test(text.slice(last.end, span.start))) last.end = span.end
    else if (span.start < span.end) out.push({ ...span })
  }
  return out
}
