import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'

/** The pieces our Word documents are made of. Widths are in twentieths of a point, as Word counts. */

export const colours = {
  ink: '1F2933',
  soft: '52606D',
  rule: 'CBD2D9',
  head: 'EEF1F4',
  accent: '1F4E5F',
  alarm: '9B1C1C',
  alarmGround: 'FCEEEC',
}

/** Words, or words with emphasis. */
export type Words = string | { text: string; bold?: boolean; italics?: boolean; colour?: string }

const run = (words: Words) =>
  typeof words === 'string'
    ? new TextRun(words)
    : new TextRun({ text: words.text, bold: words.bold, italics: words.italics, color: words.colour })

export const paragraph = (...words: Words[]) =>
  new Paragraph({ children: words.map(run), spacing: { after: 120 } })

/** The same, on the page of the table that follows it. */
export const paragraphAbove = (...words: Words[]) =>
  new Paragraph({ children: words.map(run), keepNext: true, spacing: { after: 120 } })

/** Stays on the page of what follows it. */
export const lead = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, bold: true })], keepNext: true, spacing: { after: 40 } })

export const title = (text: string) => new Paragraph({ text, heading: HeadingLevel.TITLE })

/** A real heading: Word's navigation and table of contents find it. */
export const heading = (text: string, level: 1 | 2 = 1, { newPage = false } = {}) =>
  new Paragraph({
    text,
    pageBreakBefore: newPage,
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
  })

export const bullet = (...words: Words[]) =>
  new Paragraph({ children: words.map(run), bullet: { level: 0 }, spacing: { after: 60 } })

/** Small print under a document. */
export const note = (text: string) =>
  new Paragraph({
    children: [new TextRun({ text, size: 17, color: colours.soft })],
    spacing: { before: 240 },
  })

const thin = { style: BorderStyle.SINGLE, size: 4, color: colours.rule }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** What stands in a cell: a paragraph for each entry. */
export type Cell = Words[]

interface CellLook {
  shade?: string
  /** Holds the row on the page of the next one. */
  keepNext?: boolean
}

const cell = (content: Cell, width: number, { shade, keepNext }: CellLook = {}) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    shading: shade ? { type: ShadingType.CLEAR, color: 'auto', fill: shade } : undefined,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: (content.length > 0 ? content : ['']).map(
      (words) => new Paragraph({ children: [run(words)], keepNext, spacing: { after: 20, line: 252 } }),
    ),
  })

interface TableOptions {
  /** One for each column. */
  widths: number[]
  header: string[]
  rows: { cells: Cell[]; shade?: string }[]
}

/** The header row repeats on every page, and no row is split between two pages. */
export function table({ widths, header, rows }: TableOptions): Table {
  const cells = (contents: Cell[], shade?: string) =>
    contents.map((content, i) => cell(content, widths[i] ?? 0, { shade }))
  return new Table({
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: thin,
      bottom: thin,
      left: none,
      right: none,
      insideHorizontal: thin,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells(
          header.map((text) => [{ text, bold: true }]),
          colours.head,
        ),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row.cells, row.shade) })),
    ],
  })
}

/** Names on the left, what they stand for on the right; stays together on one page where it fits. */
export function facts(rows: [name: string, content: Cell][], widths: [number, number], lines = false): Table {
  const line = lines ? thin : none
  return new Table({
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: line,
      bottom: line,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: none,
    },
    rows: rows.map(
      ([name, content], i) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([{ text: name, colour: colours.soft }], widths[0], { keepNext: i < rows.length - 1 }),
            cell(content, widths[1], { keepNext: i < rows.length - 1 }),
          ],
        }),
    ),
  })
}

/** A shaded box for what must not be overlooked. */
export function calledOut(heading: string, lines: Words[], width: number): Table {
  const bar = { style: BorderStyle.SINGLE, size: 24, color: colours.alarm }
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: bar,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell([{ text: heading, bold: true, colour: colours.alarm }, ...lines], width, {
            shade: colours.alarmGround,
          }),
        ],
      }),
    ],
  })
}

/** Room between two tables, which Word would otherwise join. */
export const gap = () => new Paragraph({ children: [], spacing: { after: 120, line: 120 } })

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
