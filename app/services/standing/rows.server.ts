import type { Reckoned } from '#db/standing.ts'
import type { standingDates, standingGaps } from '#db/standing-answers.ts'
import type { Gap, Severity } from '#domain/policy/assess.ts'
import { daysBetween } from '#domain/policy/calendar.ts'
import type { Deadline, Undated } from '#domain/policy/deadlines.ts'
import { isConfirmed, type PolicyTerm, whereOf } from '#domain/policy/policy-term.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import type { DeadlineView, GapView, UndatedView } from '../../components/policy-view.ts'

/** Gaps and dates as rows that are kept, and as the screens show them. */

/** Address of a term in its paper. */
export const hrefOf = (term: PolicyTerm) =>
  `/agreements/${term.agreement.slug ?? ''}/terms/${term.slug ?? ''}`

export const hrefOfDate = (d: Deadline | Undated) =>
  d.term ? hrefOf(d.term) : `/agreements/${d.agreement.slug ?? ''}`

/** "today", "in 12 days", "3 days ago" */
export function awayWords(days: number): string {
  if (days === 0) return 'today'
  const count = Math.abs(days)
  const words = `${count} ${count === 1 ? 'day' : 'days'}`
  return days > 0 ? `in ${words}` : `${words} ago`
}

/** A gap as the screens show it, without whose it is. */
export const plainGap = ({ term, trace: _, ...gap }: Gap): GapView => ({
  ...gap,
  termId: term?.id ?? null,
  quote: term?.citations[0]?.quote ?? null,
  where: term && whereOf(term),
  href: term && hrefOf(term),
  confirmed: term && isConfirmed(term),
})

/** A space, then words with single spaces and nothing else between them. */
const wordsOf = (...texts: string[]) =>
  ` ${texts
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')}`

export function gapRow(gap: Gap): Reckoned['gaps'][number] {
  const { rule, severity, ...rest } = plainGap(gap)
  return {
    rule,
    severity,
    agreement_id: gap.term?.agreement.id ?? null,
    words: wordsOf(gap.title, gap.required, gap.found, gap.ask),
    gap_json: JSON.stringify(rest),
  }
}

type GapRow = Awaited<ReturnType<typeof standingGaps>>[number]

/** Rows that this release wrote itself: their shape is known. */
export const gapOfRow = (row: GapRow): GapView => ({
  ...(JSON.parse(row.gap_json) as Omit<GapView, 'rule' | 'severity'>),
  rule: row.rule,
  severity: row.severity as Severity,
  deployment: { id: row.id, slug: row.slug, name: row.name, riskClass: row.risk_class as RiskClass },
  vendor: row.vendor ?? undefined,
})

/** A date as the screens show it, but for how far away it is. */
type PlainDate = Omit<DeadlineView, 'daysAway' | 'away' | 'date'>

const plainDate = (d: Deadline | Undated, href: string): PlainDate => ({
  id: `${d.kind} ${d.agreement.id}`,
  kind: d.kind,
  title: d.title,
  why: d.why,
  about: d.agreement.title,
  href,
  quote: d.term?.citations[0]?.quote ?? null,
  where: d.term && whereOf(d.term),
})

const seenFrom = (day: string, date: string, plain: PlainDate): DeadlineView => {
  const daysAway = daysBetween(day, date)
  return { ...plain, date, daysAway, away: awayWords(daysAway) }
}

export const deadlineView = (d: Deadline, day: string, href: string): DeadlineView =>
  seenFrom(day, d.date, plainDate(d, href))

export const undatedView = (u: Undated, href: string): UndatedView => {
  const { id, title, why, about } = plainDate(u, href)
  return { id, title, why, about, href }
}

export const datedRow = (
  d: Deadline | Undated,
  href: (d: Deadline | Undated) => string,
): Reckoned['dates'][number] => ({
  due: 'date' in d ? d.date : null,
  kind: d.kind,
  date_json: JSON.stringify(plainDate(d, href(d))),
})

type DateRow = Awaited<ReturnType<typeof standingDates>>[number]

export const deadlineOfRow = ({ due, date_json }: DateRow, day: string): DeadlineView =>
  seenFrom(day, due ?? day, JSON.parse(date_json) as PlainDate)

export function undatedOfRow({ date_json }: DateRow): UndatedView {
  const { id, title, why, about, href } = JSON.parse(date_json) as PlainDate
  return { id, title, why, about, href }
}
