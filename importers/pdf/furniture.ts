import type { Row } from './rows.ts'

/** Running headers and footers, page numbers: what is printed on page after page and belongs to no sentence. */

interface Place {
  page: number
  row: Row
  text: string
  edge: 'top' | 'bottom'
}

/** So many rows from the top and from the bottom of a page are looked at. */
const edgeRows = 5
/** A line of furniture keeps its height on the page to within so many points. */
const drift = 6

/** The same paragraph may stand on several pages; what begins in small letters is a part of one. */
const midSentence = /^[a-z]\S{0,40}(?: \S{1,40}){5}/

export const rowText = (row: Row): string => row.segments.map((segment) => segment.text).join('  ')

/** @param pages the rows of each page, from top to bottom @returns the rows that are furniture */
export function furnitureOf(pages: Row[][]): Set<Row> {
  const found = new Set<Row>()
  const places = pages.flatMap(edgesOf)
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const key = `${place.edge} ${pattern(place.text)}`
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  const least = pages.length <= 3 ? 2 : 3
  for (const group of groups.values()) {
    const steady = group.filter((place) => {
      const level = group.filter((other) => Math.abs(other.row.y - place.row.y) <= drift)
      return new Set(level.map((other) => other.page)).size >= (isProse(place.text) ? 3 : least)
    })
    for (const { row } of steady) found.add(row)
  }
  for (const rows of pages) for (const row of partsOfParagraphs(rows, found)) found.delete(row)
  // Pages that are alike from top to bottom say the same thing several times; that is no frame around nothing.
  if (pages.every((rows) => rows.every((row) => found.has(row)))) found.clear()
  for (const row of pageNumbers(pages)) found.add(row)
  return found
}

/** A sentence or a part of one, rather than a title or a name. */
function isProse(text: string): boolean {
  const words = text.split(/\s+/)
  return words.length >= 10 && words.filter((word) => /^[a-z]/.test(word)).length > 0.5 * words.length
}

/** Pages may share words. What goes on without white space is text: prose at its edge, and any line within it. */
function partsOfParagraphs(rows: Row[], found: Set<Row>): Row[] {
  const body = rows.flatMap((row, i) => (found.has(row) ? [] : [i]))
  const first = body[0]
  const last = body.at(-1)
  if (first === undefined || last === undefined) return []
  const gaps = rows.slice(1).map((row, i) => (rows[i]?.y ?? row.y) - row.y)
  const pitch = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0
  const close = (gap = Number.POSITIVE_INFINITY) => gap <= 1.2 * pitch
  const runsOn = (i: number, gap: number | undefined) => close(gap) && isProse(rowText(rows[i] as Row))
  let top = first
  while (top > 0 && runsOn(top - 1, gaps[top - 1])) top--
  let bottom = last
  while (bottom < rows.length - 1 && runsOn(bottom + 1, gaps[bottom])) bottom++
  const within = rows.filter((_, i) => i > first && i < last && close(gaps[i - 1]) && close(gaps[i]))
  return [...rows.slice(top, first), ...within, ...rows.slice(last + 1, bottom + 1)]
}

function edgesOf(rows: Row[], page: number): Place[] {
  const last = rows.length - 1
  return rows.flatMap((row, i): Place[] => {
    const text = rowText(row)
    const fromTop = i < edgeRows && i <= last - i
    const fromBottom = !fromTop && last - i < edgeRows
    if ((!fromTop && !fromBottom) || midSentence.test(text)) return []
    return [{ page, row, text, edge: fromTop ? 'top' : 'bottom' }]
  })
}

/** What stays the same from page to page: digits and page numbers in Roman numerals made alike. */
const pattern = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\b[ivxl]{1,6}\b/g, '#')
    .replace(/[\s_]+/g, ' ')

const pageNumber =
  /^(?:page\s{0,2})?[-–—~|\s]{0,3}\(?(?:[a-z]{1,2}-)?(\d{1,4}|[ivxl]{1,6})\)?[-–—~|\s]{0,3}(?:(?:of|\/)\s{0,2}\d{1,4})?[-–—\s]{0,2}$/i
const dressed = /^(?:page\b|[-–—~].{1,8}[-–—~]$)/i

/**
 * Page numbers wherever they stand: a page of the original may end in the middle of ours, as in prints of web pages.
 * A bare number counts only in a rising series.
 */
function pageNumbers(pages: Row[][]): Row[] {
  const candidates = pages.flatMap((rows) =>
    rows.flatMap((row, i) => {
      const [segment, ...more] = row.segments
      const match = segment && more.length === 0 ? pageNumber.exec(segment.text.trim()) : null
      if (!match?.[1] || !segment) return []
      const atEdge = i <= 1 || i >= rows.length - 3
      const alone = atEdge || standsApart(rows, i)
      return alone
        ? [{ row, value: numeral(match[1]), certain: dressed.test(segment.text.trim()), atEdge }]
        : []
    }),
  )
  const kept = new Set<Row>()
  candidates.forEach((candidate, i) => {
    const near = [candidates[i - 1], candidates[i + 1]]
    const inSeries = near.some((other) => other && Math.abs(other.value - candidate.value) === 1)
    if (inSeries || (candidate.certain && candidate.atEdge)) kept.add(candidate.row)
  })
  return [...kept]
}

/** With white space above or below that is wider than between lines. */
function standsApart(rows: Row[], i: number): boolean {
  const row = rows[i]
  const above = rows[i - 1]
  const below = rows[i + 1]
  if (!row || !above || !below) return true
  return above.y - row.y > 1.6 * row.size || row.y - below.y > 1.6 * row.size
}

function numeral(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 }
  const digits = [...text.toLowerCase()].map((letter) => values[letter] ?? 0)
  return digits.reduce((sum, value, i) => sum + (value < (digits[i + 1] ?? 0) ? -value : value), 0)
}
