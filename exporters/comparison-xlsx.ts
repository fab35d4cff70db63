import type ExcelJS from 'exceljs'
import { type ComparedRow, type Standing, standingPoints } from '#domain/policy/compare.ts'
import { type PolicyTerm, whereOf } from '#domain/policy/policy-term.ts'
import { riskClassTitles } from '#domain/policy/risk.ts'
import { type ComparisonModel, groupTitles, standingWords } from './comparison.ts'
import { confirmedBy, unconfirmed } from './confirmed.ts'
import type { Exporter } from './exporter.ts'
import { fill, fitRows, grounds, headRow, printed, put, workbook, xlsxMime } from './xlsx.ts'

const groundOf: Record<Standing, string> = {
  better: grounds.good,
  meets: grounds.fine,
  not_asked: grounds.fine,
  unsure: grounds.doubtful,
  short: grounds.short,
  missing: grounds.bad,
}

/** More columns than these side by side can't be read on paper. */
const COLUMNS_A_PAGE = 4

/** The comparison as a workbook: the terms, the score with weights that can be changed, and the clauses cited. */
export const comparisonXlsx: Exporter<ComparisonModel> = {
  id: 'comparison',
  title: 'Comparison',
  extension: 'xlsx',
  mime: xlsxMime,
  async write(model) {
    const book = workbook('Comparison', model.organisation, model.preparedOn)
    const clauses = new Map<PolicyTerm, number>()
    const refer = (term: PolicyTerm) => {
      if (!clauses.has(term)) clauses.set(term, clauses.size + 1)
      return clauses.get(term) ?? 0
    }
    termsSheet(book, model, refer)
    scoreSheet(book, model)
    clausesSheet(book, [...clauses.keys()])
    for (const sheet of book.worksheets) fitRows(sheet)
    return new Uint8Array(await book.xlsx.writeBuffer())
  },
}

function termsSheet(book: ExcelJS.Workbook, model: ComparisonModel, refer: (term: PolicyTerm) => number) {
  const { comparison } = model
  const sheet = book.addWorksheet('Comparison', {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 4 }],
    pageSetup: {
      ...printed,
      printTitlesRow: '4:4',
      printTitlesColumn: 'A:B',
      fitToWidth: Math.ceil(comparison.columns.length / COLUMNS_A_PAGE),
    },
  })
  sheet.columns = [{ width: 24 }, { width: 32 }, ...comparison.columns.map(() => ({ width: 38 }))]
  put(sheet.getCell('A1'), `${model.organisation}: comparison of ${comparison.columns.length}`)
  sheet.getCell('A1').font = { bold: true, size: 14 }
  sheet.getCell('A1').alignment = {}
  sheet.getCell('A2').value =
    `Against ${comparison.playbook.title} ${comparison.playbook.version}, class ${riskClassTitles[comparison.riskClass]}. As of`
  sheet.getCell('C2').value = new Date(`${model.preparedOn}T00:00:00Z`)
  sheet.getCell('C2').numFmt = 'yyyy-mm-dd'
  sheet.getCell('C2').alignment = { horizontal: 'left' }
  if (model.whatIfs.length > 0)
    sheet.getCell('A3').value = `Supposed, signed by nobody: ${model.whatIfs.join('; ')}`
  const head = sheet.getRow(4)
  for (const [i, words] of ['Term', 'Asked', ...comparison.columns.map((c) => c.title)].entries())
    put(head.getCell(i + 1), words)
  headRow(head)

  const fees = sheet.addRow(['Fees a year'])
  for (const [i, { annualFees }] of comparison.columns.entries()) {
    if (!annualFees) continue
    const cell = fees.getCell(i + 3)
    cell.value = annualFees.amount
    cell.numFmt = `#,##0.## "${annualFees.currency}"`
    cell.alignment = { horizontal: 'left' }
  }
  let group = ''
  for (const row of comparison.rows) {
    if (row.group !== group) {
      group = row.group
      headRow(sheet.addRow([groupTitles[row.group], '', ...comparison.columns.map(() => '')]))
    }
    termRow(sheet, row, refer)
    for (const rule of row.rules) {
      const line = sheet.addRow([])
      put(line.getCell(1), `   ${rule.title}`)
      put(line.getCell(2), rule.required ?? 'Nothing')
      for (const [i, { standing, why, best }] of rule.standings.entries()) {
        const cell = line.getCell(i + 3)
        put(cell, `${standingWords[standing]}${best ? ', best of the row' : ''}: ${why}`)
        cell.fill = fill(groundOf[standing])
        if (best) cell.font = { bold: true }
      }
    }
  }
}

