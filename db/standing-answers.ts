import { sortBy } from 'es-toolkit'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { contains } from './dialect.ts'
import type { Schema } from './schema.ts'

/** What is kept of a day (`standing.ts`), as screens and the search ask for it. */

export interface GapFilter {
  severity?: string
  deploymentIds?: string[]
  /** Of these alone ("deployment rule"). */
  keys?: string[]
  limit?: number
  offset?: number
  /** Words in lower case, each of which begins a word of the gap, of its deployment's name or its vendor's. */
  words?: string[]
  without?: string[]
  classes?: string[]
  /** Parts of vendors' names, in lower case. */
  vendors?: string[]
}

/** "deployment rule": what a gap `g` is known by, whatever the day. */
export const gapKey = sql<string>`g.deployment_id || ' ' || g.rule`

/** Orders gaps, whose severity nothing else in the question has. */
export const worstFirst = sql<number>`case severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end`

function gaps(db: Db, day: string, filter: GapFilter) {
  const { severity, deploymentIds, keys, words = [], without = [], classes = [], vendors = [] } = filter
  let query = db.selectFrom('standing_gap as g').where('g.day', '=', day)
  if (severity) query = query.where('g.severity', '=', severity)
  if (deploymentIds) query = query.where('g.deployment_id', 'in', deploymentIds)
  if (keys) query = query.where(gapKey, 'in', keys)
  if (classes.length > 0)
    query = query.where('g.deployment_id', 'in', (q) =>
      q.selectFrom('deployment').select('id').where('risk_class', 'in', classes),
    )
  for (const word of words) query = query.where((w) => says(w, db, word))
  for (const word of without) query = query.where((w) => w.not(says(w, db, word)))
  if (vendors.length > 0) {
    const lower = sql<string>`lower(v.name)`
    query = query.where((w) =>
      ofVendors(
        w,
        vendors.map((name) => contains(db, lower, name)),
      ),
    )
  }
  return query
}

type Where = ExpressionBuilder<Schema & { g: Schema['standing_gap'] }, 'g'>

/** Whether the gap, its deployment's name or its vendor's has the word. Names are looked through once, not with each gap. */
const says = (w: Where, db: Db, word: string) =>
  w.or([
    contains(db, sql`g.words`, ` ${word}`),
    w('g.deployment_id', 'in', (q) =>
      q
        .selectFrom('deployment as d')
        .select('d.id')
        .where(contains(db, sql`' ' || lower(d.name)`, ` ${word}`)),
    ),
    ofVendors(w, [contains(db, sql`' ' || lower(v.name)`, ` ${word}`)]),
  ])

/** Whether the gap's paper is of a vendor `v` of whom one of these is true. */
const ofVendors = (w: Where, any: Expression<SqlBool>[]) =>
  w.and([
    w('g.agreement_id', 'is not', null),
    w('g.agreement_id', 'in', (q) =>
      q
        .selectFrom('agreement as a')
        .select('a.id')
        .where('a.vendor_id', 'in', (q) =>
          q
            .selectFrom('vendor as v')
            .select('v.id')
            .where((v) => v.or(any)),
        ),
    ),
  ])

/** The gravest first, with names as they are now. */
export async function standingGaps(db: Db, day: string, filter: GapFilter = {}) {
  if (filter.deploymentIds?.length === 0) return []
  const wanted = gaps(db, day, filter)
    .innerJoin('deployment as d', 'd.id', 'g.deployment_id')
    .select([
      'g.rule',
      'g.severity',
      'g.gap_json',
      'g.agreement_id',
      'd.id',
      'd.slug',
      'd.name',
      'd.risk_class',
    ])
  const { limit, offset = 0 } = filter
  // Vendors are looked up for those that are wanted, not for all that the few are chosen from.
  const some =
    limit === undefined
      ? wanted
      : wanted.orderBy(worstFirst).orderBy('d.name').orderBy('g.rule').limit(limit).offset(offset)
  return db
    .selectFrom(some.as('some'))
    .leftJoin('agreement as a', 'a.id', 'some.agreement_id')
    .leftJoin('vendor as v', 'v.id', 'a.vendor_id')
    .select([
      'rule',
      'severity',
      'gap_json',
      'some.id',
      'some.slug',
      'some.name',
      'risk_class',
      'v.name as vendor',
    ])
    .orderBy(worstFirst)
    .orderBy('some.name')
    .orderBy('rule')
    .execute()
}

