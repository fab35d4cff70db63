import type { Run } from './pen.ts'

/** Runs that stand on one baseline without a wide gap between them. */
export interface Segment {
  text: string
  runs: PlacedRun[]
  x0: number
  x1: number
  /** Baseline. */
  y: number
  /** Of the biggest run. */
  size: number
  /** True when all of it is. */
  bold: boolean
}

/** A run and where its text begins in the text of its segment (later: its line). */
export interface PlacedRun {
  run: Run
  start: number
}

/** What stands at one height of the page, from left to right. */
export interface Row {
  y: number
  size: number
  segments: Segment[]
}

/** Of the size: how far a superscript's or subscript's baseline may lie off its line's. */
const baselineTolerance = 0.4
/** Of the size: a gap that no justified line has. */
const segmentGap = 1.2
const wordGap = 0.15

/** Rows from top to bottom. All runs must read in the same direction. */
export function rowsOf(runs: Run[]): Row[] {
  const sorted = [...runs].sort((a, b) => b.y - a.y || a.x0 - b.x0)
  const groups: { y: number; size: number; runs: Run[] }[] = []
  for (const run of sorted) {
    const group = groups.at(-1)
    if (group && Math.abs(group.y - run.y) <= baselineTolerance * Math.max(group.size, run.size)) {
      group.runs.push(run)
      if (run.size > group.size) {
        group.size = run.size
        group.y = run.y
      }
    } else groups.push({ y: run.y, size: run.size, runs: [run] })
  }
  return groups.map(({ y, size, runs }) => ({ y, size, segments: segmentsOf(runs) }))
}

function segmentsOf(runs: Run[]): Segment[] {
  const segments: Segment[] = []
  let last: Run | undefined
  for (const run of runs.sort((a, b) => a.x0 - b.x0)) {
    const segment = segments.at(-1)
    if (last && segment && isShadow(run, last)) continue
    if (segment && run.x0 - segment.x1 < segmentGap * Math.max(run.size, segment.size)) append(segment, run)
    else segments.push(segmentOf(run))
    last = run
  }
  for (const segment of segments) segment.text = segment.text.trimEnd()
  return segments
}

/** Bold made by printing the same words twice, a hair apart. */
function isShadow(run: Run, last: Run): boolean {
  return run.text === last.text && Math.abs(run.x0 - last.x0) < 0.2 * run.size && Math.abs(run.y - last.y) < 1
}

const segmentOf = (run: Run): Segment => ({
  text: run.text,
  runs: [{ run, start: 0 }],
  x0: run.x0,
  x1: run.x1,
  y: run.y,
  size: run.size,
  bold: run.bold,
})

function append(segment: Segment, run: Run): void {
  const gap = run.x0 - segment.x1
  const apart = gap > wordGap * Math.min(run.size, segment.size) && !segment.text.endsWith(' ')
  segment.text += apart ? ' ' : ''
  segment.runs.push({ run, start: segment.text.length })
  segment.text += run.text
  segment.x1 = Math.max(segment.x1, run.x1)
  segment.bold &&= run.bold
  if (run.size > segment.size) {
    segment.size = run.size
    segment.y = run.y
  }
}

/** Joins two segments of a row with `between`, keeping track of where each run's text begins. */
export function joinSegments(left: Segment, right: Segment, between: string): Segment {
  const text = `${left.text}${between}${right.text}`
  const shift = left.text.length + between.length
  return {
    text,
    runs: [...left.runs, ...right.runs.map(({ run, start }) => ({ run, start: start + shift }))],
    x0: Math.min(left.x0, right.x0),
    x1: Math.max(left.x1, right.x1),
    y: left.y,
    size: Math.max(left.size, right.size),
    bold: left.bold && right.bold,
  }
}
