import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { compare } from '#domain/policy/compare.ts'
import { exporters } from '#exporters/index.ts'
import { loadPlaybooks } from '#playbooks/index.ts'
import { matrixModel } from './model.ts'

const evil = '=HYPERLINK("http://example.com","Click")'
const terms = matrixModel.rows.flatMap((row) => row.terms)
const model = {
  organisation: 'Harbour & Vale Retail',
  comparison: compare({
    columns: [
      { key: 'a', title: 'Brightwater', terms, unread: [], annualFees: { amount: 1471.6, currency: 'EUR' } },
      { key: 'b', title: evil, terms: [], unread: [] },
    ],
    riskClass: 'high',
    playbook: loadPlaybooks().playbook,
    date: '2026-11-25',
  }),
  whatIfs: ['Brightwater: a general cap of 3× the year’s fees'],
  preparedOn: '2026-11-25',
}

async function workbook() {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await exporters.comparisonXlsx.write(model)).buffer as ArrayBuffer)
  return book
}

test('the workbook has real numbers and days, frozen panes and the clauses cited', async () => {
  const book = await workbook()
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Comparison', 'Score', 'Clauses cited'])
  const sheet = book.getWorksheet('Comparison')
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 4 })
  expect(sheet?.getCell('C2').value).toEqual(new Date('2026-11-25T00:00:00Z'))
  expect(sheet?.getCell('C5').value).toBe(1471.6)
  expect(sheet?.getCell('C5').numFmt).toContain('EUR')
  expect(book.getWorksheet('Clauses cited')?.getCell('E2').text.length).toBeGreaterThan(10)
})

test('words of a vendor are never a formula; the only formulas are our own scores', async () => {
  const book = await workbook()
  const title = book.getWorksheet('Comparison')?.getCell('D4')
  expect(title?.value).toBe(evil)
  expect(title?.numFmt).toBe('@')
  const formulas: string[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => cell.formula && formulas.push(cell.formula)))
  expect(formulas).toHaveLength(2)
  for (const formula of formulas) expect(formula).toMatch(/SUMPRODUCT/)
})

test('the board paper has the scores, what is supposed, and the clauses in an appendix', async () => {
  const bytes = await exporters.comparisonDocx.write(model)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  for (const words of [
    'How they score',
    'Nobody has signed this',
    'Against the playbook',
    'Appendix: the clauses cited',
  ])
    expect(value).toContain(words)
})
