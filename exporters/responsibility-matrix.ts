import type { FileChild } from 'docx'
import type { ResponsibilityRow } from '#domain/policy/responsibilities.ts'
import type { Language } from '#domain/register/document-style.ts'
import { type CitedClauses, citedClauses } from './docx/clauses.ts'
import { classSection, type ReportHead, titleBlock } from './docx/opening.ts'
import { type Cell, calledOut, colours, gap, heading, note, paragraph, table } from './docx/parts.ts'
import { docxMime, report, textWidth } from './docx/report.ts'
import type { Exporter } from './exporter.ts'
import { matrixWords } from './matrix/index.ts'
import type { Carried, MatrixWords } from './matrix/words.ts'

export interface ResponsibilityMatrixModel extends ReportHead {
  version: string
  language: Language
  deployment: { name: string; purpose: string }
  rows: ResponsibilityRow[]
  /** What each vendor's own papers say, where there are several; [] otherwise. */
  byVendor: { vendor: string; rows: ResponsibilityRow[] }[]
}

/** Who carries what in a deployment, as a Word document that an IT leader sends as it is. */
export const responsibilityMatrix: Exporter<ResponsibilityMatrixModel> = {
  id: 'responsibility-matrix',
  title: 'Responsibility matrix',
  extension: 'docx',
  mime: docxMime,
  write(model) {
    const words = matrixWords[model.language]
    const locale = words.locale(model.locale)
    return report({
      title: `${words.title}: ${model.deployment.name}`,
      organisation: model.organisation,
      orientation: 'landscape',
      preparedOn: model.preparedOn,
      version: `${words.head.version} ${model.version}`,
      locale,
      logo: model.logo,
      pages: words.pages,
      children: body({ ...model, locale }, words),
    })
  },
}

function body(model: ResponsibilityMatrixModel, words: MatrixWords): FileChild[] {
  const clauses = citedClauses(words)
  const unallocated = model.rows.filter((row) => row.allocation === 'unallocated')
  return [
    ...titleBlock(
      words.title,
      [words.deployment, model.deployment.name],
      model,
      textWidth.landscape,
      words.head,
    ),
    paragraph(model.deployment.purpose),
    paragraph({ text: words.summary(carried(model.rows)), bold: true }),
    ...(unallocated.length > 0
      ? [
          calledOut(
            words.nobodyCarries(unallocated.length),
            unallocated.map((row) => `${row.title}. ${noteOf(row, words)}`),
            textWidth.landscape,
          ),
          gap(),
        ]
      : []),
    // The questionnaire is in English, and so are its answers.
    ...(model.language === 'en' ? classSection(model) : []),
    heading(words.whoCarries),
    matrixTable(model, clauses, words),
    ...clauses.appendix(),
    note(words.notAdvice),
  ]
}

export function carried(rows: ResponsibilityRow[]): Carried {
  const counts: Carried = { vendor: 0, customer: 0, shared: 0, unallocated: 0 }
  for (const { allocation } of rows) counts[allocation] += 1
  return counts
}

function noteOf({ said, decidedBy, doubtful }: ResponsibilityRow, words: MatrixWords): string {
  return [
    said,
    ...(decidedBy ? [words.decidedBy(decidedBy)] : []),
    ...(doubtful ? [words.doubtful] : []),
  ].join(' ')
}

/** More vendors than these don't fit beside each other; their clauses then stand together. */
const MOST_VENDORS = 4

/** Areas down, sides across, the unallocated on a ground of their own; its first row is a head that repeats. */
export function matrixTable(
  model: Pick<ResponsibilityMatrixModel, 'rows' | 'byVendor'>,
  clauses: CitedClauses,
  words: MatrixWords,
) {
  const several = model.byVendor.length > 1 && model.byVendor.length <= MOST_VENDORS
  return several ? vendorsAcross(model, clauses, words) : sidesAcross(model, clauses, words)
}

const shadeOf = (row: ResponsibilityRow) =>
  row.allocation === 'unallocated' ? colours.alarmGround : undefined

/** Area, vendor, customer, shared or nobody, clause, note. */
const sideWidths = [2500, 1150, 1150, 1550, 3620, 4600]
const mark: Cell = [{ text: '●', bold: true, colour: colours.accent }]

function sidesAcross(
  { rows }: Pick<ResponsibilityMatrixModel, 'rows'>,
  clauses: CitedClauses,
  words: MatrixWords,
) {
  return table({
    widths: sideWidths,
    header: [words.area, words.vendor, words.customer, words.sharedOrNobody, words.clause, words.note],
    rows: rows.map((row) => ({
      shade: shadeOf(row),
      cells: [
        [{ text: row.title, bold: true }],
        row.allocation === 'vendor' ? mark : [],
        row.allocation === 'customer' ? mark : [],
        row.allocation === 'shared' || row.allocation === 'unallocated' ? [sideOf(row, words)] : [],
        referred(row, clauses, words),
        [noteOf(row, words)],
      ],
    })),
  })
}

/** Area, who carries it, a column for each vendor with what its own papers say, note. */
function vendorsAcross(
  { rows, byVendor }: Pick<ResponsibilityMatrixModel, 'rows' | 'byVendor'>,
  clauses: CitedClauses,
  words: MatrixWords,
) {
  const [area, side, ground] = [2200, 1700, 3400]
  const each = Math.floor((textWidth.landscape - area - side - ground) / byVendor.length)
  return table({
    widths: [area, side, ...byVendor.map(() => each), ground],
    header: [words.area, words.carriedBy, ...byVendor.map(({ vendor }) => vendor), words.note],
    rows: rows.map((row) => ({
      shade: shadeOf(row),
      cells: [
        [{ text: row.title, bold: true }],
        [sideOf(row, words)],
        ...byVendor.map((one): Cell => {
          const own = one.rows.find(({ area: id }) => id === row.area)
          if (!own || own.allocation === 'unallocated')
            return [{ text: words.saysNothing, colour: colours.soft }]
          return [words.sides[own.allocation], ...referred(own, clauses, words)]
        }),
        [noteOf(row, words)],
      ],
    })),
  })
}

const sideOf = ({ allocation }: ResponsibilityRow, { sides }: MatrixWords) =>
  allocation === 'unallocated'
    ? { text: `◆ ${sides.unallocated}`, bold: true, colour: colours.alarm }
    : { text: `● ${sides[allocation]}`, bold: true, colour: colours.accent }

/** More clauses than these are named in the appendix of the agreement's own page; a cell has to stay readable. */
const MOST_CLAUSES = 3

function referred(row: ResponsibilityRow, clauses: CitedClauses, words: MatrixWords): Cell {
  const named = row.terms.slice(0, MOST_CLAUSES).map((term) => clauses.refer(term))
  const more = row.terms.length - named.length
  return more > 0 ? [...named, words.moreClauses(more)] : named
}
