import type { Box, Document, Piece, Span } from '../document/document.ts'
import type { Candidate, Citation } from '../terms/term.ts'
import { categoryOf } from './categories.ts'
import type { Clause, ReadingContext } from './context.ts'
import { countBefore } from './in-order.ts'
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
  let clause: Clause | null | undefined = clauses[countBefore(clauses, ({ start }) => start <= offset) - 1]
  while (clause && (!clause.number || clause.end < offset)) clause = clause.parent
  return clause ?? undefined
}

/** Rectangles of the range on the page it begins on, one a printed line. */
function boxesOf(document: Document, span: Span): Box[] {
  const page = pageAt(document, span.start)
  const boxes: Box[] = []
  const first = countBefore(document.lines, ({ end }) => end <= span.start)
  for (let at = first; at < document.lines.length; at++) {
    const line = document.lines[at]
    if (!line || line.start >= span.end) break
    if (line.page !== page) continue
    const pieces = line.pieces ?? (line.box ? [{ start: line.start, end: line.end, box: line.box }] : [])
    const parts = pieces.map((piece) => part(piece, span)).filter((box) => box !== null)
    if (parts.length > 0) boxes.push(around(parts))
  }
  return boxes
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
  const wide = spans.map((span) => widen(context, category, span))
  const cited = joined(context.text, wide)
  return cited.map((span, i) => (i === cited.length - 1 ? toItsEnd(context, span) : span))
}

/** Nothing but space, or the number of a list item that its words stand without. */
const NO_WORDS = /^\s*(?:\(?[a-z\d]{1,4}[).]\s*)?$/i

/** Ranges in text order; those with no words between them are one. */
function joined(text: string, spans: Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else if (last && NO_WORDS.test(text.slice(last.end, span.start))) last.end = span.end
    else if (span.start < span.end) out.push({ ...span })
  }
  return out
}
