import type { FileChild } from 'docx'
import type { ResponsibilityRow } from '#domain/policy/responsibilities.ts'
import { citedClauses } from './docx/clauses.ts'
import { classSection, localeOf, NOT_ADVICE, type ReportHead, titleBlock } from './docx/opening.ts'
import { type Cell, calledOut, colours, gap, heading, note, paragraph, table } from './docx/parts.ts'
import { docxMime, report, textWidth } from './docx/report.ts'
import type { Exporter } from './exporter.ts'
import { counted, listed } from './format.ts'

export interface ResponsibilityMatrixModel extends ReportHead {
  deployment: { name: string; purpose: string }
  rows: ResponsibilityRow[]
}

/** Who carries what in a deployment, as a Word document that an IT leader sends as it is. */
export const responsibilityMatrix: Exporter<ResponsibilityMatrixModel> = {
  id: 'responsibility-matrix',
  title: 'Responsibility matrix',
  extension: 'docx',
  mime: docxMime,
  write: (model) =>
    report({
      title: `Responsibility matrix: ${model.deployment.name}`,
      organisation: model.organisation,
      orientation: 'landscape',
      preparedOn: model.preparedOn,
      version: `Version ${model.version}`,
      locale: localeOf(model),
      children: body(model),
    }),
}

/** Area, vendor, customer, shared or unallocated, clause, note. */
const widths = [2500, 1000, 1250, 1600, 3620, 4600]
const header = ['Area', 'Vendor', 'Customer', 'Shared, nobody', 'Clause', 'Note']

function body(model: ResponsibilityMatrixModel): FileChild[] {
  const clauses = citedClauses()
  const unallocated = model.rows.filter((row) => row.allocation === 'unallocated')
  return [
    ...titleBlock('Responsibility matrix', ['Deployment', model.deployment.name], model, textWidth.landscape),
    paragraph(model.deployment.purpose),
    paragraph({ text: summary(model.rows, localeOf(model)), bold: true }),
    ...(unallocated.length > 0
      ? [
          calledOut(
            `Nobody carries ${counted(unallocated.length, 'area')}: decide before launch`,
            unallocated.map((row) => `${row.title}. ${row.note}`),
            textWidth.landscape,
          ),
          gap(),
        ]
      : []),
    ...classSection(model),
    heading('Who carries what'),
    matrixTable(model, clauses),
    ...clauses.appendix(),
    note(NOT_ADVICE),
  ]
}

/** Areas down, sides across, the unallocated on a ground of their own; its first row is a head that repeats. */
export const matrixTable = (
  { rows }: Pick<ResponsibilityMatrixModel, 'rows'>,
  clauses: ReturnType<typeof citedClauses>,
) =>
  table({
    widths,
    header,
    rows: rows.map((row) => ({
      cells: cellsOf(row, clauses),
      shade: row.allocation === 'unallocated' ? colours.alarmGround : undefined,
    })),
  })

/** "Of 23 areas the vendor carries 8, we carry 6, 4 are shared and 5 have nobody." */
export function summary(rows: ResponsibilityRow[], locale: string): string {
  const count = (allocation: string) => rows.filter((row) => row.allocation === allocation).length
  const carried = [
    `the vendor carries ${count('vendor')}`,
    `we carry ${count('customer')}`,
    `${count('shared')} ${count('shared') === 1 ? 'is' : 'are'} shared`,
    `${count('unallocated') || 'none'} ${count('unallocated') === 1 ? 'has' : 'have'} nobody`,
  ]
  return `Of ${counted(rows.length, 'area')} ${listed(carried, locale)}.`
}

const mark: Cell = [{ text: '●', bold: true, colour: colours.accent }]
const middle: Partial<Record<ResponsibilityRow['allocation'], Cell>> = {
  shared: [{ text: '● Shared', bold: true, colour: colours.accent }],
  unallocated: [{ text: '◆ Nobody', bold: true, colour: colours.alarm }],
}

/** More clauses than these are named in the appendix of the agreement's own page; a cell has to stay readable. */
const MOST_CLAUSES = 3

function cellsOf(row: ResponsibilityRow, clauses: ReturnType<typeof citedClauses>): Cell[] {
  const named = row.terms.slice(0, MOST_CLAUSES).map((term) => clauses.refer(term))
  const more = row.terms.length - named.length
  return [
    [{ text: row.title, bold: true }],
    row.allocation === 'vendor' ? mark : [],
    row.allocation === 'customer' ? mark : [],
    middle[row.allocation] ?? [],
    more > 0 ? [...named, `and ${counted(more, 'more clause')}`] : named,
    [row.note],
  ]
}
