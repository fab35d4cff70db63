import type { FileChild } from 'docx'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { quoteOf } from './docx/clauses.ts'
import { bullet, facts, gap, heading, lead, note, paragraph, title } from './docx/parts.ts'
import { docxMime, report, textWidth } from './docx/report.ts'
import type { Exporter } from './exporter.ts'
import { longDate } from './format.ts'

export interface ClaimNoticeModel {
  organisation: string
  vendor: string
  incident: {
    slug: string
    title: string
    description: string
    affected: string
    happenedAt: string
    knownAt: string
  }
  deployment: string
  /** Papers under which it is given. */
  agreements: string[]
  /** Clauses that give the claim: indemnities, notice, cooperation. */
  clauses: { ground: string; term: PolicyTerm }[]
  /** What we ask the vendor for, with the clause that gives a right to it where there is one. */
  asks: { what: string; term: PolicyTerm | null }[]
  /** Preserved evidence by name and SHA-256. */
  evidence: { name: string; sha256: string }[]
  /** ISO date. */
  preparedOn: string
  locale?: string
}

/** A notice of claim to a vendor, to be signed and sent as the notices clause says. */
export const claimNotice: Exporter<ClaimNoticeModel> = {
  id: 'claim-notice',
  title: 'Notice of claim',
  extension: 'docx',
  mime: docxMime,
  write: (model) =>
    report({
      title: `Notice of claim, incident ${model.incident.slug}`,
      organisation: model.organisation,
      orientation: 'portrait',
      preparedOn: model.preparedOn,
      version: 'Draft',
      locale: model.locale ?? 'en-GB',
      children: body(model),
    }),
}

const moment = (iso: string, locale: string) => `${longDate(iso, locale)}, ${iso.slice(11, 16)} UTC`

function body(model: ClaimNoticeModel): FileChild[] {
  const { incident, locale = 'en-GB' } = model
  return [
    title('Notice of claim'),
    facts(
      [
        ['To', [model.vendor]],
        ['From', [model.organisation]],
        ['Date', [longDate(model.preparedOn, locale)]],
        ['Under', model.agreements.length > 0 ? model.agreements : ['the agreements between us']],
        ['Our reference', [`Incident ${incident.slug}`]],
      ],
      [2200, textWidth.portrait - 2200],
      true,
    ),
    gap(),
    paragraph(
      `We give you notice of a claim arising from the incident described below, in which your service was used for ${model.deployment}. We reserve all rights, including for loss that is not known yet.`,
    ),
    heading('What happened'),
    paragraph({ text: incident.title, bold: true }),
    ...(incident.description ? [paragraph(incident.description)] : []),
    paragraph(
      `It happened on ${moment(incident.happenedAt, locale)}; we knew of it on ${moment(incident.knownAt, locale)}.`,
    ),
    ...(incident.affected ? [paragraph(`Affected: ${incident.affected}`)] : []),
    heading('On what we rely'),
    ...(model.clauses.length > 0
      ? model.clauses.flatMap(({ ground, term }) => [
          lead(`${ground}: ${whereOf(term)}`),
          paragraph(quoteOf(term)),
        ])
      : [
          paragraph(
            'No indemnity for it was found in what was read; the claim rests on breach of the agreement. [Name the duty that was broken.]',
          ),
        ]),
    heading('What we ask of you'),
    ...model.asks.map(({ what, term }) => bullet(term ? `${what} (${whereOf(term)}).` : `${what}.`)),
    bullet('That you preserve everything that bears on this incident, and suspend its routine deletion.'),
    bullet('A written answer within ten business days, naming who handles the claim.'),
    heading('Preserved evidence'),
    ...(model.evidence.length > 0
      ? model.evidence.map((e) => bullet(`${e.name}, SHA-256 ${e.sha256}`))
      : [paragraph('[List what was preserved.]')]),
    gap(),
    paragraph('Signed for us:'),
    paragraph('[Name, title, date]'),
    note(
      'A draft drawn from the register. Have a lawyer read it before it is sent, and send it as the notices clause says. It is not legal advice.',
    ),
  ]
}
