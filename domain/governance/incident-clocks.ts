import { z } from 'zod'
import { isBusinessDay } from '../policy/calendar.ts'
import { plainName } from '../policy/checks/verdict.ts'
import { type PolicyTerm, whereOf } from '../policy/policy-term.ts'
import { plainDate } from '../quantities/date.ts'
import { Duration, plainDuration } from '../quantities/duration.ts'
import {
  type EventKind,
  headWords,
  type Incident,
  type IncidentEntry,
  type IncidentRules,
  type OwnClock,
} from './incidents.ts'
import { indemnityFor } from './recovery.ts'

/** By when whom must be told, and by when a claim must be raised: from the contracts, the laws chosen, and by hand. */

export interface Clock {
  id: string
  /** "The vendor to us", "We to the vendor". */
  who: string
  title: string
  /** ISO moment by which it is due; null for "without undue delay". */
  due: string | null
  why: string
  source: string
  term: PolicyTerm | null
  /** When somebody recorded that it was done. */
  doneAt: string | null
}

/** Types of terms that clocks are reckoned from. */
export const clockTerms = ['incident_notice', 'indemnity', 'limitation_period']

const Notice = z.object({
  by: z.string(),
  within: Duration.optional(),
  standard: z.string().optional(),
  trigger: z.string(),
})
const Limitation = z.object({ period: Duration, party: z.string().optional() })

const triggersOf: Record<EventKind, string[]> = {
  personal_data: ['personal_data_breach', 'security_incident', 'other'],
  security: ['security_incident', 'other'],
  ai: ['ai_incident', 'other'],
  safety: ['ai_incident', 'other'],
}

/** The moment a period after another; business days end at the same hour, holidays (ISO days) not counted. */
export function momentAfter(from: string, period: Duration, holidays: readonly string[] = []): string {
  const date = new Date(from)
  if (typeof period !== 'string') {
    for (let left = period.businessDays; left > 0; ) {
      date.setUTCDate(date.getUTCDate() + 1)
      if (isBusinessDay(date.toISOString().slice(0, 10), holidays)) left -= 1
    }
    return date.toISOString()
  }
  const [, years, months, weeks, days, hours] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?$/.exec(period) ?? []
  date.setUTCMonth(date.getUTCMonth() + Number(months ?? 0) + 12 * Number(years ?? 0))
  date.setUTCDate(date.getUTCDate() + Number(days ?? 0) + 7 * Number(weeks ?? 0))
  date.setUTCHours(date.getUTCHours() + Number(hours ?? 0))
  return date.toISOString()
}

interface Input {
  incident: Pick<Incident, 'knownAt' | 'happenedAt' | 'laws' | 'kind'>
  rules: IncidentRules
  terms: PolicyTerm[]
  entries: Pick<IncidentEntry, 'kind' | 'clock' | 'at'>[]
  own?: (OwnClock & { id: string })[]
  /** ISO days that are no business days: by a paper's id, or by a country's two letters. */
  holidaysOf?: (of: { agreement: string } | { country: string }) => readonly string[]
}

/**
 * All clocks, the earliest first, those without a figure last. The vendor's duty to tell us runs from when the vendor
 * knew; as that is seldom known, it is reckoned from when we knew, the latest it can be.
 */
export function clocksOf(input: Input): Clock[] {
  const doneAt = (id: string) => input.entries.find((e) => e.kind === 'told' && e.clock === id)?.at ?? null
  return [...noticeClocks(input), ...lawClocks(input), ...claimClocks(input), ...ownClocks(input)]
    .map((clock) => ({ ...clock, doneAt: doneAt(clock.id) }))
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
}

type Running = Omit<Clock, 'doneAt'>

const sum = (knownAt: string, within: Duration | null | undefined, standard: string) =>
  within ? `Known ${plainMoment(knownAt)} + ${plainDuration(within)}` : `${standard}: no figure, so at once`

const paperClock = (side: string, term: PolicyTerm) =>
  `${side}:${term.agreement.id}:${term.citations[0]?.start ?? 0}`

