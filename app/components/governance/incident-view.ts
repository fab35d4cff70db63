import type { Clock } from '#domain/governance/incident-clocks.ts'
import type { Incident, IncidentEntry, IncidentRules } from '#domain/governance/incidents.ts'
import type { LiabilityHead, Limit, LossKind } from '#domain/governance/recovery.ts'

/** What the incident's screen is given: words and addresses, made by the service. */

export interface Clause {
  where: string
  href: string
  quote: string
}

export interface IncidentShown {
  incident: Incident
  kind: IncidentRules['kinds'][number]
  laws: IncidentRules['laws']
  entries: IncidentEntry[]
  clocks: (Omit<Clock, 'term'> & { clause: Clause | null })[]
  asks: { what: string; clause: Clause | null }[]
  claims: {
    head: LiabilityHead
    doubtful: boolean
    limit: Pick<Limit, 'kind' | 'words'> & { clause: Clause | null }
    indemnity: Clause | null
    excluded: { kind: LossKind; why: string; clause: Clause | null }[]
  }[]
  notice: { how: Clause | null; within: Clause | null }
  affected: { slug: string; title: string; vendor: string }[]
  now: string
  mayGovern: boolean
}
