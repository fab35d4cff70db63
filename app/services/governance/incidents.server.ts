import { groupBy } from 'es-toolkit'
import { agreements } from '#db/agreements.ts'
import { deploymentById, deployments } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import {
  incidentEntries,
  incidentPage,
  incidents,
  insertIncident,
  insertIncidentEntry,
  insertOwnClock,
  ownClocksOf,
  updateIncident,
} from '#db/incidents.ts'
import { limitationsOf } from '#domain/governance/incident-clocks.ts'
import {
  asksOf,
  type EntryKind,
  type Incident,
  IncidentInput,
  type OwnClock,
  recurrencesOf,
} from '#domain/governance/incidents.ts'
import { recoveryOf } from '#domain/governance/recovery.ts'
import { type PolicyTerm, whereOf } from '#domain/policy/policy-term.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { incidentRules } from '#playbooks/governance.ts'
import { deploymentState, feesOf } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import { pageAsked } from '../list-filter.server.ts'
import { hrefOf } from '../standing/rows.server.ts'
import type { User } from '../user.server.ts'
import { clocksIn, clocksOn } from './clocks.server.ts'

type Actor = Pick<User, 'email'>

/** Records an incident or a near miss whose kind and laws the rules know. */
export async function reportIncident(
  house: House,
  user: Actor,
  deployment: Deployment,
  input: IncidentInput,
): Promise<Incident> {
  return house.db.transaction().execute(async (trx) => {
    const incident = await insertIncident(trx, deployment.id, input, user.email)
    await recordEvent(trx, {
      actor: user.email,
      action: `reported ${input.nearMiss ? 'a near miss' : 'an incident'} of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { incident: incident.id, slug: incident.slug, title: input.title, severity: input.severity },
    })
    return incident
  })
}

/** What of a report the rules do not know, as a sentence; null when nothing. */
export function incidentProblem(input: Pick<IncidentInput, 'kind' | 'laws'>): string | null {
  const { kinds, laws } = incidentRules
  if (!kinds.some((k) => k.id === input.kind))
    return `There is no such kind of incident. Kinds: ${kinds.map((k) => k.id).join(', ')}.`
  const unknown = input.laws.find((id) => !laws.some((law) => law.id === id))
  return unknown ? `There is no such law: ${unknown}. Laws: ${laws.map((law) => law.id).join(', ')}.` : null
}

/** The form, checked against what the rules know. */
export const ReportedIncident = IncidentInput.superRefine((input, context) => {
  const problem = incidentProblem(input)
  if (problem) context.addIssue({ code: 'custom', path: ['kind'], message: problem })
})

/** So many incidents come a page: each has its clocks. */
const SHOWN = 50

/** One page of the incidents with the deployment they belong to, newest first, and what is due on each. */
export async function incidentList(house: House, now: string, search: URLSearchParams) {
  const { rows: some, ...place } = await incidentPage(house.db, pageAsked(search, SHOWN))
  const deploymentIds = [...new Set(some.map((incident) => incident.deploymentId))]
  const byId = new Map((await deployments(house.db, { ids: deploymentIds })).map((d) => [d.id, d]))
  const earlier = groupBy(await incidents(house.db, { deploymentIds }), (one) => one.deploymentId)
  const clocks = await clocksOn(
    house,
    some.filter((incident) => !incident.closedAt && !incident.nearMiss),
  )
  const rows = []
  for (const incident of some) {
    const deployment = byId.get(incident.deploymentId)
    if (!deployment) continue
    const next = clocks.get(incident.id)?.find((c) => c.doneAt === null && c.due !== null)
    rows.push({
      ...incident,
      kindTitle: kindOf(incident.kind).title,
      deployment: { slug: deployment.slug, name: deployment.name },
      next: next ? { title: next.title, who: next.who, due: next.due, late: (next.due ?? '') < now } : null,
      recurring: recurrencesOf(incident, earlier[deployment.id] ?? []).length,
    })
  }
  return { rows, place }
}

export const kindOf = (id: string) =>
  incidentRules.kinds.find((k) => k.id === id) ?? {
    id,
    title: id,
    example: '',
    heads: ['other' as const],
    events: ['ai' as const],
  }

/** Sets a clock by hand: what we owe somebody by a contract that is not in the register. */
export async function addOwnClock(
  house: House,
  user: Actor,
  incident: Incident,
  clock: OwnClock,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await insertOwnClock(trx, incident.id, clock, user.email)
    await recordEvent(trx, {
      actor: user.email,
      action: 'set a clock on',
      subject: 'incident',
      subjectId: incident.id,
      detail: { ...clock },
    })
  })
}

/** Clocks of open incidents that run to a moment and that nobody has stopped. @param ids of incidents; all unless given */
export async function openClocks(house: House, ids?: string[]) {
  const running = await incidents(house.db, { running: true, ids })
  const clocks = await clocksOn(house, running)
  return running.flatMap((incident) =>
    (clocks.get(incident.id) ?? []).flatMap((clock) =>
      clock.due !== null && clock.doneAt === null ? [{ incident, clock, due: clock.due }] : [],
    ),
  )
}

/** One incident: clocks, what to ask for, what can be claimed, timeline and whether it came back. */
export async function incidentView(house: House, incident: Incident) {
  const deployment = await deploymentById(house.db, incident.deploymentId)
  if (!deployment) throw new Response('Its deployment is gone.', { status: 404 })
  const state = await deploymentState(house, deployment, incident.knownAt.slice(0, 10))
  const entries = await incidentEntries(house.db, incident.id)
  const own = await ownClocksOf(house.db, [incident.id])
  const terms = state.papers.terms
  const cite = (term: PolicyTerm | null) =>
    term && { where: whereOf(term), href: hrefOf(term), quote: term.citations[0]?.quote ?? '' }
  const papers = await agreements(house.db, { deploymentId: deployment.id })
  const fees = feesOf(papers)
  const kind = kindOf(incident.kind)
  return {
    incident,
    kind,
    deployment: { slug: deployment.slug, name: deployment.name, status: deployment.status },
    laws: incidentRules.laws,
    entries,
    clocks: clocksIn(incident, state.papers, { entries, own: own.get(incident.id) ?? [] }).map(
      ({ term, ...clock }) => ({
        ...clock,
        clause: cite(term),
      }),
    ),
    asks: asksOf(terms).map(({ what, term }) => ({ what, clause: cite(term) })),
    claims: kind.heads.map((head) => {
      const { limit, indemnity, excluded, doubtful } = recoveryOf(head, terms, fees)
      return {
        head,
        doubtful,
        limit: { kind: limit.kind, words: limit.words, clause: cite(limit.term) },
        indemnity: cite(indemnity),
        excluded: excluded.map((e) => ({ kind: e.kind, why: e.why, clause: cite(e.term) })),
      }
    }),
    notice: noticeOf(terms, cite),
    affected: papers.map((a) => ({ slug: a.slug, title: a.title, vendor: a.vendorName })),
    recurrences: recurrencesOf(incident, await incidents(house.db, { deploymentIds: [deployment.id] })).map(
      ({ slug, title, happenedAt, cause }) => ({ slug, title, happenedAt, cause }),
    ),
  }
}
export type IncidentView = Awaited<ReturnType<typeof incidentView>>

/** How notice of a claim is given, and within which time a claim must be brought. */
function noticeOf(
  terms: PolicyTerm[],
  cite: (t: PolicyTerm | null) => { where: string; href: string; quote: string } | null,
) {
  const first = (type: string) => terms.find((t) => t.type === type && t.review !== 'rejected') ?? null
  const [notices, period] = [first('notices'), limitationsOf(terms)[0] ?? null]
  return { how: cite(notices), within: cite(period), withinValue: period?.value.period ?? null }
}

/** Adds to the timeline; a file is kept as an original under its hash. */
export async function addEntry(
  house: House,
  user: Actor,
  incident: Incident,
  entry: {
    kind: EntryKind
    words: string
    clock: string | null
    at?: string
    file?: { name: string; bytes: Uint8Array }
  },
): Promise<void> {
  const sha256 = entry.file ? await house.originals.put(entry.file.bytes) : null
  const at = entry.at ?? new Date().toISOString()
  await house.db.transaction().execute(async (trx) => {
    await insertIncidentEntry(trx, incident.id, {
      at,
      kind: entry.kind,
      clock: entry.clock,
      words: entry.words,
      fileName: entry.file?.name ?? null,
      sha256,
      recordedBy: user.email,
    })
    if (entry.kind === 'containment' && incident.containedAt === null)
      await updateIncident(trx, incident.id, { containedAt: at })
    await recordEvent(trx, {
      actor: user.email,
      action: `recorded ${entry.kind} on`,
      subject: 'incident',
      subjectId: incident.id,
      detail: { words: entry.words, clock: entry.clock, sha256 },
    })
  })
}

/** Which laws apply, what caused it, whether its papers are to be looked at again, and its end. */
export async function changeIncident(
  house: House,
  user: Actor,
  incident: Incident,
  change: Parameters<typeof updateIncident>[2],
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await updateIncident(trx, incident.id, change)
    await recordEvent(trx, {
      actor: user.email,
      action: change.closedAt
        ? 'closed'
        : change.rePapering
          ? 'asked for a review of the papers after'
          : 'changed',
      subject: 'incident',
      subjectId: incident.id,
      detail: { ...change },
    })
    if (change.rePapering)
      await recordEvent(trx, {
        actor: user.email,
        action: 'asked for a review of the papers of',
        subject: 'deployment',
        subjectId: incident.deploymentId,
        detail: { incident: incident.slug },
      })
  })
}
