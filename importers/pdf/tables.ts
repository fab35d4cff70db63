import type { Box } from '#domain/document/document.ts'
import type { Row, Segment } from './rows.ts'

/** Printed rows that make one line of text: a single one, or those of one row of a table. */
export interface RowGroup {
  rows: [Row, ...Row[]]
  table: boolean
}

/** In points: cells of a column begin, end or centre this close to each other. */
const alignment = 4
/** So many rows further down a table may show its next row of several cells. */
const lookAhead = 4
/** Of the size: what is further down belongs to no row above. */
const farBelow = 3.2

/** Finds the tables among the rows of a region and puts together what belongs to one table row. */
export function tablesOf(rows: Row[], rules: Box[]): RowGroup[] {
  const groups: RowGroup[] = []
  for (let i = 0; i < rows.length; ) {
    const row = rows[i]
    if (!row) break
    const end = tableEnd(rows, i)
    if (end > i + 1) groups.push(...tableRows(rows.slice(i, end), rules))
    else groups.push({ rows: [row], table: false })
    i = Math.max(end, i + 1)
  }
  return groups
}

/** @returns the index after the table that begins at `start`; `start` where there is none */
function tableEnd(rows: Row[], start: number): number {
  const first = rows[start]
  if (!first || first.segments.length < 2) return start
  let end = start
  let last = first
  for (let i = start + 1; i < rows.length && i <= end + lookAhead + 1; i++) {
    const row = rows[i]
    const above = rows[i - 1]
    if (!row || !above || above.y - row.y > farBelow * row.size) break
    if (row.segments.length > 1) {
      if (!aligned(last, row) && !aligned(first, row)) break
      last = row
      end = i
    } else if (!row.segments.every((cell) => standsInColumn(cell, last))) break
  }
  if (end === start) return start
  // Cells that run on below the last row of several cells, but not below its first column.
  for (let i = end + 1; i < rows.length; i++) {
    const [cell] = rows[i]?.segments ?? []
    const above = rows[i - 1]
    const inLater = cell && above && last.segments.slice(1).some((other) => overlap(cell, other))
    if (!cell || !inLater || rows[i]?.segments.length !== 1) break
    if (above.y - cell.y > 1.5 * cell.size || (last.segments[0] && overlap(cell, last.segments[0]))) break
    end = i
  }
  return end + 1
}

const overlap = (a: Segment, b: Segment): boolean => a.x0 < b.x1 && a.x1 > b.x0

function aligned(a: Row, b: Row): boolean {
  return a.segments
    .slice(1)
    .some((one) =>
      b.segments
        .slice(1)
        .some((other) =>
          [one.x0 - other.x0, one.x1 - other.x1, (one.x0 + one.x1 - other.x0 - other.x1) / 2].some(
            (distance) => Math.abs(distance) < alignment,
          ),
        ),
    )
}

/** A lone cell: it lies under one column and doesn't reach into the next. */
function standsInColumn(cell: Segment, row: Row): boolean {
  const under = row.segments.filter((other) => overlap(cell, other))
  return under.length === 1
}

/** Parts a table into its rows by its rules, else by its spacing, else by its first column. */
function tableRows(rows: Row[], rules: Box[]): RowGroup[] {
  const gaps = rows.slice(1).map((row, i) => (rows[i]?.y ?? row.y) - row.y)
  const least = Math.min(...gaps)
  const spaced = Math.max(...gaps) > 1.3 * least
  const ruleBetween = rows.slice(1).map((row, i) => {
    const above = rows[i]?.y ?? row.y
    return rules.some(([, y0, , y1]) => y1 < above + 1 && y0 > row.y + 0.4 * row.size)
  })
  const ruled = ruleBetween.filter(Boolean).length >= 2 || (rows.length === 2 && ruleBetween[0] === true)
  const firstColumn = Math.min(...rows.map((row) => row.segments[0]?.x0 ?? 0))

  const groups: RowGroup[] = []
  rows.forEach((row, i) => {
    const group = groups.at(-1)
    const opensColumn = (row.segments[0]?.x0 ?? 0) < firstColumn + 3 * row.size
    let opens = opensColumn
    if (ruled) opens = ruleBetween[i - 1] === true
    else if (spaced) opens = (gaps[i - 1] ?? 0) > 1.15 * least && opensColumn
    if (group && !opens) group.rows.push(row)
    else groups.push({ rows: [row], table: true })
  })
  return groups
}