/** Who has to tell whom by the contracts. */
function noticeClocks({ incident, rules, terms, holidaysOf }: Input): Running[] {
  const events = rules.kinds.find((k) => k.id === incident.kind)?.events ?? []
  return standing(terms, 'incident_notice').flatMap((term): Running[] => {
    const notice = Notice.safeParse(term.value)
    if (!notice.success || !events.some((e) => triggersOf[e].includes(notice.data.trigger))) return []
    const { by, within, standard } = notice.data
    const sides = by === 'mutual' || by === 'unknown' ? ['vendor', 'customer'] : [by]
    const holidays = holidaysOf?.({ agreement: term.agreement.id })
    return sides.map((side) => ({
      id: paperClock(side, term),
      who: side === 'vendor' ? 'The vendor to us' : 'We to the vendor',
      title: `Notice of ${plainName(notice.data.trigger)}`,
      due: within ? momentAfter(incident.knownAt, within, holidays) : null,
      why: sum(incident.knownAt, within, plainName(standard ?? 'without undue delay')),
      source: whereOf(term),
      term,
    }))
  })
}

const lawClocks = ({ incident, rules, holidaysOf }: Input): Running[] =>
  rules.laws
    .filter((law) => incident.laws.includes(law.id))
    .map((law) => ({
      id: law.id,
      who: law.to,
      title: law.title,
      due: law.within
        ? momentAfter(incident.knownAt, law.within, law.country ? holidaysOf?.({ country: law.country }) : [])
        : null,
      why: `${sum(incident.knownAt, law.within, 'Without undue delay')}. ${law.note.replace(/\.$/, '')}`,
      source: law.source,
      term: null,
    }))

/** By when the claim is to be raised: notice to whoever indemnifies, and the contractual limit for bringing it. */
function claimClocks({ incident, rules, terms }: Input): Running[] {
  const heads = rules.kinds.find((k) => k.id === incident.kind)?.heads ?? []
  const notices = heads.flatMap((head): Running[] => {
    const indemnity = indemnityFor(head, terms)
    const conditions = indemnity?.value.conditions
    if (!indemnity || !Array.isArray(conditions) || !conditions.includes('notice')) return []
    return [
      {
        id: paperClock('claim', indemnity),
        who: 'We to the vendor',
        title: `Notice of the claim under the indemnity for ${headWords([head])}`,
        due: null,
        why: 'The indemnity depends on notice. No figure was read, so at once',
        source: whereOf(indemnity),
        term: indemnity,
      },
    ]
  })
  const limits = limitationsOf(terms).flatMap((term): Running[] => {
    const limit = Limitation.safeParse(term.value)
    if (!limit.success || limit.data.party === 'vendor') return []
    return [
      {
        id: paperClock('limit', term),
        who: 'We against the vendor',
        title: 'Claim brought in time',
        due: momentAfter(incident.happenedAt, limit.data.period),
        why: `Happened ${plainMoment(incident.happenedAt)} + ${plainDuration(limit.data.period)}; later the claim is lost`,
        source: whereOf(term),
        term,
      },
    ]
  })
  return [...notices.filter((one, i) => notices.findIndex((n) => n.id === one.id) === i), ...limits]
}

const ownClocks = ({ incident, own = [] }: Input): Running[] =>
  own.map(({ id, who, title, hours, source }) => ({
    id: `own:${id}`,
    who,
    title,
    due: momentAfter(incident.knownAt, `PT${hours}H`),
    why: sum(incident.knownAt, `PT${hours}H`, ''),
    source,
    term: null,
  }))

/** Time limits for claims; one in a service level agreement is for service credits. */
export const limitationsOf = (terms: PolicyTerm[]): PolicyTerm[] =>
  standing(terms, 'limitation_period').filter((term) => term.agreement.kind !== 'sla')

const standing = (terms: PolicyTerm[], type: string) =>
  terms.filter((term) => term.type === type && term.review !== 'rejected')

export const plainMoment = (iso: string): string => `${plainDate(iso.slice(0, 10))} ${iso.slice(11, 16)} UTC`