function termRow(sheet: ExcelJS.Worksheet, row: ComparedRow, refer: (term: PolicyTerm) => number) {
  const line = sheet.addRow([])
  put(line.getCell(1), row.title)
  line.getCell(1).font = { bold: true }
  for (const [i, cell] of row.cells.entries())
    put(
      line.getCell(i + 3),
      cell.map(({ words, term }) => `${words} [${refer(term)}]${unconfirmed(term)}`).join('\n') ||
        'Not found in what was read',
    )
}

/** Weights are numbers that may be changed; the scores are formulas over them. */
function scoreSheet(book: ExcelJS.Workbook, { comparison }: ComparisonModel) {
  const sheet = book.addWorksheet('Score', {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
    pageSetup: printed,
  })
  sheet.columns = [{ width: 50 }, { width: 10 }, ...comparison.columns.map(() => ({ width: 24 }))]
  const head = sheet.addRow([])
  for (const [i, words] of ['Requirement', 'Weight', ...comparison.columns.map((c) => c.title)].entries())
    put(head.getCell(i + 1), words)
  headRow(head)
  const rules = comparison.rows.flatMap((row) => row.rules).filter((rule) => rule.required !== null)
  for (const rule of rules) {
    const row = sheet.addRow([])
    put(row.getCell(1), rule.title)
    row.getCell(2).value = rule.weight
    for (const [i, { standing }] of rule.standings.entries())
      if (standing !== 'not_asked') row.getCell(i + 3).value = standingPoints[standing]
  }
  const last = rules.length + 1
  const total = sheet.addRow(['Score of 100'])
  for (const [i, { of100 }] of comparison.scores.entries()) {
    const cell = total.getCell(i + 3)
    const column = cell.address.replace(/\d+/, '')
    cell.value = {
      formula: `IF(SUM(B2:B${last})=0,"",ROUND(100*SUMPRODUCT(B2:B${last},${column}2:${column}${last})/(${standingPoints.better}*SUM(B2:B${last})),0))`,
      result: of100 ?? '',
    }
  }
  headRow(total)
  sheet.addRow([])
  sheet.addRow([
    'Points: 3 better than asked, 2 meets, 1 short or to be looked at, 0 missing. Change a weight and the scores follow.',
  ])
}

function clausesSheet(book: ExcelJS.Workbook, terms: PolicyTerm[]) {
  const sheet = book.addWorksheet('Clauses cited', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: printed,
  })
  sheet.columns = [{ width: 6 }, { width: 44 }, { width: 10 }, { width: 8 }, { width: 34 }, { width: 110 }]
  headRow(sheet.addRow(['No.', 'Paper', 'Clause', 'Page', 'Confirmed', 'Words']))
  for (const [i, term] of terms.entries()) {
    const citation = term.citations[0]
    const row = sheet.addRow([i + 1])
    row.alignment = { vertical: 'top' }
    put(row.getCell(2), term.agreement.title)
    put(row.getCell(3), citation?.clause ?? '')
    row.getCell(4).value = citation?.page ?? null
    put(row.getCell(5), confirmedBy(term))
    put(row.getCell(6), citation?.quote.replace(/\s+/g, ' ') ?? whereOf(term))
  }
}
