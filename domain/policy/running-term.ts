import { z } from 'zod'
import { IsoDate, plainDate, readDates } from '../quantities/date.ts'
import { Duration, durationDays, plainDuration } from '../quantities/duration.ts'
import { daysBetween, lastDay, lastDayAfter } from './calendar.ts'
import { isSure, type PolicyTerm } from './policy-term.ts'

/** How long an agreement runs, tacit renewals included. */

const Dated = z.object({ date: IsoDate.optional(), event: z.string().optional() })
const InitialTerm = z.object({ period: Duration.optional(), endsOn: IsoDate.optional() })
const Expiration = z.object({
  date: IsoDate.optional(),
  perpetual: z.boolean().optional(),
  event: z.string().optional(),
})
const Renewal = z.object({
  automatic: z.boolean(),
  period: Duration.optional(),
  maxTimes: z.int().nonnegative().optional(),
})

export interface TermOfAgreement {
  terms: PolicyTerm[]
  signedOn?: string | null
  effectiveOn?: string | null
}

export interface Found<V> {
  term: PolicyTerm
  value: V
}

/** The terms of a type that can be used, what a person decided first, then the surest reading. */
export function found<S extends z.ZodType>(
  terms: PolicyTerm[],
  type: string,
  schema: S,
): Found<z.infer<S>>[] {
  return terms
    .filter((term) => term.type === type && term.review !== 'rejected')
    .sort((a, b) => Number(isSure(b)) - Number(isSure(a)) || b.confidence - a.confidence)
    .flatMap((term) => {
      const value = schema.safeParse(term.value)
      return value.success ? [{ term, value: value.data }] : []
    })
}

/** The run of an agreement: the last day of its first term and of each renewal. */
export interface Run {
  /** The last day after `times` renewals. */
  end(times: number): string
  /** How often it renews by itself; 0 when it doesn't, Infinity when nothing limits it. */
  renewals: number
  renewal: Found<z.infer<typeof Renewal>> | null
  /** The clause that the end rests on. */
  term: PolicyTerm | null
  /** "12 months from 1 Apr 2026". */
  words: string
}

/** Not known, with what is missing, in a sentence; `perpetual` needs no date at all. */
export interface NoRun {
  missing: string
  perpetual: boolean
  term: PolicyTerm | null
}

/** What the agreement says of its own length. */
export function runOf({ terms, signedOn, effectiveOn }: TermOfAgreement): Run | NoRun {
  const renewal = found(terms, 'renewal', Renewal).find((r) => r.value.automatic) ?? null
  const first = firstEnd(terms, effectiveOn || startOf(terms, signedOn || null))
  if ('missing' in first) return first
  const period = renewal?.value.period
  const renews = typeof period === 'string' && durationDays(period) >= 1 ? period : null
  return {
    end: (times) =>
      first.from && (!renews || sameGrain(first.from.period, renews))
        ? lastDay(first.from.start, first.from.period, renews, times)
        : renews
          ? lastDayAfter(first.end, renews, times)
          : first.end,
    renewals: renews ? (renewal?.value.maxTimes ?? Number.POSITIVE_INFINITY) : 0,
    renewal,
    term: first.term,
    words: first.words,
  }
}

/** Periods in months add up from the start; days after months have to be counted from the end of those. */
const sameGrain = (a: string, b: string) => [a, b].every((p) => /^P(\d+Y)?(\d+M)?$/.test(p))

/** From the text, else the day it was signed. */
function startOf(terms: PolicyTerm[], signedOn: string | null): string | null {
  const printed = (type: string) => found(terms, type, Dated).find((t) => t.value.date)?.value.date
  return printed('effective_date') ?? signedOn ?? printed('agreement_date') ?? null
}

interface FirstEnd {
  end: string
  /** Present when the end was reckoned from a start and a length. */
  from: { start: string; period: string } | null
  term: PolicyTerm
  words: string
}

function firstEnd(terms: PolicyTerm[], start: string | null): FirstEnd | NoRun {
  const initial = found(terms, 'initial_term', InitialTerm)
  const expirations = found(terms, 'expiration', Expiration)
  const printed =
    initial.map((i) => ({ term: i.term, date: i.value.endsOn })).find((i) => i.date) ??
    expirations
      .map((e) => ({ term: e.term, date: e.value.date }))
      .find((e) => e.date && prints(e.term, e.date))
  const length = initial.find((i) => typeof i.value.period === 'string')
  const period = typeof length?.value.period === 'string' ? length.value.period : null
  if (length && period && start) {
    const end = lastDay(start, period, null, 0)
    const reckoned = {
      end,
      from: { start, period },
      term: length.term,
      words: `${plainDuration(period)} from ${plainDate(start)}`,
    }
    // A day's difference is a matter of counting the last day in or out.
    if (!printed?.date || daysBetween(printed.date, end) <= 1) return reckoned
    const words = `printed as ${plainDate(printed.date)}, though ${reckoned.words} would be ${plainDate(end)}; the earlier counts`
    return { end: printed.date, from: null, term: printed.term, words }
  }
  if (printed?.date)
    return {
      end: printed.date,
      from: null,
      term: printed.term,
      words: `as printed, ${plainDate(printed.date)}`,
    }
  return noRun(length ?? null, expirations)
}

/** True when the cited words name the day; a reading may also have reckoned it, from a start that we know better. */
const prints = (term: PolicyTerm, date: string) =>
  term.citations.some(({ quote }) => readDates(quote).some((found) => found.value === date))

function noRun(
  length: Found<z.infer<typeof InitialTerm>> | null,
  expirations: Found<z.infer<typeof Expiration>>[],
): NoRun {
  const perpetual = expirations.find((e) => e.value.perpetual)
  const event = expirations.find((e) => e.value.event)
  if (perpetual) return { missing: 'It runs until somebody ends it.', perpetual: true, term: perpetual.term }
  if (length?.value.period)
    return {
      missing: `It runs for ${plainDuration(length.value.period)}, but its start is not known: enter the effective date.`,
      perpetual: false,
      term: length.term,
    }
  if (event)
    return {
      missing: `It ends with an event (${event.value.event}), not on a date.`,
      perpetual: false,
      term: event.term,
    }
  return { missing: 'Nothing that was read says how long it runs.', perpetual: false, term: null }
}
