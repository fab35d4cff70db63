import type { Box, Document, Line, Page, Piece } from '#domain/document/document.ts'
import { Hyphens } from '../hyphens.ts'
import { roleOf } from '../roles.ts'
import { blockOpenings } from './blocks.ts'
import type { PrintedLine } from './lines.ts'
import { uprightToPage } from './matrix.ts'
import type { PlacedRun } from './rows.ts'

/** A page without its words. */
export type PageFrame = Omit<Page, 'start' | 'end'>

/** Above and below the baseline, in sizes: what a highlight covers. */
const ascent = 0.8
const descent = 0.22
const bigger = 1.15

/** Writes the document's text out of its printed lines, with the place of every piece. */
export function textOf(
  printed: PrintedLine[],
  frames: PageFrame[],
): Pick<Document, 'text' | 'lines' | 'pages'> {
  const opens = blockOpenings(printed)
  const whole = joinBrokenWords(printed, opens)
  const roles = rolesOf(whole, opens)
  const lines: Line[] = []
  const parts: string[] = []
  let at = 0
  whole.forEach((line, i) => {
    if (line.text === '') return
    const opensBlock = opens[i] === true || lines.length === 0
    const before = lines.length === 0 ? '' : opensBlock ? '\n\n' : '\n'
    const start = at + before.length
    const end = start + line.text.length
    parts.push(before, line.text)
    at = end
    const pieces = piecesOf(line, start)
    lines.push({
      start,
      end,
      page: line.page,
      ...(pieces.length > 0 ? { box: around(pieces), pieces } : {}),
      opensBlock,
      role: roles[i] ?? 'body',
      ...(line.bold ? { bold: true } : {}),
      ...(line.hidden ? { hidden: true } : {}),
    })
  })
  return { text: parts.join(''), lines, pages: pagesOf(lines, frames) }
}

function pagesOf(lines: Line[], frames: PageFrame[]): Page[] {
  const ranges = new Map<number, { start: number; end: number }>()
  for (const { page, start, end } of lines) ranges.set(page, { start: ranges.get(page)?.start ?? start, end })
  let at = 0
  return frames.map((frame) => {
    const { start, end } = ranges.get(frame.number) ?? { start: at, end: at }
    at = end
    return { ...frame, start, end }
  })
}

/** A broken word is put together on the line where it began; the next line begins after it. */
function joinBrokenWords(lines: PrintedLine[], opens: boolean[]): PrintedLine[] {
  const hyphens = new Hyphens(lines.map((line) => line.text))
  const joined = lines.map((line) => ({ ...line }))
  joined.forEach((line, i) => {
    const next = joined[i + 1]
    if (!next || opens[i + 1] || line.table || !/[A-Za-z]-$/.test(line.text)) return
    const word = /^[A-Za-z]\S*/.exec(next.text)?.[0]
    if (!word) return
    line.text = hyphens.join(line.text, word)
    const cut = word.length + (next.text[word.length] === ' ' ? 1 : 0)
    next.text = next.text.slice(cut)
    next.runs = next.runs.flatMap((placed) => cutRun(placed, cut))
  })
  return joined
}

function cutRun({ run, start }: PlacedRun, cut: number): PlacedRun[] {
  if (start >= cut) return [{ run, start: start - cut }]
  const gone = cut - start
  if (gone >= run.text.length) return []
  const x0 = run.x0 + ((run.x1 - run.x0) * gone) / run.text.length
  return [{ run: { ...run, x0, text: run.text.slice(gone) }, start: 0 }]
}

/** Each printed run is a piece; it reaches to where the next one's text begins or the line's ends. */
function piecesOf({ runs, text, quarters, size }: PrintedLine, offset: number): Piece[] {
  const pieces: (Piece & { y: number })[] = []
  runs.forEach(({ run, start }, i) => {
    const last = i === runs.length - 1
    const end = Math.min(text.length, last ? text.length : start + run.text.trimEnd().length)
    if (end <= start) return
    const at: Box = [run.x0, run.y - descent * run.size, run.x1, run.y + ascent * run.size]
    const previous = pieces.at(-1)
    const box = rounded(uprightToPage(at, quarters))
    const close = previous && quarters === 0 && previous.y === run.y && run.x0 - previous.box[2] < 0.6 * size
    if (previous && close) {
      previous.end = offset + end
      previous.box = union(previous.box, box)
    } else pieces.push({ start: offset + start, end: offset + end, box, y: run.y })
  })
  return pieces.map(({ start, end, box }) => ({ start, end, box }))
}

function rolesOf(lines: PrintedLine[], opens: boolean[]): Line['role'][] {
  const body = bodySize(lines)
  const roles: Line['role'][] = []
  for (let i = 0; i < lines.length; ) {
    let end = i + 1
    while (end < lines.length && !opens[end]) end++
    const block = lines.slice(i, end)
    const role = block[0]?.table
      ? 'table_row'
      : roleOf({
          text: block.map((line) => line.text).join(' '),
          bold: block.every((line) => line.bold),
          big: block.every((line) => line.size > bigger * body),
        })
    for (; i < end; i++) roles.push(role)
  }
  return roles
}

/** The size in which most of the text is set. */
function bodySize(lines: PrintedLine[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2
    counts.set(key, (counts.get(key) ?? 0) + text.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

const around = (pieces: Piece[]): Box => pieces.map(({ box }) => box).reduce(union)

export const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

export const rounded = (box: Box): Box => box.map((value) => Math.round(value * 10) / 10) as Box
