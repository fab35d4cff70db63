import { randomUUID } from 'node:crypto'
import { groupBy } from 'es-toolkit'
import { z } from 'zod'
import { RiskClass } from '#domain/policy/risk.ts'
import {
  Answers,
  type Deployment,
  type DeploymentInput,
  DeploymentStatus,
} from '#domain/register/deployment.ts'
import type { Db } from './connect.ts'
import { countOf, isOf, type PageAsked, type PageOf, pageOf } from './pages.ts'
import type { Row } from './schema.ts'
import { indexDeployment } from './search-index.ts'
import { freeSlug } from './slug.ts'

const toDeployment = (row: Row<'deployment'>): Deployment => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  purpose: row.purpose,
  audience: row.audience,
  dataUsed: row.data_used,
  owner: row.owner,
  status: DeploymentStatus.parse(row.status),
  answers: Answers.parse(JSON.parse(row.answers_json)),
  riskClass: RiskClass.parse(row.risk_class),
  classException: row.class_exception,
  lastReviewedOn: row.last_reviewed_on,
  createdAt: row.created_at,
})

/** All deployments by name; those that rest on one agreement, on one vendor, or some ids, when asked. */
export async function deployments(
  db: Db,
  of: { agreementId?: string; vendorId?: string; ids?: string[]; status?: DeploymentStatus } = {},
): Promise<Deployment[]> {
  if (of.ids?.length === 0) return []
  let query = db.selectFrom('deployment').selectAll().orderBy('name')
  if (of.vendorId) {
    const id = of.vendorId
    query = query.where('id', 'in', (q) =>
      q
        .selectFrom('deployment_agreement as link')
        .innerJoin('agreement as a', 'a.id', 'link.agreement_id')
        .select('link.deployment_id')
        .where('a.vendor_id', '=', id),
    )
  }
  if (of.status) query = query.where('status', '=', of.status)
  if (of.ids) query = query.where('id', 'in', of.ids)
  if (of.agreementId) {
    const id = of.agreementId
    query = query.where('id', 'in', (q) =>
      q.selectFrom('deployment_agreement').select('deployment_id').where('agreement_id', '=', id),
    )
  }
  return (await query.execute()).map(toDeployment)
}

/** By what a list of deployments is narrowed. */
export interface DeploymentFilter {
  riskClass?: string
  status?: string
  /** Those that rest on a paper of one of these; on no paper at all when it is null. */
  vendorIds?: string[] | null
  /** Empty: nobody's. */
  owner?: string
}

/** One page of the deployments, by name. */
export async function deploymentList(
  db: Db,
  { riskClass, status, vendorIds, owner }: DeploymentFilter,
  asked: PageAsked,
): Promise<PageOf<Deployment>> {
  const restingOn = db
    .selectFrom('deployment_agreement as link')
    .innerJoin('agreement as a', 'a.id', 'link.agreement_id')
    .select('link.deployment_id')
  let fitting = db.selectFrom('deployment')
  if (riskClass) fitting = fitting.where('risk_class', '=', riskClass)
  if (status) fitting = fitting.where('status', '=', status)
  if (vendorIds === null) fitting = fitting.where('id', 'not in', restingOn)
  else if (vendorIds?.length === 0) fitting = fitting.where((w) => w.lit(false))
  else if (vendorIds) fitting = fitting.where('id', 'in', restingOn.where('a.vendor_id', 'in', vendorIds))
  if (owner !== undefined) fitting = fitting.where(isOf('owner', owner))
  const rows = fitting.selectAll().orderBy('name').orderBy('id')
  const page = await pageOf(await countOf(fitting), rows, asked)
  return { ...page, rows: page.rows.map(toDeployment) }
}

/** Every deployment by its name alone: what a form offers. */
export const deploymentNames = (db: Db): Promise<{ id: string; slug: string; name: string }[]> =>
  db.selectFrom('deployment').select(['id', 'slug', 'name']).orderBy('name').execute()

/** The first deployments by name whose name has these letters, letter case aside. */
export const deploymentsCalledLike = (
  db: Db,
  letters: string,
  limit: number,
): Promise<{ id: string; slug: string; name: string }[]> =>
  db
    .selectFrom('deployment')
    .select(['id', 'slug', 'name'])
    .where((w) => w(w.fn<string>('lower', ['name']), 'like', `%${letters.toLowerCase()}%`))
    .orderBy('name')
    .limit(limit)
    .execute()

export async function deploymentBySlug(db: Db, slug: string): Promise<Deployment | undefined> {
  const row = await db.selectFrom('deployment').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && toDeployment(row)
}

export async function deploymentById(db: Db, id: string): Promise<Deployment | undefined> {
  const row = await db.selectFrom('deployment').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toDeployment(row)
}

