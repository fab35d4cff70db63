import type { Box, Document } from '#domain/document/document.ts'
import { regionsOf } from './columns.ts'
import { furnitureOf, rowText } from './furniture.ts'
import { linesOf, type PrintedLine } from './lines.ts'
import { applyToBox, uprightFrame, uprightToPage } from './matrix.ts'
import type { Run } from './pen.ts'
import { type Row, rowsOf } from './rows.ts'
import { rounded, union } from './text.ts'

/** What is drawn on a page, from its text layer or from OCR. */
export interface PageRuns {
  number: number
  runs: Run[]
  rules: Box[]
}

interface Laid {
  page: number
  quarters: number
  hidden: boolean
  rows: Row[]
  rules: Box[]
}

/** From runs to lines in reading order, with running headers and footers taken out. */
export function layOut(pages: PageRuns[]): { lines: PrintedLine[]; furniture: Document['furniture'] } {
  const laid = pages.flatMap(directionsOf)
  const main = laid.filter((part) => !part.hidden && part === mainOf(laid, part.page))
  const furniture = furnitureOf(main.map((part) => part.rows))

  const lines: PrintedLine[] = []
  const kept: Document['furniture'] = []
  let region = 0
  for (const { rows, rules, page, quarters, hidden } of laid) {
    const own = rows.filter((row) => !furniture.has(row))
    for (const row of rows)
      if (furniture.has(row)) kept.push({ page, text: rowText(row), box: boxOf(row, quarters) })
    for (const part of regionsOf(own)) {
      region++
      lines.push(...linesOf(part, { page, region, hidden, quarters, rules }))
    }
  }
  for (const { number, runs } of pages)
    for (const run of runs) if (run.slanted && !run.hidden) kept.push({ page: number, text: run.text })
  return { lines: withMargins(lines), furniture: kept }
}

const mainOf = (laid: Laid[], page: number): Laid | undefined =>
  laid.find((part) => part.page === page && !part.hidden)

/** The page's runs by reading direction, that of most words first; hidden words last. */
function directionsOf({ number, runs, rules }: PageRuns): Laid[] {
  const level = runs.filter((run) => !run.slanted)
  const weight = (part: Run[]) => part.reduce((sum, run) => sum + run.text.length, 0)
  return [false, true].flatMap((hidden) =>
    [0, 1, 2, 3]
      .map((quarters) => ({
        quarters,
        runs: level.filter((run) => run.quarters === quarters && (run.hidden !== null) === hidden),
      }))
      .filter((part) => part.runs.length > 0)
      .sort((a, b) => weight(b.runs) - weight(a.runs))
      .map(({ quarters, runs }) => ({
        page: number,
        quarters,
        hidden,
        rows: rowsOf(runs),
        rules: quarters === 0 ? rules : rules.map((rule) => applyToBox(uprightFrame(quarters), rule)),
      })),
  )
}

function boxOf(row: Row, quarters: number): Box {
  const box = row.segments
    .map(({ x0, x1, y, size }): Box => [x0, y - 0.22 * size, x1, y + 0.8 * size])
    .reduce(union)
  return rounded(uprightToPage(box, quarters))
}

/** From so many long lines on, a region tells its own right margin. */
const enoughLines = 12

/**
 * Gives each line the margin that its text is wrapped at: not that of the one line which sticks out, and on a page of
 * a few short lines that of the document.
 */
function withMargins(lines: PrintedLine[]): PrintedLine[] {
  const key = (line: PrintedLine) => `${line.quarters} ${line.hidden} ${Math.round(line.left / 20)}`
  const ofDocument = new Map([...grouped(lines, key)].map(([name, group]) => [name, wrapMargin(group)]))
  return [...grouped(lines, (line) => String(line.region)).values()].flatMap((region) => {
    const [first] = region
    if (!first) return []
    const long = region.filter((line) => !line.table && line.text.length > 40).length
    const own = wrapMargin(region)
    const wide = ofDocument.get(key(first)) ?? own
    const column = long >= 4 && wide - first.left > 1.5 * (own - first.left)
    const right = column || long >= enoughLines ? own : wide
    return region.map((line) => ({ ...line, right }))
  })
}

function grouped(lines: PrintedLine[], key: (line: PrintedLine) => string): Map<string, PrintedLine[]> {
  const groups = new Map<string, PrintedLine[]>()
  for (const line of lines) {
    const group = groups.get(key(line))
    if (group) group.push(line)
    else groups.set(key(line), [line])
  }
  return groups
}

/** Where most of the long lines end. */
function wrapMargin(lines: PrintedLine[]): number {
  const prose = lines.filter((line) => !line.table)
  // Of a whole document: too many lines to spread into an argument list.
  const left = prose.reduce((least, line) => Math.min(least, line.left), Infinity)
  const most = prose.reduce((most, line) => Math.max(most, line.x1), -Infinity)
  const ends = prose
    .map((line) => line.x1)
    .filter((x1) => x1 - left > 0.5 * (most - left))
    .sort((a, b) => a - b)
  return ends[Math.floor(0.85 * ends.length)] ?? most
}
