import type { FileChild } from 'docx'
import { type Assessment, type Gap, type Met, severities } from '#domain/policy/assess.ts'
import type { Deadline, Undated } from '#domain/policy/deadlines.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { riskClassTitles } from '#domain/policy/risk.ts'
import { confirmedBy } from './confirmed.ts'
import { quoteOf } from './docx/clauses.ts'
import { classSection, localeOf, NOT_ADVICE, type ReportHead, titleBlock } from './docx/opening.ts'
import {
  bullet,
  type Cell,
  calledOut,
  colours,
  facts,
  gap,
  heading,
  note,
  paragraph,
  table,
} from './docx/parts.ts'
import { docxMime, report, textWidth } from './docx/report.ts'
import { severityTitles } from './docx/severity.ts'
import type { Exporter } from './exporter.ts'
import { counted, listed, longDate } from './format.ts'

export interface GapReportModel extends ReportHead {
  /** What the papers are held against, or the paper itself. */
  subject: { kind: 'deployment' | 'agreement'; name: string }
  assessment: Assessment
  deadlines: { dated: Deadline[]; undated: Undated[] }
}

/** What the papers lack, with the words to ask for, as a Word document. */
export const gapReport: Exporter<GapReportModel> = {
  id: 'gap-report',
  title: 'Gap report',
  extension: 'docx',
  mime: docxMime,
  write: (model) =>
    report({
      title: `Gap report: ${model.subject.name}`,
      organisation: model.organisation,
      logo: model.logo,
      orientation: 'portrait',
      preparedOn: model.preparedOn,
      locale: localeOf(model),
      children: body(model),
    }),
}

function body(model: GapReportModel): FileChild[] {
  const { subject, assessment, deadlines } = model
  const kind = subject.kind === 'deployment' ? 'Deployment' : 'Agreement'
  return [
    ...titleBlock('Gap report', [kind, subject.name], model, textWidth.portrait),
    heading('Summary'),
    paragraph({ text: summary(assessment, localeOf(model)), bold: true }),
    ...bySeverity(assessment.gaps),
    ...classSection(model),
    ...(assessment.gaps.length > 0 ? [heading('Gaps'), ...assessment.gaps.flatMap(gapSection)] : []),
    ...metSection(assessment.met),
    ...deadlineSection(deadlines, localeOf(model)),
    note(NOT_ADVICE),
  ]
}

function summary({ gaps, met, riskClass, date }: Assessment, locale: string): string {
  const asked = gaps.length + met.length
  const by = `requirements of class ${riskClassTitles[riskClass]}`
  if (gaps.length === 0) return `All ${asked} ${by} are met as of ${longDate(date, locale)}.`
  const counts = severities
    .map((severity) => ({ severity, count: gaps.filter((g) => g.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`)
  const unsure = gaps.filter((g) => g.state === 'unsure').length
  const untold = unsure > 0 ? ` and of ${unsure} it can’t be told` : ''
  return `${gaps.length - unsure} of ${asked} ${by} are not met${untold}, as of ${longDate(date, locale)}: ${listed(counts, locale)}.`
}

function bySeverity(gaps: Gap[]): FileChild[] {
  const blockers = gaps.filter((g) => g.severity === 'critical')
  const rows = severities.flatMap((severity) => {
    const those = gaps.filter((g) => g.severity === severity)
    if (those.length === 0) return []
    const names = those.map((g) => g.title).join('; ')
    return [{ cells: [[{ text: severityTitles[severity], bold: true }], [String(those.length)], [names]] }]
  })
  if (rows.length === 0) return []
  return [
    ...(blockers.length > 0
      ? [
          calledOut(
            `${counted(blockers.length, 'critical gap')}: settle before anything rests on this paper`,
            blockers.map((g) => `${g.title}. Found: ${closed(g.found)}`),
            textWidth.portrait,
          ),
          gap(),
        ]
      : []),
    table({ widths: [1600, 1000, textWidth.portrait - 2600], header: ['Severity', 'Gaps', 'Which'], rows }),
  ]
}

const stateWords: Record<Exclude<Gap['state'], 'missing'>, string> = {
  short: 'Found, not enough',
  conflict: 'Clauses disagree',
  unsure: 'Can’t be told',
}

function gapSection(one: Gap): FileChild[] {
  const clause: Cell = one.term
    ? [
        { text: quoteOf(one.term), italics: true },
        { text: whereOf(one.term), colour: colours.soft },
        { text: confirmedBy(one.term), colour: colours.soft },
      ]
    : []
  return [
    heading(`${severityTitles[one.severity]}: ${one.title}`, 2),
    facts(
      [
        ['Required', [one.required]],
        ['Found', [{ text: foundWords(one), bold: true }]],
        ...(clause.length > 0 ? [['Clause', clause] as [string, Cell]] : []),
        ['Why it matters', [one.why]],
        ['Ask for', [one.ask]],
        ['Fall back to', [one.fallback]],
      ],
      [1800, textWidth.portrait - 1800],
      true,
    ),
  ]
}

const foundWords = ({ state, found }: Gap) =>
  state === 'missing' ? closed(found) : `${stateWords[state]}. ${closed(found)}`

/** With its full stop. */
const closed = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`)

function metSection(met: Met[]): FileChild[] {
  if (met.length === 0) return []
  return [
    heading('Requirements that are met'),
    table({
      widths: [2700, 2600, textWidth.portrait - 5300],
      header: ['Requirement', 'Required', 'Found'],
      rows: met.map((m) => ({
        cells: [
          [{ text: m.title, bold: true }],
          [m.required],
          m.term
            ? [m.found, { text: `${whereOf(m.term)}. ${confirmedBy(m.term)}`, colour: colours.soft }]
            : [m.found],
        ],
      })),
    }),
  ]
}

function deadlineSection({ dated, undated }: GapReportModel['deadlines'], locale: string): FileChild[] {
  if (dated.length === 0 && undated.length === 0) return []
  return [
    heading('Deadlines'),
    ...(dated.length > 0
      ? [
          table({
            widths: [1900, 2700, textWidth.portrait - 4600],
            header: ['Date', 'What', 'How it is reckoned'],
            rows: dated.map((d) => ({
              cells: [
                [{ text: longDate(d.date, locale), bold: true }],
                [d.title, { text: d.agreement.title, colour: colours.soft }],
                [d.why],
              ],
            })),
          }),
        ]
      : []),
    ...(undated.length > 0
      ? [
          heading('Without a date', 2),
          ...undated.map((u) => bullet({ text: `${u.title}, ${u.agreement.title}: `, bold: true }, u.why)),
        ]
      : []),
  ]
}
