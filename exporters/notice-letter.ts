import type { NoticeAddress } from '#domain/policy/notice-address.ts'
import { colours, heading, note, paragraph } from './docx/parts.ts'
import { docxMime, type Logo, report } from './docx/report.ts'
import type { Exporter } from './exporter.ts'
import { longDate } from './format.ts'

export interface NoticeLetterModel {
  organisation: string
  vendor: string
  /** As somebody entered it for the vendor, and as the notices clause prints it. */
  address: { entered: string | null } & NoticeAddress
  /** The words of the notices clause; null when none was found. */
  noticesClause: { where: string; quote: string } | null
  /** ["courier", "registered mail"]; [] when the agreement names no way. */
  methods: string[]
  agreement: { title: string; signedOn: string | null }
  /** The clause that gives the right not to renew. */
  clause: string | null
  /** ISO date on which the agreement ends by this notice; null when it is not known. */
  endsOn: string | null
  /** "Term ends 31 Mar 2027 − 60 days = …" */
  sum: string
  /** ISO date: it has to be sent by then. */
  sendBy: string
  /** ISO date. */
  preparedOn: string
  signer: string | null
  locale?: string
  logo?: Logo
}

/** Notice against a renewal, ready to be signed, with what the sender has to heed on a page of its own. */
export const noticeLetter: Exporter<NoticeLetterModel> = {
  id: 'notice-letter',
  title: 'Notice against the renewal',
  extension: 'docx',
  mime: docxMime,
  write(model) {
    const { organisation, vendor, agreement, clause, methods, endsOn, locale = 'en-GB' } = model
    const signed = agreement.signedOn ? ` signed on ${longDate(agreement.signedOn, locale)}` : ''
    const ends = endsOn
      ? `It ends on ${longDate(endsOn, locale)}, and no renewal term begins.`
      : 'It ends when its current term ends, and no renewal term begins.'
    return report({
      title: `Notice against the renewal: ${agreement.title}`,
      organisation,
      logo: model.logo,
      orientation: 'portrait',
      preparedOn: model.preparedOn,
      locale,
      children: [
        paragraph({ text: organisation, bold: true }),
        paragraph(longDate(model.preparedOn, locale)),
        ...addressee(model),
        paragraph(methods.length > 0 ? `By ${either(methods, locale)}` : 'In writing'),
        heading(`Notice against the renewal of the ${agreement.title}`),
        paragraph(`We refer to the ${agreement.title} between ${vendor} and ${organisation}${signed}.`),
        paragraph(
          `Under ${clause ?? 'its terms on renewal'} we give notice that we do not renew it. ${ends}`,
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
        heading('For the sender; not part of the letter', 1, { newPage: true }),
        paragraph({ text: `Send it by ${longDate(model.sendBy, locale)}. `, bold: true }, model.sum),
        ...(model.noticesClause
          ? [
              paragraph(
                'Send it to the address and in the way that the agreement says. Compare the address on the letter with its words:',
              ),
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

/** Lines of the address; a place to fill in where nobody entered one and the clause prints none. */
function addressee({ vendor, address }: NoticeLetterModel) {
  const lines = address.entered
    ? address.entered.split('\n')
    : address.post
      ? address.post.split(/, (?=\S)/)
      : null
  const named = lines?.[0]?.toLowerCase().startsWith(vendor.toLowerCase())
  return [
    ...(named ? [] : [paragraph(vendor)]),
    ...(lines ?? []).map((line) => paragraph(line)),
    ...(lines
      ? []
      : [paragraph({ text: '[Address: see the page behind this letter]', colour: colours.alarm })]),
    ...address.emails.map((email) => paragraph(`Copy to ${email}`)),
  ]
}

/** "courier, registered mail or hand". */
const either = (words: string[], locale: string) =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(words)
