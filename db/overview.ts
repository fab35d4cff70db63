import { type RiskClass, RiskClass as RiskClasses } from '#domain/policy/risk.ts'
import type { Db } from './connect.ts'

/** Counts and short lists over the whole register: what the first pages ask for, without loading what they don't show. */

/** How many agreements and deployments there are, those that ended included. */
export async function registerCounts(db: Db): Promise<{ agreements: number; deployments: number }> {
  const count = async (table: 'agreement' | 'deployment') => {
    const { count } = await db
      .selectFrom(table)
      .select((w) => w.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }
  return { agreements: await count('agreement'), deployments: await count('deployment') }
}

/** Agreements whose newest paper could not be read, the latest first. */
export async function failedPapers(db: Db, limit: number) {
  const rows = await db
    .selectFrom('agreement_file as f')
    .innerJoin('agreement as a', 'a.id', 'f.agreement_id')
    .select(['a.id', 'a.slug', 'a.title', 'f.error_message'])
    .where('f.state', '=', 'failed')
    // A range, so that the index of the errors is taken.
    .where('f.error_code', '>', '')
    .where('f.version', '=', (q) =>
      q
        .selectFrom('agreement_file as newer')
        .select((w) => w.fn.max('newer.version').as('newest'))
        .whereRef('newer.agreement_id', '=', 'f.agreement_id'),
    )
    .orderBy('f.uploaded_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ error_message, ...agreement }) => ({ agreement, message: error_message ?? '' }))
}

/** Every vendor that deployments rest on, once for each class among these, by name. */
export async function vendorClasses(
  db: Db,
): Promise<{ id: string; slug: string; name: string; riskClass: RiskClass }[]> {
  const classes = db
    .selectFrom('deployment as d')
    .innerJoin('deployment_agreement as link', 'link.deployment_id', 'd.id')
    .innerJoin('agreement as a', 'a.id', 'link.agreement_id')
    .select(['a.vendor_id', 'd.risk_class'])
    .distinct()
  const rows = await db
    .selectFrom(classes.as('c'))
    .innerJoin('vendor as v', 'v.id', 'c.vendor_id')
    .select(['v.id', 'v.slug', 'v.name', 'c.risk_class'])
    .orderBy('v.name')
    .execute()
  return rows.map(({ risk_class, ...vendor }) => ({ ...vendor, riskClass: RiskClasses.parse(risk_class) }))
}

/** How many papers of each vendor each of these deployments rests on. */
export async function papersByVendor(
  db: Db,
  deploymentIds: string[],
): Promise<{ deploymentId: string; vendorId: string; slug: string; vendor: string; papers: number }[]> {
  if (deploymentIds.length === 0) return []
  const rows = await db
    .selectFrom('deployment_agreement as link')
    .innerJoin('agreement as a', 'a.id', 'link.agreement_id')
    .innerJoin('vendor as v', 'v.id', 'a.vendor_id')
    .select((w) => ['link.deployment_id', 'v.id', 'v.slug', 'v.name', w.fn.countAll<number>().as('papers')])
    .where('link.deployment_id', 'in', deploymentIds)
    .groupBy(['link.deployment_id', 'v.id', 'v.slug', 'v.name'])
    .execute()
  return rows.map((row) => ({
    deploymentId: row.deployment_id,
    vendorId: row.id,
    slug: row.slug,
    vendor: row.name,
    papers: Number(row.papers),
  }))
}

/** Which deployments rest on papers of each of these vendors, by name. */
export async function systemsOnVendors(
  db: Db,
  vendorIds: string[],
): Promise<{ vendorId: string; id: string; name: string; riskClass: RiskClass }[]> {
  if (vendorIds.length === 0) return []
  const rows = await db
    .selectFrom('agreement as a')
    .innerJoin('deployment_agreement as link', 'link.agreement_id', 'a.id')
    .innerJoin('deployment as d', 'd.id', 'link.deployment_id')
    .select(['a.vendor_id as vendorId', 'd.id', 'd.name', 'd.risk_class'])
    .distinct()
    .where('a.vendor_id', 'in', vendorIds)
    .orderBy('d.name')
    .execute()
  return rows.map(({ risk_class, ...row }) => ({ ...row, riskClass: RiskClasses.parse(risk_class) }))
}

/** Vendor id to how many agreements it has, of these vendors. */
export async function paperCounts(db: Db, vendorIds: string[]): Promise<Map<string, number>> {
  if (vendorIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('agreement')
    .select((w) => ['vendor_id', w.fn.countAll<number>().as('papers')])
    .where('vendor_id', 'in', vendorIds)
    .groupBy('vendor_id')
    .execute()
  return new Map(rows.map((row) => [row.vendor_id, Number(row.papers)]))
}
