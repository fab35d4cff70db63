import { groupBy, uniqBy } from 'es-toolkit'
import { deadlines } from '#domain/policy/deadlines.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { calendarFor } from './holidays.server.ts'

/** When agreements end, renew and are to be given notice of, each with what it leaves to its vendor's master agreement. */

/** What an order form leaves to the paper above it: how notices go out, and whose holidays count. */
export const leftToMaster = ['notices', 'governing_law']
/** Kinds of papers that others leave something to. */
export const masterKinds = ['msa', 'terms_of_service'] as const

/** What agreements are dated by. */
export interface Dated {
  agreements: Agreement[]
  terms: PolicyTerm[]
}

/** The dates of the papers' agreements, or of some of them, as of a day. */
export function agreementDates(papers: Dated, date: string, of?: Set<string>) {
  const datedOf = datedBy(papers, date)
  return deadlines({
    agreements: papers.agreements
      .filter(({ id }) => !of || of.has(id))
      .map((agreement) => ({ ...agreement, ...datedOf(agreement.id) })),
    date,
  })
}

/** What an agreement is dated by: its terms with what it leaves to the master agreement, and the holidays that its law counts. */
export function datedBy({ agreements, terms }: Dated, date: string) {
  const vendorOf = new Map(agreements.map((a) => [a.id, a.vendorId]))
  const ownOf = groupBy(terms, (term) => term.agreement.id)
  const isMaster = ({ type, agreement }: PolicyTerm) =>
    leftToMaster.includes(type) && masterKinds.some((kind) => kind === agreement.kind)
  const vendorOfTerm = (term: PolicyTerm) => vendorOf.get(term.agreement.id) ?? ''
  const mastersOf = groupBy(
    // Of a hundred master agreements that say the same, one is enough.
    uniqBy(terms.filter(isMaster), (term) => JSON.stringify([vendorOfTerm(term), term.type, term.value])),
    vendorOfTerm,
  )
  return (agreementId: string) => {
    const own = ownOf[agreementId] ?? []
    const silent = leftToMaster.filter((type) => !own.some((term) => term.type === type))
    const masters = mastersOf[vendorOf.get(agreementId) ?? ''] ?? []
    const all = [...own, ...masters.filter(({ type }) => silent.includes(type))]
    return { terms: all, calendar: calendarFor(all, date) }
  }
}
