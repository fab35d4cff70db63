import { agreementBySlug, agreements } from '#db/agreements.ts'
import { setDeadlineMark } from '#db/deadlines.ts'
import { recordEvent } from '#db/events.ts'
import { vendorById } from '#db/vendors.ts'
import { deadlines } from '#domain/policy/deadlines.ts'
import { noticeAddressIn } from '#domain/policy/notice-address.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { methodsOf } from '#domain/policy/sending.ts'
import { exporters } from '#exporters/index.ts'
import { datedBy } from './agreement-dates.server.ts'
import { logoOf } from './document-style.server.ts'
import type { House } from './house.server.ts'
import { papersOf } from './policy-terms.server.ts'
import type { Report } from './reports.server.ts'

/** The letter against an agreement's next renewal. Null when there is no such agreement or no day for a notice is known. */
export async function noticeReport(
  house: House,
  slug: string,
  { date, locale, signer }: { date: string; locale?: string; signer: string },
): Promise<Report | null> {
  const agreement = await agreementBySlug(house.db, slug)
  if (!agreement) return null
  const family = await agreements(house.db, { vendorIds: [agreement.vendorId] })
  const dated = datedBy(await papersOf(house, family), date)(agreement.id)
  const due = deadlines({ agreements: [{ ...agreement, ...dated }], date })
  const notice = due.dated.find((d) => d.kind === 'non_renewal_notice')
  if (!notice) return null
  const clause = dated.terms.find((t) => t.type === 'notices' && t.review !== 'rejected')
  const quote = clause?.citations.map((c) => c.quote).join(' … ') ?? ''
  const vendor = await vendorById(house.db, agreement.vendorId)
  const { mime, write } = exporters.noticeLetter
  const bytes = await write({
    organisation: agreement.counterparty ?? 'Our organisation',
    vendor: agreement.vendorName,
    address: { entered: vendor?.noticeAddress ?? null, ...noticeAddressIn(quote) },
    noticesClause: clause ? { where: whereOf(clause), quote } : null,
    methods: methodsOf(dated.terms),
    agreement: { title: agreement.title, signedOn: agreement.signedOn },
    clause:
      notice.term && (notice.term.citations[0]?.clause ? `clause ${notice.term.citations[0].clause}` : null),
    endsOn: notice.ends ?? null,
    sum: notice.why,
    sendBy: notice.date,
    preparedOn: date,
    signer,
    locale,
    logo: await logoOf(house),
  })
  return { fileName: `${slug}-notice.docx`, mime, bytes }
}

/** What a person did about one date. */
export type DeadlineVerdict =
  | { verdict: 'snooze'; until: string; reason: string }
  | { verdict: 'done'; reason: string }
  | { verdict: 'sent'; method: string; sentOn: string; reason: string }
  | { verdict: 'reopen' }

/** Records it with its event. A letter that was sent is a date that is done, with its sending as the evidence. */
export async function markDeadline(
  house: House,
  { key, dueOn, by }: { key: string; dueOn: string; by: string },
  verdict: DeadlineVerdict,
): Promise<void> {
  const mark =
    verdict.verdict === 'reopen'
      ? null
      : verdict.verdict === 'snooze'
        ? { state: 'snoozed' as const, until: verdict.until, reason: verdict.reason, by }
        : {
            state: 'done' as const,
            until: null,
            reason:
              verdict.verdict === 'sent'
                ? `Notice sent by ${verdict.method} on ${verdict.sentOn}: ${verdict.reason}`
                : verdict.reason,
            by,
          }
  await house.db.transaction().execute(async (trx) => {
    await setDeadlineMark(trx, key, dueOn, mark)
    await recordEvent(trx, {
      actor: by,
      action: { snooze: 'set aside', done: 'finished', sent: 'sent the notice for', reopen: 'reopened' }[
        verdict.verdict
      ],
      subject: 'deadline_mark',
      subjectId: `${key} ${dueOn}`,
      detail: { ...verdict },
    })
  })
}