export async function countGaps(db: Db, day: string, filter: GapFilter): Promise<number> {
  const { count } = await gaps(db, day, filter)
    .select((w) => w.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many gaps each deployment has of each severity; of these deployments alone when they are named. */
export async function gapCounts(db: Db, day: string, deploymentIds?: string[]) {
  if (deploymentIds?.length === 0) return []
  const rows = await gaps(db, day, { deploymentIds })
    .select((w) => ['g.deployment_id', 'g.severity', w.fn.countAll<number>().as('count')])
    .groupBy(['g.deployment_id', 'g.severity'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Of these gaps ("deployment rule"), the severity of each that is found on the day. */
export async function severitiesOfGaps(db: Db, day: string, keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const deploymentIds = [...new Set(keys.map((key) => key.split(' ')[0] ?? ''))]
  const rows = await gaps(db, day, { deploymentIds, keys })
    .select([gapKey.as('key'), 'g.severity'])
    .execute()
  return new Map(rows.map(({ key, severity }) => [key, severity]))
}

export interface DateFilter {
  /** ISO days, both included. */
  from?: string
  to?: string
  /** About these agreements and deployments alone; about all unless given. */
  ids?: string[]
  kind?: string
  /** A vendor's name. */
  vendor?: string
  /** Whoever works on it; empty where nobody does. */
  owner?: string
  /** What people did about it, as of the day. */
  state?: DateState
  undated?: boolean
  /** The earliest so many. */
  limit?: number
}
export type DateState = 'open' | 'snoozed' | 'done'

/** What people's work on a date is kept under: the id that the screens know it by. */
const key = sql<string>`s.kind || ' ' || s.subject_id`

/** When it is due; where it is known what it is about, in a way that keeps SQLite from going through all days for it. */
const dueOf = ({ ids }: Pick<DateFilter, 'ids'>) => (ids ? sql<string>`s.due || ''` : sql<string>`s.due`)

/** Deployments that are retired have neither dates nor gaps: see the reckoning. */
function dates(db: Db, day: string, { from, to, ids, kind, vendor, owner, state, undated }: DateFilter) {
  const due = dueOf({ ids })
  let query = db.selectFrom('standing_date as s').where('s.day', '=', day)
  query = query.where(due, undated ? 'is' : 'is not', null)
  if (from) query = query.where(due, '>=', from)
  if (to) query = query.where(due, '<=', to)
  if (ids)
    query = query.where('s.subject', 'in', ['agreement', 'deployment']).where('s.subject_id', 'in', ids)
  if (kind) query = query.where('s.kind', '=', kind)
  if (vendor)
    query = query.where('s.subject_id', 'in', (q) =>
      q
        .selectFrom('agreement as a')
        .innerJoin('vendor as v', 'v.id', 'a.vendor_id')
        .select('a.id')
        .where('v.name', '=', vendor),
    )
  if (owner !== undefined)
    query = query.where(
      (w) =>
        w.fn.coalesce(
          w.selectFrom('deadline_owner as o').select('o.owner').where('o.key', '=', key),
          w.selectFrom('agreement as a').select('a.owner').whereRef('a.id', '=', 's.subject_id'),
          w.selectFrom('deployment as d').select('d.owner').whereRef('d.id', '=', 's.subject_id'),
          w.val(''),
        ),
      '=',
      owner,
    )
  if (state)
    query = query.where((w) => {
      const marks = w
        .selectFrom('deadline_mark as m')
        .select('m.key')
        .where('m.key', '=', key)
        .whereRef('m.due_on', '=', 's.due')
      const done = marks.where('m.state', '=', 'done')
      const snoozed = marks.where('m.state', '=', 'snoozed').where('m.until', '>', day)
      if (state === 'open') return w.and([w.not(w.exists(done)), w.not(w.exists(snoozed))])
      return w.exists(state === 'done' ? done : snoozed)
    })
  return query
}

/** The earliest first. */
export async function standingDates(db: Db, day: string, filter: DateFilter = {}) {
  if (filter.ids?.length === 0) return []
  const query = dates(db, day, filter)
    .select(['s.subject', 's.subject_id', 's.due', 's.date_json'])
    .orderBy(dueOf(filter))
    .orderBy('s.subject_id')
    .orderBy('s.number')
  return (filter.limit === undefined ? query : query.limit(filter.limit)).execute()
}

/** Of each of these vendors, the paper that has its next open date. */
export async function papersOfNextDates(db: Db, day: string, vendorIds: string[]): Promise<string[]> {
  if (vendorIds.length === 0) return []
  const papers = await db
    .selectFrom('agreement')
    .select(['id', 'vendor_id'])
    .where('vendor_id', 'in', vendorIds)
    .execute()
  if (papers.length === 0) return []
  const vendorOf = new Map(papers.map((paper) => [paper.id, paper.vendor_id]))
  const rows = await dates(db, day, { from: day, state: 'open', ids: [...vendorOf.keys()] })
    .select((w) => ['s.subject_id as id', w.fn.min(dueOf({ ids: [] })).as('due')])
    .groupBy('s.subject_id')
    .execute()
  const latestFirst = sortBy(rows, [({ due }) => due]).reverse()
  return [...new Map(latestFirst.map(({ id }) => [vendorOf.get(id), id])).values()]
}

export async function countDates(db: Db, day: string, filter: DateFilter): Promise<number> {
  const { count } = await dates(db, day, filter)
    .select((w) => w.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Kinds of dates that there are on the day. */
export async function kindsOfDates(db: Db, day: string): Promise<string[]> {
  const rows = await dates(db, day, {}).select('s.kind').distinct().execute()
  return rows.flatMap(({ kind }) => kind ?? [])
}

/** "2026-12" to how many dates are in it. */
export async function datesByMonth(db: Db, day: string, filter: DateFilter): Promise<Map<string, number>> {
  const month = sql<string>`substr(s.due, 1, 7)`
  const rows = await dates(db, day, filter)
    .select((w) => [month.as('month'), w.fn.countAll<number>().as('count')])
    .groupBy(month)
    .execute()
  return new Map(rows.map(({ month, count }) => [month, Number(count)]))
}

/** How many gaps there are of each severity. */
export async function severityCounts(db: Db, day: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('standing_gap')
    .select((w) => ['severity', w.fn.countAll<number>().as('count')])
    .where('day', '=', day)
    .groupBy('severity')
    .execute()
  return Object.fromEntries(rows.map(({ severity, count }) => [severity, Number(count)]))
}

/** How many terms nobody has decided on. */
export async function unreviewedTerms(db: Db, day: string): Promise<number> {
  const { sum } = await db
    .selectFrom('standing')
    .select((w) => w.fn.sum<number | null>('unreviewed').as('sum'))
    .where('day', '=', day)
    .where('subject', '=', 'agreement')
    .executeTakeFirstOrThrow()
  return Number(sum ?? 0)
}
