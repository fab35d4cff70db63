import { z } from 'zod'
import { plainDate } from '../quantities/date.ts'
import { Duration, durationDays, plainDuration } from '../quantities/duration.ts'
import {
  addMonths,
  type BusinessCalendar,
  before,
  beforeMonthEnd,
  dayAfter,
  endOfPeriod,
  weekdayOf,
} from './calendar.ts'
import type { PolicyTerm } from './policy-term.ts'
import { type RiskClass, riskClassTitles } from './risk.ts'
import { type Found, found, type NoRun, type Run, runOf } from './running-term.ts'
import { sending } from './sending.ts'

export const DeadlineKind = z.enum(['term_end', 'non_renewal_notice', 'price_change', 're_papering'])
export type DeadlineKind = z.infer<typeof DeadlineKind>

interface AboutAgreement {
  id: string
  title: string
  slug?: string
}

/** A day by which somebody has to act, or on which something ends. */
export interface Deadline {
  kind: DeadlineKind
  /** "Last day to send notice against the renewal". */
  title: string
  /** ISO date. */
  date: string
  /** The sum that gives the date, in words. */
  why: string
  term: PolicyTerm | null
  agreement: AboutAgreement
  /** Of a notice: the last day of the term that it ends. */
  ends?: string
}

/** A day that can't be reckoned; it is never due, and `why` says what is missing. */
export type Undated = Omit<Deadline, 'date'>

export interface DeadlineAgreement extends AboutAgreement {
  /** Those `expired` or `terminated` have no deadlines left. */
  status: string
  signedOn?: string | null
  effectiveOn?: string | null
  terms: PolicyTerm[]
  /** The holidays of the place whose law governs it; those of the input when absent. */
  calendar?: BusinessCalendar
}

const NonRenewalNotice = z.object({
  /** Absent where the copy leaves it blank. */
  period: Duration.optional(),
  toEndOf: z.enum(['month', 'quarter', 'year']).optional(),
})
type NonRenewalNotice = z.infer<typeof NonRenewalNotice>
const PriceChange = z.object({
  notice: Duration.optional(),
  cap: z.number().optional(),
  when: z.enum(['renewal', 'anytime']),
})

const titles: Record<DeadlineKind, string> = {
  term_end: 'Term ends',
  non_renewal_notice: 'Last day to send notice against the renewal',
  price_change: 'Prices may change',
  re_papering: 'Review of the papers',
}

/**
 * What falls due on the agreements, as of `date` (ISO): for each the term that is running after tacit renewals, and
 * the day by which notice has to be sent. `holidays` (ISO dates) are no business days. Dated ones come earliest first.
 */
export function deadlines(input: { agreements: DeadlineAgreement[]; date: string; holidays?: string[] }): {
  dated: Deadline[]
  undated: Undated[]
} {
  const dated: Deadline[] = []
  const undated: Undated[] = []
  for (const agreement of input.agreements) {
    if (agreement.status === 'expired' || agreement.status === 'terminated') continue
    const calendar = agreement.calendar ?? { place: null, holidays: input.holidays ?? [] }
    for (const one of ofAgreement(agreement, input.date, calendar)) {
      if ('date' in one) dated.push(one)
      else undated.push(one)
    }
  }
  dated.sort((a, b) => a.date.localeCompare(b.date))
  return { dated, undated }
}

type Due = Deadline | Undated

function ofAgreement(agreement: DeadlineAgreement, date: string, calendar: BusinessCalendar): Due[] {
  const { id, title, slug, terms } = agreement
  const about = slug === undefined ? { id, title } : { id, title, slug }
  const run = runOf(agreement)
  const notices = found(terms, 'non_renewal_notice', NonRenewalNotice)
  const days = ({ value }: Found<NonRenewalNotice>) => (value.period ? durationDays(value.period) : 0)
  // Of two periods the longer is the safe one.
  const notice = notices.sort((a, b) => days(b) - days(a))[0] ?? null
  if ('missing' in run) return undatedOf(run, notice, about)
  const times = running(run, date)
  const end = run.end(times)
  const last = times >= run.renewals
  const end_ = termEnd(run, times, last)
  const due: Due[] = [
    { kind: 'term_end', title: end_.title, date: end, why: end_.why, term: run.term, agreement: about },
  ]
  if (!run.renewal) return due
  if (!last) due.push(...priceChange(terms, end, calendar.holidays, about))
  const { period, toEndOf } = notice?.value ?? {}
  if (!notice || !period)
    return [
      ...due,
      {
        kind: 'non_renewal_notice',
        title: titles.non_renewal_notice,
        why: notice
          ? 'It renews by itself, and this copy leaves blank how long before the end notice against that must be given.'
          : 'It renews by itself, but no period of notice against that was found.',
        term: notice?.term ?? run.renewal.term,
        agreement: about,
      },
    ]
  const next = nextNotice(run, times, { period, toEndOf }, date, calendar.holidays)
  if (next === null) return due
  const sent = sending(terms, next.by, date, calendar)
  return [
    ...due,
    {
      kind: 'non_renewal_notice',
      title: titles.non_renewal_notice,
      date: sent.date,
      why: `${next.why}${sent.why}`,
      term: notice.term,
      agreement: about,
      ends: next.ends,
    },
  ]
}

