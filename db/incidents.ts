import { randomUUID } from 'node:crypto'
import { groupBy } from 'es-toolkit'
import { z } from 'zod'
import {
  EntryKind,
  type Incident,
  type IncidentEntry,
  type IncidentInput,
  IncidentSeverity,
  type OwnClock,
} from '#domain/governance/incidents.ts'
import type { Db } from './connect.ts'
import { countOf, type PageAsked, type PageOf, pageOf } from './pages.ts'
import type { Row } from './schema.ts'

const toIncident = (row: Row<'incident'>): Incident => ({
  id: row.id,
  slug: row.slug,
  deploymentId: row.deployment_id,
  title: row.title,
  kind: row.kind,
  severity: IncidentSeverity.parse(row.severity),
  nearMiss: row.near_miss === 1,
  description: row.description,
  happenedAt: row.happened_at,
  knownAt: row.known_at,
  intent: row.intent,
  affected: row.affected,
  laws: z.array(z.string()).parse(JSON.parse(row.laws_json)),
  cause: row.cause,
  containedAt: row.contained_at,
  closedAt: row.closed_at,
  rePapering: row.re_papering === 1,
  reportedBy: row.reported_by,
  reportedAt: row.reported_at,
})

const newestFirst = (db: Db) =>
  db.selectFrom('incident').selectAll().orderBy('happened_at', 'desc').orderBy('id')

/** Incidents and near misses, newest first; those of some ids or deployments, or those that go on, when asked. */
export async function incidents(
  db: Db,
  of: { ids?: string[]; deploymentIds?: string[]; running?: true } = {},
): Promise<Incident[]> {
  if (of.deploymentIds?.length === 0 || of.ids?.length === 0) return []
  let query = newestFirst(db)
  if (of.deploymentIds) query = query.where('deployment_id', 'in', of.deploymentIds)
  if (of.ids) query = query.where('id', 'in', of.ids)
  if (of.running) query = query.where('closed_at', 'is', null).where('near_miss', '=', 0)
  return (await query.execute()).map(toIncident)
}

/** One page of them. */
export async function incidentPage(db: Db, asked: PageAsked): Promise<PageOf<Incident>> {
  const page = await pageOf(await countOf(db.selectFrom('incident')), newestFirst(db), asked)
  return { ...page, rows: page.rows.map(toIncident) }
}

export async function incidentBySlug(db: Db, slug: string): Promise<Incident | undefined> {
  const row = await db.selectFrom('incident').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && toIncident(row)
}

/** In a transaction. Its address is the year it happened and a number: "2026-3". */
export async function insertIncident(
  db: Db,
  deploymentId: string,
  input: IncidentInput,
  by: string,
): Promise<Incident> {
  const year = input.happenedAt.slice(0, 4)
  const taken = (
    await db.selectFrom('incident').select('slug').where('slug', 'like', `${year}-%`).execute()
  ).map((row) => Number(row.slug.slice(5)))
  const row = await db
    .insertInto('incident')
    .values({
      id: randomUUID(),
      slug: `${year}-${Math.max(0, ...taken) + 1}`,
      deployment_id: deploymentId,
      title: input.title,
      kind: input.kind,
      severity: input.severity,
      near_miss: input.nearMiss ? 1 : 0,
      description: input.description,
      happened_at: input.happenedAt,
      known_at: input.knownAt,
      intent: input.intent,
      affected: input.affected,
      laws_json: JSON.stringify(input.laws),
      cause: '',
      contained_at: null,
      closed_at: null,
      re_papering: 0,
      reported_by: by,
      reported_at: new Date().toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toIncident(row)
}

/** In a transaction. */
export async function updateIncident(
  db: Db,
  id: string,
  change: Partial<Pick<Incident, 'cause' | 'containedAt' | 'closedAt' | 'rePapering' | 'severity' | 'laws'>>,
): Promise<void> {
  await db
    .updateTable('incident')
    .set({
      ...(change.cause === undefined ? {} : { cause: change.cause }),
      ...(change.containedAt === undefined ? {} : { contained_at: change.containedAt }),
      ...(change.closedAt === undefined ? {} : { closed_at: change.closedAt }),
      ...(change.rePapering === undefined ? {} : { re_papering: change.rePapering ? 1 : 0 }),
      ...(change.severity === undefined ? {} : { severity: change.severity }),
      ...(change.laws === undefined ? {} : { laws_json: JSON.stringify(change.laws) }),
    })
    .where('id', '=', id)
    .execute()
}

/** The timeline, oldest first. */
export const incidentEntries = async (db: Db, incidentId: string): Promise<IncidentEntry[]> =>
  (await entriesOf(db, [incidentId])).get(incidentId) ?? []

/** The timelines of these incidents, by their ids; none for one in which nothing is recorded. */
export async function entriesOf(db: Db, incidentIds: string[]): Promise<Map<string, IncidentEntry[]>> {
  if (incidentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('incident_entry')
    .selectAll()
    .where('incident_id', 'in', incidentIds)
    .orderBy('at')
    .orderBy('recorded_at')
    .execute()
  return byIncident(rows, (row) => ({
    id: row.id,
    at: row.at,
    kind: EntryKind.parse(row.kind),
    clock: row.clock,
    words: row.words,
    fileName: row.file_name,
    sha256: row.sha256,
    recordedBy: row.recorded_by,
  }))
}

const byIncident = <R extends { incident_id: string }, T>(
  rows: R[],
  toOne: (row: R) => T,
): Map<string, T[]> =>
  new Map(Object.entries(groupBy(rows, (row) => row.incident_id)).map(([id, own]) => [id, own.map(toOne)]))

/** In a transaction; rows are only ever added. */
export async function insertIncidentEntry(
  db: Db,
  incidentId: string,
  entry: Omit<IncidentEntry, 'id'>,
): Promise<void> {
  await db
    .insertInto('incident_entry')
    .values({
      id: randomUUID(),
      incident_id: incidentId,
      at: entry.at,
      kind: entry.kind,
      clock: entry.clock,
      words: entry.words,
      file_name: entry.fileName,
      sha256: entry.sha256,
      recorded_by: entry.recordedBy,
      recorded_at: new Date().toISOString(),
    })
    .execute()
}

/** Clocks set by hand on these incidents, by their ids, in the order in which they were. */
export async function ownClocksOf(
  db: Db,
  incidentIds: string[],
): Promise<Map<string, (OwnClock & { id: string })[]>> {
  if (incidentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('incident_clock')
    .selectAll()
    .where('incident_id', 'in', incidentIds)
    .orderBy('set_at')
    .execute()
  return byIncident(rows, ({ id, who, title, hours, source }) => ({ id, who, title, hours, source }))
}

/** In a transaction. */
export async function insertOwnClock(db: Db, incidentId: string, clock: OwnClock, by: string): Promise<void> {
  await db
    .insertInto('incident_clock')
    .values({
      id: randomUUID(),
      incident_id: incidentId,
      ...clock,
      set_by: by,
      set_at: new Date().toISOString(),
    })
    .execute()
}
