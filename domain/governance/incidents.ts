import { z } from 'zod'
import { listed, plainName } from '../policy/checks/verdict.ts'
import type { PolicyTerm } from '../policy/policy-term.ts'
import { Duration } from '../quantities/duration.ts'
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
      /** The country whose holidays are no business days, where the law counts in those: "US". */
      country: z.string().length(2).optional(),
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

/** A clock that somebody set by hand: what we owe our own customers by their contracts. */
export const OwnClock = z.object({
  who: z.string().trim().min(1, 'Say whom we have to tell.').max(200),
  title: z.string().trim().min(1, 'Say what they are to be told.').max(200),
  hours: z.coerce.number('Write the hours as a number.').int().positive().max(8760),
  source: z.string().trim().min(1, 'Say where it stands: the contract and its clause.').max(300),
})
export type OwnClock = z.infer<typeof OwnClock>

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
