import type { FileChild } from 'docx'
import { type Gap, severities } from '#domain/policy/assess.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { confirmedBy } from './confirmed.ts'
import { quoteOf } from './docx/clauses.ts'
import { NOT_ADVICE } from './docx/opening.ts'
import {
  bullet,
  type Cell,
  colours,
  facts,
  gap,
  heading,
  note,
  paragraph,
  paragraphAbove,
  table,
  title,
} from './docx/parts.ts'
import { docxMime, report, textWidth } from './docx/report.ts'
import { severityTitles } from './docx/severity.ts'
import type { Exporter } from './exporter.ts'
import { counted, listed, longDate } from './format.ts'

/** One thing to ask the vendor for. */
export interface NegotiationItem {
  gap: Gap
  /** Names of the deployments that need it. */
  neededBy: string[]
  owner: string | null
}

/** A gap whose risk was accepted, by its title and the deployment's name. */
export interface AcceptedGap {
  title: string
  deployment: string
  /** ISO date, the last day it holds. */
  until: string
}

export interface NegotiationListModel {
  organisation: string
  vendor: string
  agreement: string
  playbook: { title: string; version: string }
  /** In any order; the document goes by severity. */
  items: NegotiationItem[]
  /** Not asked for: the risk was accepted. */
  accepted: AcceptedGap[]
  /** ISO date. */
  preparedOn: string
  /** BCP 47; British English when absent. */
  locale?: string
}

/** What to ask the vendor for, the gravest first: the present wording, ours, and what to settle for. */
export const negotiationList: Exporter<NegotiationListModel> = {
  id: 'negotiation-list',
  title: 'Negotiation list',
  extension: 'docx',
  mime: docxMime,
  write: (model) =>
    report({
      title: `Negotiation list: ${model.agreement}`,
      organisation: model.organisation,
      orientation: 'landscape',
      preparedOn: model.preparedOn,
      locale: model.locale ?? 'en-GB',
      children: body(model),
    }),
}

function body(model: NegotiationListModel): FileChild[] {
  const { items, accepted, locale = 'en-GB' } = model
  const ordered = severities.flatMap((severity) => items.filter((item) => item.gap.severity === severity))
  return [
    title('Negotiation list'),
    facts(
      [
        ['Agreement', [{ text: model.agreement, bold: true }]],
        ['Between', [`${model.vendor} and ${model.organisation}`]],
        ['Prepared on', [longDate(model.preparedOn, locale)]],
        ['Held against', [`${model.playbook.title}, version ${model.playbook.version}`]],
        ['Asked for', [counted(items.length, 'change')]],
      ],
      [2200, textWidth.landscape - 2200],
    ),
    gap(),
    ...(items.length === 0 ? [paragraph('Nothing is left to ask for.')] : []),
    ...ordered.flatMap((item, i) => section(item, i + 1, locale)),
    ...(accepted.length > 0
      ? [
          heading('Not asked for: the risk was accepted'),
          ...accepted.map((one) => bullet(acceptedWords(one, locale))),
        ]
      : []),
    note(NOT_ADVICE),
  ]
}

const acceptedWords = ({ title, deployment, until }: AcceptedGap, locale: string) =>
  `${title}, for ${deployment}, until ${longDate(until, locale)}`

const third = Math.floor(textWidth.landscape / 3)

function section(
  { gap: one, neededBy, owner }: NegotiationItem,
  number: number,
  locale: string,
): FileChild[] {
  const present: Cell = one.term
    ? [
        { text: quoteOf(one.term), italics: true },
        { text: `${whereOf(one.term)}. ${confirmedBy(one.term)}`, colour: colours.soft },
      ]
    : [{ text: `Nothing: ${one.found.charAt(0).toLowerCase()}${one.found.slice(1)}.`, italics: true }]
  const why = [
    `Required: ${one.required}.`,
    one.why,
    neededBy.length > 0 ? `Needed by ${listed(neededBy, locale)}.` : '',
    owner ? `With ${owner}.` : '',
  ]
  return [
    heading(`${number}. ${one.title}`, 2),
    paragraphAbove({ text: `${severityTitles[one.severity]}. `, bold: true }, why.filter(Boolean).join(' ')),
    table({
      widths: [third, third, textWidth.landscape - 2 * third],
      header: ['Present wording', 'Wording to ask for', 'What to settle for'],
      rows: [{ cells: [present, [one.ask], [one.fallback]] }],
    }),
  ]
}
