import type { Row, Segment } from './rows.ts'

/** Rows that are read together from top to bottom: a page's width, or one column of it. */
export interface Region {
  left: number
  right: number
  rows: Row[]
}

/** A column has at least so many lines, … */
const leastLines = 5
/** … of so many words on average, … */
const leastWords = 4
/** … which fill so much of its width. Cells of a table don't. */
const leastFill = 0.6
const gutterHalf = 4
const step = 3

interface Band {
  from: number
  to: number
  x: number
  score: number
}

/**
 * Splits a page into regions in reading order. Columns are told from tables by their prose: a gutter that no line
 * crosses, with running text on both sides.
 */
export function regionsOf(rows: Row[], depth = 0): Region[] {
  if (rows.length === 0) return []
  const band = depth < 4 ? widestBand(rows) : null
  if (!band) return [regionOf(rows)]
  const within = rows.slice(band.from, band.to)
  return [
    ...regionsOf(rows.slice(0, band.from), depth + 1),
    ...regionsOf(
      side(within, (segment) => segment.x1 <= band.x + gutterHalf),
      depth + 1,
    ),
    ...regionsOf(
      side(within, (segment) => segment.x1 > band.x + gutterHalf),
      depth + 1,
    ),
    ...regionsOf(rows.slice(band.to), depth + 1),
  ]
}

function regionOf(rows: Row[]): Region {
  const segments = rows.flatMap((row) => row.segments)
  return {
    left: Math.min(...segments.map((segment) => segment.x0)),
    right: Math.max(...segments.map((segment) => segment.x1)),
    rows,
  }
}

function side(rows: Row[], belongs: (segment: Segment) => boolean): Row[] {
  return rows.flatMap((row) => {
    const segments = row.segments.filter(belongs)
    const [first] = segments
    return first ? [{ y: first.y, size: Math.max(...segments.map((s) => s.size)), segments }] : []
  })
}

function widestBand(rows: Row[]): Band | null {
  const { left, right } = regionOf(rows)
  const width = right - left
  const halfWide = rows.filter((row) => row.segments.every((s) => s.x1 - s.x0 < 0.62 * width)).length
  if (halfWide < leastLines) return null
  let best: Band | null = null
  for (let x = left + 0.2 * width; x < right - 0.2 * width; x += step)
    for (const band of bandsAt(rows, x)) if (!best || band.score > best.score) best = band
  return best
}

/** The stretches of rows that leave `x` free and have prose on both sides of it. */
function bandsAt(rows: Row[], x: number): Band[] {
  const bands: Band[] = []
  let from = 0
  const finish = (to: number) => {
    const score = prose(rows.slice(from, to), x)
    if (score > 0) bands.push({ from, to, x, score })
  }
  rows.forEach((row, i) => {
    if (!row.segments.some((s) => s.x0 < x + gutterHalf && s.x1 > x - gutterHalf)) return
    if (i > from) finish(i)
    from = i + 1
  })
  if (rows.length > from) finish(rows.length)
  return bands
}

function prose(rows: Row[], x: number): number {
  const segments = rows.flatMap((row) => row.segments)
  const scores = [segments.filter((s) => s.x1 <= x), segments.filter((s) => s.x0 >= x)].map((column) => {
    if (column.length < leastLines) return 0
    const width = Math.max(...column.map((s) => s.x1)) - Math.min(...column.map((s) => s.x0))
    const fill = column.reduce((sum, s) => sum + (s.x1 - s.x0), 0) / (width * column.length)
    const words = column.reduce((sum, s) => sum + s.text.split(' ').length, 0) / column.length
    return fill >= leastFill && words >= leastWords ? column.length : 0
  })
  return Math.min(...scores)
}
