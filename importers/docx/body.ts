import { isMarker } from '../markers.ts'
import { cellBreak, type SourceBlock } from '../writer.ts'
import type { Numbering } from './numbering.ts'
import type { WordParts } from './package.ts'
import { type Findings, type ParagraphText, textOfParagraph } from './paragraph.ts'
import type { Styles } from './styles.ts'
import { child, type Element, value } from './xml.ts'

/** Blocks of a Word document's body, with numbers, tables, text boxes and notes where they are printed. */
export class BodyReader {
  readonly blocks: SourceBlock[] = []
  readonly findings: Findings = { trackedChanges: false }
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #notes: Record<'footnote' | 'endnote', Map<string, Element>>
  readonly #noteBlocks: SourceBlock[] = []
  /** Words of a paragraph whose end was struck out: they run on into the next one. */
  #runOn = ''

  constructor(parts: Pick<WordParts, 'footnotes' | 'endnotes'>, styles: Styles, numbering: Numbering) {
    this.#styles = styles
    this.#numbering = numbering
    this.#notes = { footnote: notesById(parts.footnotes), endnote: notesById(parts.endnotes) }
  }

  /** Reads a container of paragraphs and tables; footnotes come at the end, as they are numbered. */
  read(container: Element): SourceBlock[] {
    this.#contents(container)
    this.blocks.push(...this.#noteBlocks.splice(0))
    return this.blocks
  }

  #contents(container: Element): void {
    for (const one of container.children) {
      if (one.name === 'p') this.#paragraph(one)
      else if (one.name === 'tbl') this.#table(one)
      else if (one.name === 'del' || one.name === 'moveFrom') this.findings.trackedChanges = true
      else if (one.name === 'AlternateContent') {
        const chosen = child(one, 'Choice') ?? child(one, 'Fallback')
        if (chosen) this.#contents(chosen)
      } else if (one.name !== 'sectPr' && one.name !== 'sdtPr') this.#contents(one)
    }
  }

  #paragraph(paragraph: Element): void {
    const properties = child(paragraph, 'pPr')
    const styleId = value(properties, 'pStyle') ?? this.#styles.defaultId
    const style = this.#styles.style(styleId)
    const words = textOfParagraph(paragraph, this.#styles, style.letters, this.findings)
    if (this.#endIsStruckOut(properties)) {
      this.#runOn += words.text
      return
    }
    words.text = this.#runOn + words.text
    this.#runOn = ''
    const number = words.text.trim() === '' ? '' : this.#number(properties, styleId)
    const already = isMarker(words.text.trim().split(/\s/, 1)[0] ?? '') && number === '•'
    const text = number && !already ? `${number} ${words.text.trimStart()}` : words.text
    const headingLevel = outlineOf(properties) ?? style.headingLevel
    if (text.trim() !== '')
      this.blocks.push({
        lines: text.split('\n'),
        bold: words.bold,
        // A whole clause may be set in a heading's style, so that it is numbered with the headings.
        ...(headingLevel && text.length <= 200 ? { role: 'heading', headingLevel } : {}),
        ...(number && !headingLevel && !words.bold ? { role: 'list_item' } : {}),
      })
    if (words.hidden.trim() !== '') this.blocks.push({ lines: words.hidden.split('\n'), hidden: true })
    for (const box of words.boxes) this.#contents(box)
    for (const note of words.notes) this.#note(note)
  }

  #endIsStruckOut(properties: Element | undefined): boolean {
    const mark = child(properties, 'rPr')
    const struck = child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined
    if (struck) this.findings.trackedChanges = true
    return struck
  }

  #number(properties: Element | undefined, styleId: string | undefined): string {
    const style = this.#styles.style(styleId)
    const own = child(properties, 'numPr')
    const numId = value(own, 'numId') ?? style.numId
    if (numId === undefined || numId === '0') return ''
    const level = value(own, 'ilvl')
    return this.#numbering.next(numId, level === undefined ? style.level : Number(level), styleId)
  }

  #note({ kind, id }: ParagraphText['notes'][number]): void {
    const note = this.#notes[kind].get(id)
    if (!note) return
    const inner = new BodyReader({ footnotes: undefined, endnotes: undefined }, this.#styles, this.#numbering)
    this.#noteBlocks.push(...inner.read(note))
    this.findings.trackedChanges ||= inner.findings.trackedChanges
  }

  /** One line a row; a table of a single column is only a frame around paragraphs. */
  #table(table: Element): void {
    for (const row of rowsOf(table)) {
      const cells = cellsOf(row)
      const [only] = cells
      if (only && cells.length === 1) {
        this.#contents(only)
        continue
      }
      const inner = cells.map((cell) => this.#cell(cell))
      const text = inner.map(({ text }) => text).join(cellBreak)
      if (text.trim() === '') continue
      const bold = inner.every((cell) => cell.bold || cell.text === '')
      this.blocks.push({ lines: [text], role: 'table_row', bold })
    }
  }

  #cell(cell: Element): { text: string; bold: boolean } {
    const from = this.blocks.length
    this.#contents(cell)
    const shown = this.blocks.splice(from).filter((block) => !block.hidden)
    return {
      text: shown.flatMap(({ lines }) => lines.map((line) => line.replaceAll(cellBreak, ' '))).join(' '),
      bold: shown.length > 0 && shown.every((block) => block.bold === true),
    }
  }
}

function notesById(part: Element | undefined): Map<string, Element> {
  const notes = (part?.children ?? []).filter(({ attributes }) => attributes.type === undefined)
  return new Map(notes.map((note) => [note.attributes.id ?? '', note]))
}

const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'ins'])

/** Rows and cells may stand in content controls. Rows that were struck out are left out. */
function rowsOf(container: Element): Element[] {
  return container.children.flatMap((one) => {
    if (one.name === 'tr') return child(child(one, 'trPr'), 'del') ? [] : [one]
    return wrappers.has(one.name) ? rowsOf(one) : []
  })
}

function cellsOf(container: Element): Element[] {
  return container.children.flatMap((one) => {
    if (one.name === 'tc') return isContinued(one) ? [{ ...one, children: [] }] : [one]
    return wrappers.has(one.name) ? cellsOf(one) : []
  })
}

/** The lower part of a cell that spans rows. */
function isContinued(cell: Element): boolean {
  const merge = child(child(cell, 'tcPr'), 'vMerge')
  return merge !== undefined && merge.attributes.val !== 'restart'
}

function outlineOf(properties: Element | undefined): number | undefined {
  const outline = value(properties, 'outlineLvl')
  const level = outline === undefined ? undefined : Number(outline) + 1
  return level !== undefined && level <= 6 ? level : undefined
}
