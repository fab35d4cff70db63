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
    if (last && (!line.opensBlock || goesOn(document.text, last, line))) {
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

/** A page's end, a wide space or a lost line end parts a sentence: "… under any" / "law with respect to …" is one. */
function goesOn(text: string, last: Block, line: Line): boolean {
  if (last.role === 'heading' || last.role === 'table_row' || line.role !== 'body') return false
  return (
    /[\p{L}\d)\]][^\S\n]?[\p{Ll},]$/u.test(text.slice(last.end - 3, last.end)) &&
    /^(?!(?:and|or)\s{0,3}$)\p{Ll}{2,}(?:['’]\p{Ll}+)?,?(?:\s|$)/u.test(text.slice(line.start, line.end))
  )
}
