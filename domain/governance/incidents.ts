import { z } from 'zod'
import { isBusinessDay } from '../policy/calendar.ts'
import { listed, plainName } from '../policy/checks/verdict.ts'
import { type PolicyTerm, whereOf } from '../policy/policy-term.ts'
import { plainDate } from '../quantities/date.ts'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { LiabilityHead } from './recovery.ts'

/** What went wrong or nearly did: kinds, clocks that run from when somebody knew, and what to ask the vendor for. */

export const EventKind = z.enum(['personal_data', 'security', 'ai', 'safety'])
export type EventKind = z.infer<typeof EventKind>

export const IncidentRules = z.object({
  version: z.string().min(1),
  kinds: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      example: z.string(),
      /** Under which the vendor's liability for it falls. */
      heads: z.array(LiabilityHead).min(1),
      events: z.array(EventKind).min(1),
    }),
  ),
  laws: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      to: z.string(),
      /** Null where the law says no more than "without undue delay". */
      within: Duration.nullable(),
      events: z.array(EventKind).min(1),
      note: z.string(),
      source: z.string(),
    }),
  ),
})
export type IncidentRules = z.infer<typeof IncidentRules>

export const IncidentSeverity = z.enum(['critical', 'high', 'medium', 'low'])
export type IncidentSeverity = z.infer<typeof IncidentSeverity>

const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/, 'Write the time like 2026-11-25T14:30, in UTC.')
  .transform((text) => new Date(text.endsWith('Z') ? text : `${text}Z`).toISOString())

/** As people and monitors report it. Moments are UTC. */
export const IncidentInput = z.object({
  title: z.string().trim().min(1, 'Say in a few words what happened.').max(200),
  kind: z.string().min(1, 'Choose what kind it is.'),
  severity: IncidentSeverity,
  nearMiss: z.boolean().default(false),
  description: z.string().trim().max(5000).default(''),
  happenedAt: moment,
  /** When we knew: clocks run from here. */
  knownAt: moment,
  intent: z.string().trim().max(200).default(''),
  affected: z.string().trim().max(2000).default(''),
  laws: z.array(z.string()).default([]),
})
export type IncidentInput = z.infer<typeof IncidentInput>

export interface Incident extends IncidentInput {
  id: string
  slug: string
  deploymentId: string
  cause: string
  containedAt: string | null
  closedAt: string | null
  rePapering: boolean
  reportedBy: string
  reportedAt: string
}

export const EntryKind = z.enum(['note', 'containment', 'told', 'asked', 'claim', 'evidence'])
export type EntryKind = z.infer<typeof EntryKind>

/** A line of the timeline; `told` stops the clock it names. */
export interface IncidentEntry {
  id: string
  at: string
  kind: EntryKind
  clock: string | null
  words: string
  fileName: string | null
  sha256: string | null
  recordedBy: string
}

export interface Clock {
  id: string
  /** "Vendor to us", "Us to the authority". */
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

const Notice = z.object({
  by: z.string(),
  within: Duration.optional(),
  standard: z.string().optional(),
  trigger: z.string(),
})

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

/**
 * Clocks from the contracts and the laws chosen, the earliest first, those without a figure last. The vendor's duty to
 * tell us runs from when the vendor knew; as that is seldom known, it is reckoned from when we knew, the latest it can be.
 */
export function clocksOf(input: {
  incident: Pick<Incident, 'knownAt' | 'laws' | 'kind'>
  rules: IncidentRules
  terms: PolicyTerm[]
  entries: Pick<IncidentEntry, 'kind' | 'clock' | 'at'>[]
  holidays?: readonly string[]
}): Clock[] {
  const { incident, rules, terms, entries } = input
  const events = rules.kinds.find((k) => k.id === incident.kind)?.events ?? []
  const doneAt = (id: string) => entries.find((e) => e.kind === 'told' && e.clock === id)?.at ?? null
  const due = (within: Duration | null | undefined) =>
    within ? momentAfter(incident.knownAt, within, input.holidays) : null
  const sum = (within: Duration | null | undefined, standard: string) =>
    within
      ? `Known ${plainMoment(incident.knownAt)} + ${plainDuration(within)}`
      : `${standard}: no figure, so at once`
  const fromContracts = terms
    .filter((t) => t.type === 'incident_notice' && t.review !== 'rejected')
    .flatMap((term): Clock[] => {
      const notice = Notice.safeParse(term.value)
      if (!notice.success || !events.some((e) => triggersOf[e].includes(notice.data.trigger))) return []
      const { by, within, standard } = notice.data
      const sides = by === 'mutual' || by === 'unknown' ? ['vendor', 'customer'] : [by]
      return sides.map((side) => {
        const id = `${side}:${term.agreement.id}:${term.citations[0]?.start ?? 0}`
        return {
          id,
          who: side === 'vendor' ? 'The vendor to us' : 'We to the vendor',
          title: `Notice of ${plainName(notice.data.trigger)}`,
          due: due(within),
          why: sum(within, plainName(standard ?? 'without undue delay')),
          source: whereOf(term),
          term,
          doneAt: doneAt(id),
        }
      })
    })
  const fromLaws = rules.laws
    .filter((law) => incident.laws.includes(law.id))
    .map(
      (law): Clock => ({
        id: law.id,
        who: law.to,
        title: law.title,
        due: due(law.within),
        why: `${sum(law.within, 'Without undue delay')}. ${law.note}`,
        source: law.source,
        term: null,
        doneAt: doneAt(law.id),
      }),
    )
  return [...fromContracts, ...fromLaws].sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
}

export const plainMoment = (iso: string): string => `${plainDate(iso.slice(0, 10))} ${iso.slice(11, 16)} UTC`

export interface Ask {
  what: string
  /** The clause that gives it; null where no paper does, so that it is a request. */
  term: PolicyTerm | null
}

const asks: [duty: string, what: string][] = [
  ['information', 'What happened, since when, whom and what it touched'],
  ['logs', 'Logs and traces of the interactions concerned, unaltered'],
  ['containment', 'Containment: the fault switched off or fenced in'],
  ['rollback', 'Rollback to the last version known to be good'],
  ['remediation', 'A repair, with a date and a test that shows it'],
  ['regulator', 'Help with regulators’ questions'],
]

/** What to ask the vendor for, each with the clause that gives a right to it. */
export function asksOf(terms: PolicyTerm[]): Ask[] {
  const duties = terms.filter(
    (t) => t.type === 'incident_cooperation' && t.review !== 'rejected' && t.value.by !== 'customer',
  )
  return asks.map(([duty, what]) => ({
    what,
    term: duties.find((t) => Array.isArray(t.value.duties) && t.value.duties.includes(duty)) ?? null,
  }))
}

/** Incidents of the same kind on the same deployment within a year before: it came back. */
export function recurrencesOf(incident: Incident, all: Incident[]): Incident[] {
  const yearBefore = new Date(Date.parse(incident.happenedAt) - 365 * 86_400_000).toISOString()
  return all.filter(
    (other) =>
      other.id !== incident.id &&
      other.kind === incident.kind &&
      other.deploymentId === incident.deploymentId &&
      other.happenedAt <= incident.happenedAt &&
      other.happenedAt >= yearBefore,
  )
}

/** "The vendor’s liability for data breach and confidentiality". */
export const headWords = (heads: readonly LiabilityHead[]): string =>
  listed(heads.map((h) => (h === 'other' ? 'breach of contract' : plainName(h))))
