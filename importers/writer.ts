import type { Document, Format, Line, Warning } from '#domain/document/document.ts'
import { cleanCharacters, softHyphen } from './characters.ts'
import { ImportError } from './errors.ts'
import { roleOf } from './roles.ts'

/** A block of a format without pages; its lines are those of the source (a line break in Word, a wrapped line). */
export interface SourceBlock {
  lines: string[]
  /** Left out where the source doesn't say: the block's look decides. */
  role?: Line['role']
  headingLevel?: number
  bold?: boolean
  hidden?: boolean
}

interface Written {
  format: Format
  title: string | null
  blocks: SourceBlock[]
  furniture?: string[]
  warnings: Warning[]
}

/** Parts the cells of a table row. */
export const cellBreak = '\t'

/**
 * Writes blocks as a document of one page.
 * @throws ImportError `no_text` when there are no words in them
 */
export function writeDocument({ format, title, blocks, furniture = [], warnings }: Written): Document {
  const lines: Line[] = []
  const parts: string[] = []
  let at = 0
  for (const block of blocks) {
    const texts = block.lines.map(plainLine).filter((text) => text !== '')
    const role = block.role ?? roleOf({ text: texts.join(' '), bold: block.bold === true, big: false })
    texts.forEach((text, i) => {
      const opensBlock = i === 0
      const before = lines.length === 0 ? '' : opensBlock ? '\n\n' : '\n'
      const start = at + before.length
      at = start + text.length
      parts.push(before, text)
      lines.push({
        start,
        end: at,
        page: 1,
        opensBlock,
        role,
        ...(block.headingLevel ? { headingLevel: block.headingLevel } : {}),
        ...(block.bold ? { bold: true } : {}),
        ...(block.hidden ? { hidden: true } : {}),
      })
    })
  }
  const text = parts.join('')
  const hasWords = lines.some(
    (line) => !line.hidden && /[\p{L}\p{N}]/u.test(text.slice(line.start, line.end)),
  )
  if (!hasWords)
    throw new ImportError('no_text', 'There are no words in this file.', 'Check that it is the right file.')
  return {
    format,
    title: title?.trim() || headingOf(text, lines),
    text,
    pages: [{ number: 1, start: 0, end: text.length, source: 'text' }],
    lines,
    furniture: furniture
      .map(plainLine)
      .filter((words) => words !== '')
      .map((words) => ({ page: 1, text: words })),
    warnings,
  }
}

/** The first heading near the top, or null. */
export function headingOf(text: string, lines: Line[]): string | null {
  const heading = lines.slice(0, 12).find((line) => line.role === 'heading' && !line.hidden)
  return heading ? text.slice(heading.start, heading.end) : null
}

/** One line as it is stored: odd characters made plain, runs of spaces made one; tabs part cells. */
export function plainLine(line: string): string {
  return line
    .split(cellBreak)
    .map((cell) => cleanCharacters(cell).replaceAll(softHyphen, '').replace(/ {2,}/g, ' ').trim())
    .join(cellBreak)
    .trim()
}
