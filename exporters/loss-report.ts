import type { FileChild } from 'docx'
import { type LossModel, type LossResult, matters, roughly } from '#domain/governance/loss.ts'
import { liabilityHeadTitles, lossKindTitles, type Recovery } from '#domain/governance/recovery.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { bullet, heading, note, paragraph, table, title } from './docx/parts.ts'
import { docxMime, report, textWidth } from './docx/report.ts'
import type { Exporter } from './exporter.ts'

export interface LossReportModel {
  organisation: string
  deployment: string
  model: LossModel
  /** False while the numbers are those the product starts with. */
  ownNumbers: boolean
  result: LossResult
  recoveries: Recovery[]
  asks: { title: string; required: string; worth: number }[]
  controls: { title: string; inOrder: boolean; worth: number }[]
  /** ISO date. */
  preparedOn: string
  locale?: string
}

/** What a failure costs and who pays, on the pages a CFO reads. */
export const lossReport: Exporter<LossReportModel> = {
  id: 'loss-report',
  title: 'What a failure costs',
  extension: 'docx',
  mime: docxMime,
  write: (model) =>
    report({
      title: `What a failure costs: ${model.deployment}`,
      organisation: model.organisation,
      orientation: 'portrait',
      preparedOn: model.preparedOn,
      locale: model.locale ?? 'en-GB',
      children: body(model),
    }),
}

function body({ model, result, ...rest }: LossReportModel): FileChild[] {
  const money = new Intl.NumberFormat(rest.locale ?? 'en-GB', {
    style: 'currency',
    currency: model.currency,
    maximumFractionDigits: 0,
  })
  const sum = (amount: number) => money.format(roughly(amount))
  const range = ({ low, likely, high }: { low: number; likely: number; high: number }) =>
    `${low.toLocaleString('en-GB')} / ${likely.toLocaleString('en-GB')} / ${high.toLocaleString('en-GB')}`
  const width = textWidth.portrait
  return [
    title('What a failure costs'),
    paragraph({ text: rest.deployment, bold: true }),
    paragraph(
      `In an average year failures cost ${sum(result.expected)}. The contracts give back ${sum(result.recoverable)}; ${sum(result.retained)} stays with us. In one year of twenty it is more than ${sum(result.p95)}, of which more than ${sum(result.retainedP95)} stays with us.`,
    ),
    ...(rest.ownNumbers
      ? []
      : [
          paragraph({
            text: 'The numbers are those the product starts with. Replace them before anybody decides on them.',
            italics: true,
          }),
        ]),
    ...result.unknown.map((words) => paragraph({ text: words, bold: true })),
    heading('By scenario'),
    table({
      widths: [2500, 1300, 1700, 1400, 1400, width - 8300],
      header: ['Scenario', 'A year', 'Loss of one', 'Expected', 'Comes back', 'Stays with us'],
      rows: model.scenarios.map((scenario, i) => {
        const { expected = 0, recoverable = 0 } = result.scenarios[i] ?? {}
        return {
          cells: [
            [{ text: scenario.title, bold: true }],
            [range(scenario.frequency)],
            [range(scenario.loss)],
            [sum(expected)],
            [sum(recoverable)],
            [sum(expected - recoverable)],
          ],
        }
      }),
    }),
    note('How often and how much: low, likely and high. Sums are rounded to three digits.'),
    heading('What the contracts give back'),
    ...rest.recoveries.map((r) =>
      bullet(
        { text: `${liabilityHeadTitles[r.head]}: `, bold: true },
        `${limitWords(r)}${r.limit.term ? ` (${whereOf(r.limit.term)})` : ''}. ${r.indemnity ? `Indemnity: ${whereOf(r.indemnity)}. ` : 'No indemnity. '}${
          r.excluded.length > 0
            ? `Not given back: ${r.excluded.map((e) => lossKindTitles[e.kind].toLowerCase()).join(', ')}.`
            : ''
        }`,
      ),
    ),
    ...(rest.asks.length > 0
      ? [
          heading('What each ask is worth'),
          ...rest.asks.map((ask) =>
            bullet(
              { text: `${ask.title}: `, bold: true },
              matters(ask.worth)
                ? `${ask.required} moves ${sum(ask.worth)} a year from us to the vendor.`
                : `${ask.required} makes no difference on these numbers.`,
            ),
          ),
        ]
      : []),
    ...(rest.controls.length > 0
      ? [
          heading('What each control is worth'),
          ...rest.controls.map((control) =>
            bullet(
              { text: `${control.title}: `, bold: true },
              control.inOrder
                ? `in order; without it ${sum(control.worth)} a year more would stay with us.`
                : `not in order; with it ${sum(control.worth)} a year less would stay with us.`,
            ),
          ),
        ]
      : []),
    note(
      'Simulated over 20,000 years with a fixed seed. Ranges are PERT distributions, the number of events is Poisson, a limit holds for all events of a year together. It shows what the numbers entered come to; it is no forecast and no legal advice.',
    ),
  ]
}

function limitWords({ limit }: Recovery): string {
  switch (limit.kind) {
    case 'uncapped':
      return 'outside the cap'
    case 'own_cap':
      return `under a cap of its own, ${limit.words}`
    case 'general_cap':
      return `under the general cap, ${limit.words}`
    case 'open':
      return 'no cap was found; nothing is counted'
  }
}
