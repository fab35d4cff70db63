import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'

/** The pieces our Excel files are made of. */

export const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An empty workbook that says it was made on the day asked for, so that the same content gives the same file. */
export function workbook(title: string, organisation: string, preparedOn: string): ExcelJS.Workbook {
  return titled(new ExcelJS.Workbook(), title, organisation, preparedOn)
}

/** The same for what may be long: a row is written to the stream when it is committed, and forgotten. */
export function streamedWorkbook(
  to: Writable,
  title: string,
  organisation: string,
  preparedOn: string,
): ExcelJS.stream.xlsx.WorkbookWriter {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true })
  return titled(book, title, organisation, preparedOn)
}

function titled<B extends ExcelJS.Workbook>(
  book: B,
  title: string,
  organisation: string,
  preparedOn: string,
): B {
  book.title = title
  book.creator = organisation
  book.lastModifiedBy = organisation
  book.created = new Date(`${preparedOn}T00:00:00Z`)
  book.modified = book.created
  return book
}

/** A sheet prints on its side, as wide as the paper and as long as it needs. */
export const printed: Partial<ExcelJS.PageSetup> = {
  orientation: 'landscape',
  fitToPage: true,
  fitToHeight: 0,
}

/** Characters with which a spreadsheet begins a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Puts words of others in a cell. They are written as text, never as a formula; words that begin like one also get the
 * text format, so that they stay words when somebody edits the cell.
 */
export function put(cell: ExcelJS.Cell, words: string): void {
  // Excel holds 32,767 characters a cell.
  cell.value = words.length > 32_000 ? `${words.slice(0, 32_000)} …` : words
  cell.alignment = { wrapText: true, vertical: 'top' }
  if (FORMULA.test(words)) cell.numFmt = '@'
}

/** Light grounds that differ in grey, too: the darker, the worse. */
export const grounds = {
  good: 'FFE3F1E8',
  fine: 'FFFFFFFF',
  doubtful: 'FFEDE6C4',
  short: 'FFF0C9A6',
  bad: 'FFE0A3A3',
  head: 'FFEEF1F4',
}

export const fill = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

/** A bold row on a ground that stays when the sheet scrolls. */
export function headRow(row: ExcelJS.Row): void {
  row.font = { bold: true }
  row.eachCell((cell) => {
    cell.fill = fill(grounds.head)
    cell.alignment = { wrapText: true, vertical: 'top' }
    cell.border = { bottom: { style: 'thin', color: { argb: 'FF52606D' } } }
  })
}

/**
 * Gives every row the height that its longest cell needs. Not every program reckons heights when it opens a file, and words
 * would lie over each other. Widths are in characters, heights in points.
 */
export const fitRows = (sheet: ExcelJS.Worksheet): void => sheet.eachRow((row) => fitRow(sheet, row))

/** The same for one row, before it is written. */
export function fitRow(sheet: ExcelJS.Worksheet, row: ExcelJS.Row): void {
  let lines = 1
  row.eachCell((cell, column) => {
    if (!cell.alignment?.wrapText) return
    const width = sheet.getColumn(column).width ?? 9
    const needed = cell.text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / width || 1), 0)
    lines = Math.max(lines, needed)
  })
  // Excel shows 409 points at most.
  if (lines > 1) row.height = Math.min(409, 15 * lines)
}
