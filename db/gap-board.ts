import { sum } from 'es-toolkit'
import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { contains } from './dialect.ts'
import { isOf, type PageAsked, type PageOf, pageOf } from './pages.ts'
import { gapKey, worstFirst } from './standing-answers.ts'

/** The gaps of a day with what people do about them, as the table of gaps asks for them. */

export interface BoardFilter {
  severity?: string
  /** What people do about it; "unaccepted" unless one is asked for. */
  status: 'unaccepted' | 'open' | 'negotiating' | 'accepted' | 'all'
  /** "deployment rule" of each gap whose risk is accepted on the day. */
  accepted: string[]
  /** Names. */
  deployment?: string
  vendor?: string
  /** Who has it; empty where nobody does. */
  owner?: string
  /** Words that stand one after the other in the gap or in its deployment's name, in lower case and with single spaces. */
  words?: string
}

/** By what the rows are grouped: those of a group come one after the other. */
export type BoardGrouping = 'severity' | 'deployment' | 'rule' | 'vendor' | 'owner' | 'status' | 'due'

/** A gap by what it is known by, under the key of its group: null where there is nothing to group by. */
export interface BoardRow {
  deploymentId: string
  rule: string
  group: string | null
}

const from = (db: Db, day: string) =>
  db
    .selectFrom('standing_gap as g')
    .innerJoin('deployment as d', 'd.id', 'g.deployment_id')
    .leftJoin('gap_work as w', (join) =>
      join.onRef('w.deployment_id', '=', 'g.deployment_id').onRef('w.rule', '=', 'g.rule'),
    )
    .leftJoin('agreement as a', 'a.id', 'g.agreement_id')
    .leftJoin('vendor as v', 'v.id', 'a.vendor_id')
    .where('g.day', '=', day)

function narrowed(db: Db, day: string, asked: BoardFilter) {
  const { severity, status, accepted, deployment, vendor, owner, words } = asked
  let query = from(db, day)
  if (severity) query = query.where('g.severity', '=', severity)
  if (deployment) query = query.where('d.name', '=', deployment)
  if (vendor) query = query.where('v.name', '=', vendor)
  if (owner !== undefined) query = query.where(isOf('w.owner', owner))
  if (words)
    query = query.where((w) =>
      w.or([contains(db, sql`g.words`, words), contains(db, sql`lower(d.name)`, words)]),
    )
  const isAccepted = anyOf(accepted)
  if (status === 'accepted') return query.where(isAccepted)
  if (status === 'all') return query
  query = query.where((w) => w.not(isAccepted))
  if (status === 'negotiating') return query.where('w.status', '=', 'negotiating')
  if (status === 'open')
    return query.where((w) => w(w.fn.coalesce('w.status', w.val('open')), '!=', 'negotiating'))
  return query
}

const anyOf = (keys: string[]) =>
  keys.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${gapKey} in (${sql.join(keys)})`

const keyOf = (by: BoardGrouping, accepted: string[]) =>
  ({
    severity: sql<string | null>`g.severity`,
    deployment: sql<string | null>`d.name`,
    rule: sql<string | null>`g.rule`,
    vendor: sql<string | null>`v.name`,
    owner: sql<string | null>`nullif(w.owner, '')`,
    status: sql<string | null>`case when ${anyOf(accepted)} then 'accepted'
      when w.status = 'negotiating' then 'negotiating' else 'open' end`,
    due: sql<string | null>`w.due_on`,
  })[by]

/**
 * One page of the gaps, group by group, the gravest of each first, then by deployment; and how many are in each group, on all
 * pages.
 * @param rules ids of rules in the order of their groups
 */
export async function boardPage(
  db: Db,
  day: string,
  { by, rules, ...filter }: BoardFilter & { by: BoardGrouping; rules: string[] },
  asked: PageAsked,
): Promise<PageOf<BoardRow> & { groups: Map<string | null, number> }> {
  const key = keyOf(by, filter.accepted)
  const place = sql<number>`case g.rule ${sql.join(
    rules.map((rule, nth) => sql`when ${rule} then ${sql.lit(nth)}`),
    sql` `,
  )} else ${sql.lit(rules.length)} end`
  const fitting = narrowed(db, day, filter)
  let rows = fitting.select(['g.deployment_id as deploymentId', 'g.rule', key.as('group')])
  if (by === 'rule') rows = rows.orderBy(place)
  // What has no group comes last on both databases.
  else if (by !== 'severity')
    rows = rows.orderBy(sql`case when ${key} is null then 1 else 0 end`).orderBy(key)
  rows = rows.orderBy(worstFirst).orderBy('d.name').orderBy('g.rule').orderBy('g.deployment_id')
  const counted = await db
    .selectFrom(fitting.select(key.as('group')).as('fitting'))
    .select((w) => ['fitting.group', w.fn.countAll<number>().as('count')])
    .groupBy('fitting.group')
    .execute()
  const groups = new Map(counted.map(({ group, count }) => [group, Number(count)]))
  return { ...(await pageOf(sum([...groups.values()]), rows, asked)), groups }
}

/** Names of deployments that have gaps on a day. */
export async function deploymentsWithGaps(db: Db, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('deployment')
    .select('name')
    .distinct()
    .where('id', 'in', (q) => q.selectFrom('standing_gap').select('deployment_id').where('day', '=', day))
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Whoever has a gap. */
export async function ownersOfGaps(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('gap_work').select('owner').distinct().orderBy('owner').execute()
  return rows.flatMap(({ owner }) => owner || [])
}
