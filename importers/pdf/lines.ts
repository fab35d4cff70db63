import type { Box } from '#domain/document/document.ts'
import { isMarker } from '../markers.ts'
import type { Region } from './columns.ts'
import { joinSegments, type PlacedRun, type Row, type Segment } from './rows.ts'
import { tablesOf } from './tables.ts'

/** A line as the eye reads it, in reading order, before paragraphs are made of them. */
export interface PrintedLine {
  page: number
  text: string
  runs: PlacedRun[]
  x0: number
  x1: number
  /** Baseline. */
  y: number
  size: number
  bold: boolean
  /** Which region of the document it stands in, and that region's margins. */
  region: number
  left: number
  right: number
  table: boolean
  /** True when a line of dashes stood right above it. */
  underRule: boolean
  hidden: boolean
  quarters: number
}

interface Place {
  page: number
  region: number
  hidden: boolean
  quarters: number
  /** Rules of the page, in the same frame as the rows. */
  rules: Box[]
}

/** Of the size: a gap between words that are not read together, outside of tables. */
const farApart = 3

export function linesOf({ left, right, rows }: Region, place: Place): PrintedLine[] {
  const { rules, ...rest } = place
  const worded = rows.filter((row) => !isDashes(row))
  const underRule = new Set(rows.flatMap((row, i) => (rows[i - 1] && isDashes(rows[i - 1]) ? row.y : [])))
  const merged = worded.map((row) => (isJustified(row) ? joined(row) : withMarkerJoined(row)))
  return tablesOf(merged, rules).map(({ rows: [first, ...others], table }) => {
    const segment = table
      ? tableRow([first, ...others])
      : first.segments.reduce((line, next) =>
          joinSegments(line, next, next.x0 - line.x1 > farApart * first.size ? '  ' : ' '),
        )
    const { text, runs, x0, x1, y, size, bold } = segment
    return {
      ...rest,
      text,
      runs,
      x0,
      x1,
      y,
      size,
      bold,
      left,
      right,
      table,
      underRule: underRule.has(first.y),
    }
  })
}

/** A line drawn with characters: it underlines or parts, and says nothing. */
const isDashes = (row: Row | undefined): boolean =>
  row?.segments.every((segment) => /^[-=–—\s]{3,}$/.test(segment.text)) ?? false

/** A line of prose whose spaces were stretched to fill it; cells leave more of their row empty. */
function isJustified({ segments, size }: Row): boolean {
  const [first] = segments
  const last = segments.at(-1)
  if (!first || !last || first === last) return false
  const words = segments.reduce((sum, segment) => sum + segment.text.split(' ').length, 0)
  const widest = Math.max(...segments.slice(1).map((segment, i) => segment.x0 - (segments[i]?.x1 ?? 0)))
  const inked = segments.reduce((sum, segment) => sum + segment.x1 - segment.x0, 0)
  return words >= 7 && widest < 2.2 * size && inked > 0.75 * (last.x1 - first.x0)
}

function joined(row: Row): Row {
  return { ...row, segments: [row.segments.reduce((line, next) => joinSegments(line, next, ' '))] }
}

/** "1.1" and the words beside it are one, however wide the gap. */
function withMarkerJoined(row: Row): Row {
  const [first, second, ...others] = row.segments
  if (!first || !second || !isMarker(first.text)) return row
  return withMarkerJoined({ ...row, segments: [joinSegments(first, second, ' '), ...others] })
}

/** One line of text a table row: what wraps within a cell is joined there, cells are parted by a tab. */
function tableRow(rows: Row[]): Segment {
  const cells: Segment[] = []
  for (const segment of rows.flatMap((row) => row.segments)) {
    const i = cells.findIndex((cell) => segment.x0 < cell.x1 && segment.x1 > cell.x0)
    const cell = cells[i]
    if (cell) cells[i] = joinSegments(cell, segment, ' ')
    else cells.push(segment)
  }
  return cells.sort((a, b) => a.x0 - b.x0).reduce((line, cell) => joinSegments(line, cell, '\t'))
}