/** How many renewals lie behind the term that runs on `date`; the last one when all terms are over. */
function running(run: Run, date: string): number {
  let times = 0
  while (times < run.renewals && run.end(times) < date) times += 1
  return times
}

function termEnd(run: Run, times: number, last: boolean): { title: string; why: string } {
  const renewed =
    times > 0
      ? `; renewed ${times === 1 ? 'once' : `${times} times`}, the term now runs to ${plainDate(run.end(times))}`
      : ''
  const period = run.renewal?.value.period
  if (!last && period)
    return {
      title: 'Term ends and renews by itself',
      why: `${capital(run.words)}${renewed}. It then renews for ${plainDuration(period)} unless notice is given.`,
    }
  if (run.renewal && !period)
    return {
      title: titles.term_end,
      why: `${capital(run.words)}. It renews by itself, for how long was not found.`,
    }
  return { title: titles.term_end, why: `${capital(run.words)}${renewed}.` }
}

/** The next day by which notice must be there: of this term while that can be met, else of the one after it. */
function nextNotice(
  run: Run,
  times: number,
  { period, toEndOf }: { period: Duration; toEndOf: NonRenewalNotice['toEndOf'] },
  date: string,
  holidays: string[],
): { by: string; ends: string; why: string } | null {
  const missed: string[] = []
  // One that has no renewal left to stop needs no notice; a first term without a known renewal period still does.
  for (let t = times; t < Math.max(run.renewals, 1); t += 1) {
    const end = run.end(t)
    const close = toEndOf ? endOfPeriod(end, toEndOf) : end
    const by = (toEndOf ? beforeMonthEnd : before)(close, period, holidays)
    const to = toEndOf ? `; notice runs to the end of a ${toEndOf}, ${plainDate(close)}` : ''
    const sum = `Term ends ${plainDate(end)}${to} − ${plainDuration(period)} = ${plainDate(by)}, a ${weekdayOf(by)}`
    if (by >= date) return { by, ends: close, why: [sum, ...missed].join('. ') }
    missed.push(
      `For the term that ends ${plainDate(end)} the day was ${plainDate(by)}, which is past: it renews`,
    )
  }
  return null
}

/** From the first day of the next term on, where the vendor may raise them at a renewal. */
function priceChange(
  terms: PolicyTerm[],
  end: string,
  holidays: string[],
  agreement: AboutAgreement,
): Deadline[] {
  const change = found(terms, 'price_change', PriceChange).find(({ value }) => value.when === 'renewal')
  if (!change) return []
  const { notice, cap } = change.value
  const told = notice
    ? `; the vendor has to say so ${plainDuration(notice)} before, by ${plainDate(before(end, notice, holidays))}`
    : ''
  const most = cap === undefined ? '' : `, by ${cap}% at most`
  const date = dayAfter(end)
  const why = `Term ends ${plainDate(end)}: from ${plainDate(date)} on prices may rise${most}${told}.`
  return [{ kind: 'price_change', title: titles.price_change, date, why, term: change.term, agreement }]
}

function undatedOf(run: NoRun, notice: Found<NonRenewalNotice> | null, agreement: AboutAgreement): Undated[] {
  if (run.perpetual) return []
  const end: Undated = {
    kind: 'term_end',
    title: titles.term_end,
    why: run.missing,
    term: run.term,
    agreement,
  }
  if (!notice) return [end]
  const { period } = notice.value
  return [
    end,
    {
      kind: 'non_renewal_notice',
      title: titles.non_renewal_notice,
      why: `${period ? plainDuration(period) : 'A period left blank'} before the end of the term, which is not known. ${run.missing}`,
      term: notice.term,
      agreement,
    },
  ]
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** When the papers of a deployment are to be looked at again. `date` is null when there is no day to count from. */
export interface RePapering {
  kind: 're_papering'
  title: string
  date: string | null
  /** True when the day is before the day asked about. */
  overdue: boolean
  why: string
}

/**
 * Counts the class's months (`reviewMonths`, one number a class) from the last review, or from the signature when there
 * has been none. All dates ISO.
 */
export function rePapering(input: {
  riskClass: RiskClass
  reviewMonths: Record<RiskClass, number>
  lastReviewedOn?: string | null
  signedOn?: string | null
  date: string
}): RePapering {
  const { riskClass, reviewMonths, lastReviewedOn, signedOn } = input
  const months = reviewMonths[riskClass]
  const cadence = `Class ${riskClassTitles[riskClass]} asks for a review every ${plainDuration(`P${months}M`)}`
  const from = lastReviewedOn || signedOn
  const base = { kind: 're_papering' as const, title: titles.re_papering }
  if (!from)
    return {
      ...base,
      date: null,
      overdue: false,
      why: `${cadence}; neither a review nor a signature has a date yet.`,
    }
  const date = addMonths(from, months)
  const since = lastReviewedOn ? 'last reviewed' : 'signed'
  return {
    ...base,
    date,
    overdue: date < input.date,
    why: `${cadence}; ${since} ${plainDate(from)} + ${plainDuration(`P${months}M`)} = ${plainDate(date)}.`,
  }
}