/** How many are not retired. */
export async function deploymentCount(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('deployment')
    .select((w) => w.fn.countAll<number>().as('count'))
    .where('status', '!=', 'retired')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Id to the class of each of these deployments. */
export async function classesOfDeployments(db: Db, ids: string[]): Promise<Map<string, RiskClass>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('deployment').select(['id', 'risk_class']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, RiskClass.parse(row.risk_class)]))
}

/** Each class of the deployments in use that rest on an agreement. */
export async function classesOnAgreements(db: Db): Promise<{ agreementId: string; riskClass: RiskClass }[]> {
  const rows = await db
    .selectFrom('deployment_agreement as link')
    .innerJoin('deployment as d', 'd.id', 'link.deployment_id')
    .select(['link.agreement_id', 'd.risk_class'])
    .distinct()
    .where('d.status', '!=', 'retired')
    .execute()
  return rows.map((row) => ({
    agreementId: row.agreement_id,
    riskClass: RiskClass.parse(row.risk_class),
  }))
}

const columns = (input: DeploymentInput) => ({
  name: input.name,
  purpose: input.purpose,
  audience: input.audience || null,
  data_used: input.dataUsed || null,
  owner: input.owner || null,
  status: input.status,
  answers_json: JSON.stringify(input.answers),
  risk_class: input.riskClass,
  class_exception: input.classException || null,
  last_reviewed_on: input.lastReviewedOn || null,
})

/** Ids of the agreements that each of these deployments rests on. */
export async function agreementIdsOf(db: Db, deploymentIds: string[]): Promise<Map<string, Set<string>>> {
  if (deploymentIds.length === 0) return new Map()
  const links = await db
    .selectFrom('deployment_agreement')
    .select(['deployment_id', 'agreement_id'])
    .where('deployment_id', 'in', deploymentIds)
    .execute()
  const byDeployment = Object.entries(groupBy(links, (link) => link.deployment_id))
  return new Map(byDeployment.map(([id, own]) => [id, new Set(own.map((link) => link.agreement_id))]))
}

async function linkAgreements(db: Db, deploymentId: string, agreementIds: string[]): Promise<void> {
  await db.deleteFrom('deployment_agreement').where('deployment_id', '=', deploymentId).execute()
  if (agreementIds.length === 0) return
  // Only papers that exist, for whoever asks.
  const found = await db.selectFrom('agreement').select('id').where('id', 'in', agreementIds).execute()
  if (found.length === 0) return
  await db
    .insertInto('deployment_agreement')
    .values(found.map(({ id }) => ({ deployment_id: deploymentId, agreement_id: id })))
    .execute()
}

/** In a transaction. */
export async function insertDeployment(db: Db, input: DeploymentInput): Promise<Deployment> {
  const row = await db
    .insertInto('deployment')
    .values({
      id: randomUUID(),
      slug: await freeSlug(db, 'deployment', input.name),
      ...columns(input),
      created_at: new Date().toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await linkAgreements(db, row.id, input.agreementIds)
  await indexDeployment(db, row.id, input)
  return toDeployment(row)
}

/** In a transaction. */
export async function updateDeployment(db: Db, id: string, input: DeploymentInput): Promise<void> {
  await db.updateTable('deployment').set(columns(input)).where('id', '=', id).execute()
  await linkAgreements(db, id, input.agreementIds)
  await indexDeployment(db, id, input)
}

const Decision = z.object({
  area: z.string(),
  allocation: z.enum(['vendor', 'customer', 'shared', 'unallocated']),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: z.string(),
})
export type ResponsibilityDecision = z.infer<typeof Decision>

/** People's own decisions on a deployment's responsibility areas. */
export async function responsibilityDecisions(
  db: Db,
  deploymentId: string,
): Promise<ResponsibilityDecision[]> {
  const rows = await db
    .selectFrom('responsibility_decision')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .execute()
  return rows.map((row) =>
    Decision.parse({
      area: row.area,
      allocation: row.allocation,
      reason: row.reason,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
    }),
  )
}

/** Sets the decision on one area, or takes it back (null), so that the contract's own allocation shows again. */
export async function setResponsibility(
  db: Db,
  deploymentId: string,
  area: string,
  decision: Pick<ResponsibilityDecision, 'allocation' | 'reason' | 'decidedBy'> | null,
): Promise<void> {
  await db
    .deleteFrom('responsibility_decision')
    .where('deployment_id', '=', deploymentId)
    .where('area', '=', area)
    .execute()
  if (!decision) return
  await db
    .insertInto('responsibility_decision')
    .values({
      deployment_id: deploymentId,
      area,
      allocation: decision.allocation,
      reason: decision.reason,
      decided_by: decision.decidedBy,
      decided_at: new Date().toISOString(),
    })
    .execute()
}
