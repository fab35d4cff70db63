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
  const merged = rows.map(withMarkerJoined)
  return tablesOf(merged, rules).map(({ rows: [first, ...others], table }) => {
    const segment = table
      ? tableRow([first, ...others])
      : first.segments.reduce((line, next) =>
          joinSegments(line, next, next.x0 - line.x1 > farApart * first.size ? '  ' : ' '),
        )
    const { text, runs, x0, x1, y, size, bold } = segment
    return { ...rest, text, runs, x0, x1, y, size, bold, left, right, table }
  })
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
