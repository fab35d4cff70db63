import type { Document, Line, Span } from './document.ts'

/** A paragraph, heading, list item or table row: the lines that belong together. */
export interface Block extends Span {
  lines: Line[]
  role: Line['role']
  headingLevel?: number
  bold: boolean
}

/** The document's blocks in text order; hidden lines are left out, they are no one's reading. */
export function blocksOf(document: Document): Block[] {
  const blocks: Block[] = []
  for (const line of document.lines) {
    if (line.hidden) continue
    const last = blocks.at(-1)
    if (last && !line.opensBlock) {
      last.lines.push(line)
      last.end = line.end
      last.bold &&= line.bold === true
    } else
      blocks.push({
        start: line.start,
        end: line.end,
        lines: [line],
        role: line.role,
        headingLevel: line.headingLevel,
        bold: line.bold === true,
      })
  }
  return blocks
}
