import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import type { Cell, Sheet } from '#domain/lists/sheet.ts'
import { isBlank } from '#domain/lists/sheet.ts'
import { decodeText } from '../decode.ts'
import { ImportError } from '../errors.ts'

/** Vendor and contract lists: an Excel workbook, or a CSV file with commas, semicolons or tabs. */

/** A list of more rows belongs into the API; it would not fit a screen that names each line either. */
const MOST_ROWS = 20_000
/** Unpacked; a workbook that says it holds more is refused before it is opened. */
const MOST_BYTES = 200_000_000

/** @throws ImportError with what to do next */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new ImportError(
      'unsupported_format',
      'This is an Excel file of the old form.',
      'Save it as .xlsx and add that.',
    )
  const sheets = zipped ? await workbookSheets(bytes) : [csvSheet(bytes, fileName)]
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0)
    throw new ImportError(
      'empty_file',
      'No sheet has a row below its head.',
      'The first row names the columns.',
    )
  if (filled.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_ROWS)
    throw new ImportError('too_large', `The list has more than ${MOST_ROWS} rows.`, 'Split it.')
  return filled
}

async function workbookSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const damaged = () =>
    new ImportError('damaged', 'This workbook can’t be opened.', 'Open it in Excel and save it anew.')
  let size = 0
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        return false
      },
    })
  } catch {
    throw damaged()
  }
  if (size > MOST_BYTES)
    throw new ImportError('too_large', 'This workbook unpacks to more than 200 MB.', 'Split it.')
  const book = new ExcelJS.Workbook()
  try {
    const copy = new ArrayBuffer(bytes.byteLength)
    new Uint8Array(copy).set(bytes)
    await book.xlsx.load(copy)
  } catch {
    throw damaged()
  }
  return book.worksheets.map((sheet) => {
    const rows: { line: number; cells: Cell[] }[] = []
    sheet.eachRow((row, line) => {
      const cells: Cell[] = []
      for (let column = 1; column <= sheet.columnCount; column++) cells.push(cellOf(row.getCell(column)))
      rows.push({ line, cells })
    })
    return sheetOf(sheet.name, rows)
  })
}

function cellOf(cell: ExcelJS.Cell): Cell {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value
  if (value instanceof Date) return { day: value.toISOString().slice(0, 10) }
  return typeof value === 'number' ? value : cell.text
}

const CsvRecords = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

function csvSheet(bytes: Uint8Array, fileName: string): Sheet {
  const text = decodeText(bytes)
  if (text === null)
    throw new ImportError(
      'unsupported_format',
      'This is no Excel workbook and no CSV file.',
      'Save the list as .xlsx or .csv.',
    )
  const [first = ''] = text.split('\n', 1)
  const delimiter = [';', '\t', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]
  let records: z.infer<typeof CsvRecords>
  try {
    records = CsvRecords.parse(
      parse(text, { delimiter, bom: true, relax_column_count: true, info: true, trim: true }),
    )
  } catch {
    throw new ImportError(
      'damaged',
      'A quotation mark in this CSV file is never closed.',
      'Save it anew as CSV.',
    )
  }
  return sheetOf(
    fileName.replace(/\.[^.]*$/, ''),
    records.map(({ record, info }) => ({ line: info.lines, cells: record.map(unescaped) })),
  )
}

/** Exports put an apostrophe before what a spreadsheet would take for a formula. */
const unescaped = (cell: string) => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell)

/** The first row with words is the head. */
function sheetOf(name: string, all: { line: number; cells: Cell[] }[]): Sheet {
  const rows = all.filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
  const [head, ...rest] = rows
  return {
    name,
    head: (head?.cells ?? []).map((cell) => (typeof cell === 'object' ? cell.day : String(cell)).trim()),
    rows: rest,
  }
}
