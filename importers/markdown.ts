import { lexer, type Token, type Tokens } from 'marked'
import type { Document } from '#domain/document/document.ts'
import { decodeText } from './decode.ts'
import { htmlWords, readHtml } from './html/walk.ts'
import type { Importer } from './importer.ts'
import { figuresBelow, figuresOf, isMarker, openingMarker } from './markers.ts'
import { textBlocks } from './text.ts'
import { cellBreak, type SourceBlock, writeDocument } from './writer.ts'

export const markdownImporter: Importer = {
  id: 'markdown',
  title: 'Markdown',
  accepts: (bytes) => looksLikeMarkdown(decodeText(bytes) ?? ''),
  read: async (bytes) => readMarkdown(decodeText(bytes) ?? ''),
}

/** Signs that plain text doesn't use by chance. */
const signs = [
  /^#{1,6} \S/m,
  /\*\*[^*\n]{1,200}\*\*/,
  /\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)/,
  /^\|.{1,500}\|\s{0,5}$/m,
  /^(?:-|\*) {1,3}\S.{0,500}\n(?:-|\*) {1,3}\S/m,
  // A heading with a line below it, and a number that is kept from making a list.
  /^\S.{0,200}\n(?:={4,100}|-{4,100})[ \t]{0,9}$/m,
  /^\d{1,3}\\[.)] \S/m,
  /^```/m,
]

function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, 200_000)
  return /^#{1,3} \S/.test(start) || signs.filter((sign) => sign.test(start)).length >= 2
}

function readMarkdown(source: string): Document {
  const { title, body } = withoutFrontMatter(source)
  const blocks = blocksOf(lexer(body), { depth: 0, marker: '', figures: '' })
  return writeDocument({ format: 'markdown', title, blocks, warnings: [] })
}

function withoutFrontMatter(source: string): { title: string | null; body: string } {
  const match = /^---\r?\n([\s\S]{0,5000}?)\r?\n---\r?\n/.exec(source)
  if (!match) return { title: null, body: source }
  const title = /^title:\s{0,5}["']?(.{1,200}?)["']?\s{0,5}$/m.exec(match[1] ?? '')?.[1] ?? null
  return { title, body: source.slice(match[0].length) }
}

interface Place {
  depth: number
  /** Number or bullet of the list item that these blocks open. */
  marker: string
  /** The figures of the list items around, "9" or "9.2"; "" where the list has none. */
  figures: string
}

function blocksOf(tokens: Token[], place: Place): SourceBlock[] {
  let { marker } = place
  return tokens.flatMap((token) => {
    const made = blockOf(token, { ...place, marker })
    if (made.length > 0) marker = ''
    return made
  })
}

function blockOf(token: Token, place: Place): SourceBlock[] {
  switch (token.type) {
    case 'heading':
      return paragraphs(token as Tokens.Heading, place).map((block) => ({
        ...block,
        bold: true,
        role: 'heading',
        headingLevel: (token as Tokens.Heading).depth,
      }))
    case 'paragraph':
    case 'text':
      return paragraphs(token as Tokens.Paragraph, place)
    case 'list':
      return listBlocks(token as Tokens.List, place)
    case 'blockquote':
      return blocksOf((token as Tokens.Blockquote).tokens, place)
    case 'table':
      return tableBlocks(token as Tokens.Table)
    case 'code':
      // What is set in by four spaces is code for Markdown, and a sub-clause for the one who typed it.
      return textBlocks((token as Tokens.Code).text)
    case 'html':
      return readHtml(token.raw).blocks
    default:
      return []
  }
}

/** A paragraph; its lines part where one ends and the next opens with a number. */
function paragraphs(token: Tokens.Paragraph | Tokens.Heading, { marker, depth }: Place): SourceBlock[] {
  const words = inlineText(token.tokens ?? [])
  const bold = isBold(token.tokens ?? [])
  const blocks: SourceBlock[] = []
  for (const line of words.split('\n')) {
    const text = line.trim()
    const last = blocks.at(-1)?.lines
    const opens =
      openingMarker(text) !== '' && /[.;:,!?]["”’')\]]{0,2}$|;\s(?:and|or)$/.test(last?.at(-1) ?? '')
    if (last && !opens) last.push(text)
    else blocks.push({ lines: [text], bold, ...(depth > 0 && !bold ? { role: 'list_item' as const } : {}) })
  }
  const [first] = blocks
  const [start = ''] = first?.lines ?? []
  if (first && marker && !isMarker(start.split(' ', 1)[0] ?? '')) first.lines[0] = `${marker} ${start}`
  return blocks
}

function listBlocks(list: Tokens.List, { depth, marker, figures }: Place): SourceBlock[] {
  const printed = list.items.map((item) => /^\s{0,10}(\d{1,9}[.)])/.exec(item.raw)?.[1] ?? '')
  // "1." before every item means: number them; other numbers are the author's own.
  const counted = new Set(printed).size === 1 && list.items.length > 1
  return list.items.flatMap((item, i) => {
    const own = counted ? `${Number(list.start) + i}${printed[i]?.at(-1) ?? '.'}` : (printed[i] ?? '')
    const number = list.ordered ? figuresBelow(figures, own) : '•'
    const before = i === 0 && marker && number === own ? `${marker} ` : ''
    return blocksOf(item.tokens, { depth: depth + 1, marker: before + number, figures: figuresOf(number) })
  })
}

function tableBlocks(table: Tokens.Table): SourceBlock[] {
  const row = (cells: Tokens.TableCell[], bold: boolean): SourceBlock => ({
    lines: [cells.map((cell) => inlineText(cell.tokens).replace(/\s+/g, ' ')).join(cellBreak)],
    role: 'table_row',
    bold,
  })
  return [row(table.header, true), ...table.rows.map((cells) => row(cells, false))]
}

function inlineText(tokens: Token[]): string {
  let text = ''
  for (const token of tokens) {
    const words = inlineWords(token)
    // Pages set links apart from what stands before them, and from each other, without a space.
    const apart = token.type === 'link' && /[\p{L}\d]$/u.test(text) && /^\p{Lu}/u.test(words)
    text += apart ? ` ${words}` : words
  }
  return text
}

function inlineWords(token: Token): string {
  if (token.type === 'br') return '\n'
  if (token.type === 'html') return /^<br/i.test(token.raw) ? '\n' : ''
  if (token.type === 'image' || token.type === 'checkbox') return ''
  if ('tokens' in token && token.tokens) return inlineText(token.tokens)
  if (token.type === 'codespan' || token.type === 'escape') return token.text
  const words = 'text' in token ? String(token.text) : ''
  return words.includes('&') ? htmlWords(words.replaceAll('<', '&lt;')) : words
}

/** True when all of its words are set in bold. */
function isBold(tokens: Token[]): boolean {
  const inked = tokens.filter((token) => token.raw.trim() !== '')
  return inked.length > 0 && inked.every((token) => token.type === 'strong')
}
