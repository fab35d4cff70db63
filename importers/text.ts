import type { Document } from '#domain/document/document.ts'
import { decodeText } from './decode.ts'
import { Hyphens } from './hyphens.ts'
import type { Importer } from './importer.ts'
import { isMarker, openingMarker } from './markers.ts'
import { cellBreak, type SourceBlock, writeDocument } from './writer.ts'

export const textImporter: Importer = {
  id: 'text',
  title: 'plain text',
  // Rich Text and PostScript are written in letters, too, but not in words.
  accepts: (bytes) => !/^(?:\{\\rtf|%!PS)/.test(decodeText(bytes) ?? '%!PS'),
  read: async (bytes) => readText(decodeText(bytes) ?? ''),
}

function readText(source: string): Document {
  return writeDocument({ format: 'text', title: null, blocks: textBlocks(source), warnings: [] })
}

/** Longer lines than this are not wrapped by hand: each is a paragraph. */
const longestWrapped = 130
/** Columns by which a first line is set in. */
const indent = 2
const ends = /[.;:!?]["”’')\]]{0,2}$/

interface SourceLine {
  text: string
  indent: number
  length: number
  /** Whether a blank line stands before it. */
  afterBlank: boolean
}

/** Paragraphs of plain text: parted by blank lines, by numbers, by indents, or each a line of its own. */
export function textBlocks(source: string): SourceBlock[] {
  const lines = linesOf(source)
  const wrapped = isWrapped(lines)
  const usual = usualIndent(lines)
  // Not spread into an argument list: there may be more lines than that takes.
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 1)
  const groups: SourceLine[][] = []
  lines.forEach((line, i) => {
    const previous = lines[i - 1]
    const group = groups.at(-1)
    if (group && previous && wrapped && runsOn(previous, line, group, usual, widest)) group.push(line)
    else groups.push([line])
  })
  const hyphens = new Hyphens(lines.map((line) => line.text))
  return groups.map((group) => {
    const texts = joinBroken(
      group.map((line) => cells(line.text)),
      hyphens,
    )
    const isRow = texts.length === 1 && texts[0]?.includes(cellBreak)
    return { lines: texts, ...(isRow ? { role: 'table_row' as const } : {}) }
  })
}

function linesOf(source: string): SourceLine[] {
  const lines: SourceLine[] = []
  let afterBlank = true
  for (const raw of source.replace(/\f/g, '\n').split(/\r\n|\r|\n/)) {
    const expanded = raw.replaceAll('\t', '    ')
    const text = expanded.trim()
    if (text !== '')
      lines.push({
        text,
        indent: expanded.length - expanded.trimStart().length,
        length: expanded.trimEnd().length,
        afterBlank,
      })
    afterBlank = text === ''
  }
  return lines
}

function isWrapped(lines: SourceLine[]): boolean {
  const long = lines.filter((line) => line.length > longestWrapped).length
  return long < 0.1 * lines.length
}

/** The commonest indent, that of paragraphs' later lines. */
function usualIndent(lines: SourceLine[]): number {
  const counts = new Map<number, number>()
  for (const line of lines) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function runsOn(
  previous: SourceLine,
  line: SourceLine,
  group: SourceLine[],
  usual: number,
  widest: number,
): boolean {
  const lower = /^[a-z]/.test(line.text) && openingMarker(line.text) === ''
  const open = !ends.test(previous.text)
  // A page break or double spacing may part the lines of a sentence.
  if (line.afterBlank) return lower && open
  if (lower && open) return true
  const short = previous.length + 1 + (line.text.split(' ', 1)[0]?.length ?? 0) < 0.8 * widest
  if (openingMarker(line.text) !== '') return open && !short && line.indent === previous.indent
  if (short && group.length > 1) return false
  if (previous.length < 0.5 * widest) return false
  return !(line.indent >= usual + indent && line.indent >= previous.indent + indent && group.length > 1)
}

/** Wide gaps part cells, save after a number. */
function cells(text: string): string {
  const parts = text.split(/\s{3,}/)
  const [first = '', ...others] = parts
  if (others.length === 0) return text
  if (isMarker(first)) return `${first} ${cells(others.join('   '))}`
  return others.length >= 2 || /\s{6,}/.test(text) ? parts.join(cellBreak) : parts.join(' ')
}

function joinBroken(lines: string[], hyphens: Hyphens): string[] {
  const joined = [...lines]
  for (let i = 0; i < joined.length - 1; i++) {
    const line = joined[i] ?? ''
    const [word = ''] = (joined[i + 1] ?? '').split(' ', 1)
    if (!/[A-Za-z]-$/.test(line) || !/^[A-Za-z]/.test(word)) continue
    joined[i] = hyphens.join(line, word)
    joined[i + 1] = (joined[i + 1] ?? '').slice(word.length).trimStart()
  }
  return joined.filter((line) => line !== '')
}
