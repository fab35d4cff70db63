import { heading, note, paragraph } from './docx/parts.ts'
import { docxMime, report } from './docx/report.ts'
import type { Exporter } from './exporter.ts'
import { longDate } from './format.ts'

export interface NoticeLetterModel {
  organisation: string
  vendor: string
  /** The words of the notices clause, from which whoever sends it takes the address; null when none was found. */
  noticesClause: { where: string; quote: string } | null
  /** "courier or registered mail"; '' when the agreement names no way. */
  methods: string
  agreement: { title: string; signedOn: string | null }
  /** The clause that gives the right not to renew. */
  clause: string | null
  /** "Term ends 31 Mar 2027 − 60 days = …" */
  sum: string
  /** ISO date: it has to be sent by then. */
  sendBy: string
  /** ISO date. */
  preparedOn: string
  signer: string | null
  locale?: string
}

/** Notice against a renewal, ready to be signed, with what the sender has to heed on a page of its own. */
export const noticeLetter: Exporter<NoticeLetterModel> = {
  id: 'notice-letter',
  title: 'Notice against the renewal',
  extension: 'docx',
  mime: docxMime,
  write(model) {
    const { organisation, vendor, agreement, clause, locale = 'en-GB' } = model
    const signed = agreement.signedOn ? ` signed on ${longDate(agreement.signedOn, locale)}` : ''
    return report({
      title: `Notice against the renewal: ${agreement.title}`,
      organisation,
      orientation: 'portrait',
      preparedOn: model.preparedOn,
      version: 'For signature',
      locale,
      children: [
        paragraph({ text: organisation, bold: true }),
        paragraph(vendor),
        paragraph(model.methods ? `By ${model.methods}` : 'In writing'),
        paragraph(longDate(model.preparedOn, locale)),
        heading(`Notice against the renewal of the ${agreement.title}`),
        paragraph(`To ${vendor}`),
        paragraph(`We refer to the ${agreement.title} between ${vendor} and ${organisation}${signed}.`),
        paragraph(
          `Under ${clause ?? 'its terms on renewal'} we give notice that we do not renew it. It ends when its current term ends, and no renewal term begins.`,
        ),
        paragraph(
          'Please confirm in writing that you have received this notice and the day on which the agreement ends.',
        ),
        paragraph('This notice does not waive any right or claim that either party has under the agreement.'),
        paragraph(''),
        paragraph('______________________________'),
        paragraph(
          model.signer ? `For ${organisation}: ${model.signer}` : `For ${organisation} (name, title)`,
        ),
        heading('For the sender; not part of the letter'),
        paragraph({ text: `Send it by ${longDate(model.sendBy, locale)}. `, bold: true }, model.sum),
        ...(model.noticesClause
          ? [
              paragraph('Send it to the address and in the way that the agreement says:'),
              paragraph({ text: model.noticesClause.where, bold: true }),
              paragraph(`“${model.noticesClause.quote.replace(/\s+/g, ' ')}”`),
            ]
          : [
              paragraph(
                'No notices clause was found in what was read. Look in the agreement for the address and the way before it is sent.',
              ),
            ]),
        note(
          'Keep the proof of sending, and record it among the deadlines. This letter is a draft and no legal advice.',
        ),
      ],
    })
  },
}
