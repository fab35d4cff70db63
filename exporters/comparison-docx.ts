import type { FileChild } from 'docx'
import { riskClassTitles } from '#domain/policy/risk.ts'
import { type ComparisonModel, groupTitles, standingWords } from './comparison.ts'
import { citedClauses } from './docx/clauses.ts'
import { NOT_ADVICE } from './docx/opening.ts'
import { type Cell, colours, facts, gap, heading, note, paragraph, table, title } from './docx/parts.ts'
import { docxMime, report, textWidth } from './docx/report.ts'
import type { Exporter } from './exporter.ts'
import { longDate } from './format.ts'

/** More columns than these don't fit across a page; the next ones get a table of their own. */
const ACROSS = 4
const LEFT = 3000

/** The comparison as a paper for a board: the scores first, then where they differ, then the clauses. */
export const comparisonDocx: Exporter<ComparisonModel> = {
  id: 'comparison-paper',
  title: 'Comparison for the board',
  extension: 'docx',
  mime: docxMime,
  write: (model) =>
    report({
      title: 'Comparison of agreements',
      organisation: model.organisation,
      logo: model.logo,
      orientation: 'landscape',
      preparedOn: model.preparedOn,
      locale: model.locale ?? 'en-GB',
      children: body(model),
    }),
}

function body(model: ComparisonModel): FileChild[] {
  const { comparison, whatIfs, organisation, preparedOn, locale = 'en-GB' } = model
  const clauses = citedClauses()
  return [
    title('Comparison of agreements'),
    facts(
      [
        ['Organisation', [organisation]],
        ['Compared', comparison.columns.map((c) => c.title)],
        ['Held against', [`${comparison.playbook.title}, version ${comparison.playbook.version}`]],
        ['Risk class', [{ text: riskClassTitles[comparison.riskClass], bold: true }]],
        ['Prepared on', [longDate(preparedOn, locale)]],
        ...(whatIfs.length > 0
          ? [
              [
                'Supposed',
                whatIfs.map((text) => ({ text: `${text}. Nobody has signed this.`, colour: colours.alarm })),
              ] as [string, Cell],
            ]
          : []),
      ],
      [LEFT, textWidth.landscape - LEFT],
    ),
    gap(),
    heading('How they score'),
    paragraph(
      'Of 100: three points a requirement for better than asked, two for enough, one for short or doubtful, none for missing, times its weight.',
    ),
    table({
      widths: [textWidth.landscape - 4600, 1400, 3200],
      header: ['Compared', 'Score', 'Fees a year'],
      rows: comparison.columns.map((column, i) => ({
        cells: [
          [{ text: column.title, bold: true }],
          [String(comparison.scores[i]?.of100 ?? 'Nothing asked')],
          [
            column.annualFees
              ? new Intl.NumberFormat(locale, {
                  style: 'currency',
                  currency: column.annualFees.currency,
                  maximumFractionDigits: 0,
                }).format(column.annualFees.amount)
              : 'Not known',
          ],
        ],
      })),
    }),
    ...against(model),
    ...wording(model, clauses),
    ...clauses.appendix(),
    note(NOT_ADVICE),
  ]
}

/** Columns in groups that fit across a page. */
const spreads = (count: number) =>
  Array.from({ length: Math.ceil(count / ACROSS) }, (_, i) =>
    Array.from({ length: Math.min(ACROSS, count - i * ACROSS) }, (__, j) => i * ACROSS + j),
  )

const widthsFor = (columns: number) => [
  LEFT,
  ...Array.from({ length: columns }, () => Math.floor((textWidth.landscape - LEFT) / columns)),
]

function against({ comparison }: ComparisonModel): FileChild[] {
  const rules = comparison.rows.flatMap((row) => row.rules).filter((rule) => rule.required !== null)
  return spreads(comparison.columns.length).flatMap((columns, i) => [
    heading(i === 0 ? 'Against the playbook' : 'Against the playbook, continued'),
    table({
      widths: widthsFor(columns.length),
      header: ['Requirement', ...columns.map((c) => comparison.columns[c]?.title ?? '')],
      rows: rules.map((rule) => ({
        cells: [
          [
            { text: rule.title, bold: true },
            { text: rule.required ?? '', colour: colours.soft },
          ],
          ...columns.map((c): Cell => {
            const { standing = 'not_asked', why = '', best = false } = rule.standings[c] ?? {}
            const bad = standing === 'missing' || standing === 'short'
            return [
              {
                text: `${standingWords[standing]}${best ? ' (best)' : ''}`,
                bold: true,
                colour: bad ? colours.alarm : colours.ink,
              },
              why,
            ]
          }),
        ],
      })),
    }),
  ])
}

function wording({ comparison }: ComparisonModel, clauses: ReturnType<typeof citedClauses>): FileChild[] {
  const differing = comparison.rows.filter((row) => row.differs)
  return spreads(comparison.columns.length).flatMap((columns, i) => [
    heading(i === 0 ? 'Where their words differ' : 'Where their words differ, continued'),
    table({
      widths: widthsFor(columns.length),
      header: ['Term', ...columns.map((c) => comparison.columns[c]?.title ?? '')],
      rows: differing.map((row) => ({
        cells: [
          [
            { text: row.title, bold: true },
            { text: groupTitles[row.group], colour: colours.soft },
          ],
          ...columns.map((c): Cell => {
            const cell = row.cells[c] ?? []
            if (cell.length === 0) return [{ text: 'Not found in what was read', colour: colours.soft }]
            return cell.flatMap(
              ({ words, term }): Cell => [words, { text: clauses.refer(term), colour: colours.soft }],
            )
          }),
        ],
      })),
    }),
  ])
}
