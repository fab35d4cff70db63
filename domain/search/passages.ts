import { clauseTree } from '../document/clauses.ts'
import type { Document } from '../document/document.ts'

/** A clause's own words, without those of the clauses below it; a long one in several. */
export interface Passage {
  heading: string
  text: string
  /** Half-open offsets into the document's text. */
  start: number
  end: number
  /** "clause 9.2, page 3". */
  place: string
}

/** A passage longer than this is cut at the next paragraph: a hit has to lead to a place, not to ten pages. */
const LONG = 3000

/** What the full-text search finds of a document, in reading order. */
export function clausePassages(document: Document): Passage[] {
  const passages: Passage[] = []
  let clause: { number: string | null; heading: string } | null | undefined
  for (const block of clauseTree(document).blocks) {
    const last = passages.at(-1)
    const text = document.text.slice(block.start, block.end).trim()
    if (!text) continue
    if (last && clause === block.clause && last.text.length + text.length < LONG) {
      last.text += `\n${text}`
      last.end = block.end
      continue
    }
    clause = block.clause
    const page = document.pages.findLast((one) => one.start <= block.start)?.number ?? 1
    passages.push({
      heading: clause?.heading ?? '',
      text,
      start: block.start,
      end: block.end,
      place: clause?.number ? `clause ${clause.number}, page ${page}` : `page ${page}`,
    })
  }
  return passages
}
