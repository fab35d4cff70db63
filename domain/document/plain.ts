import type { Document, Line } from './document.ts'

/**
 * A document of plain paragraphs: a line of the source is a block of its own. For words that come from no file,
 * such as the examples of a term.
 */
export function documentFromText(source: string, title: string | null = null): Document {
  const lines: Line[] = []
  let text = ''
  for (const paragraph of source.split(/\r?\n/)) {
    const words = paragraph.trim()
    if (!words) continue
    if (text) text += '\n\n'
    lines.push({
      start: text.length,
      end: text.length + words.length,
      page: 1,
      opensBlock: true,
      role: 'body',
    })
    text += words
  }
  return {
    format: 'text',
    title,
    text,
    pages: [{ number: 1, start: 0, end: text.length, source: 'text' }],
    lines,
    furniture: [],
    warnings: [],
  }
}
