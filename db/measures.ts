import { randomUUID } from 'node:crypto'
import { Dimension, type MeasureCount, type Thresholds } from '#domain/governance/measures.ts'
import type { Db } from './connect.ts'

/** Counts of a deployment, oldest period first. */
export async function measureCounts(db: Db, deploymentId: string): Promise<MeasureCount[]> {
  const rows = await db
    .selectFrom('measure_count')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('starts_on')
    .execute()
  return rows.map((row) => ({
    measure: row.measure,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    dimension: Dimension.parse(row.dimension),
    value: row.dimension_value,
    count: row.count,
    total: row.total,
  }))
}

/** Ids of the deployments that have counts. */
export const measuredDeployments = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('measure_count').select('deployment_id').distinct().execute()).map(
    (row) => row.deployment_id,
  )

/** In a transaction. A count of the same period and dimension takes the place of the earlier one. */
export async function setMeasureCount(
  db: Db,
  deploymentId: string,
  count: MeasureCount,
  by: string,
): Promise<void> {
  const values = {
    ends_on: count.endsOn,
    count: count.count,
    total: count.total,
    sent_by: by,
    sent_at: new Date().toISOString(),
  }
  await db
    .insertInto('measure_count')
    .values({
      id: randomUUID(),
      deployment_id: deploymentId,
      measure: count.measure,
      starts_on: count.startsOn,
      dimension: count.dimension,
      dimension_value: count.value,
      ...values,
    })
    .onConflict((c) =>
      c
        .columns(['deployment_id', 'measure', 'starts_on', 'dimension', 'dimension_value'])
        .doUpdateSet(values),
    )
    .execute()
}

/** Thresholds that were set for a deployment's measures. */
export async function measureThresholds(db: Db, deploymentId: string): Promise<Thresholds[]> {
  const rows = await db
    .selectFrom('measure_threshold')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .execute()
  return rows.map(({ measure, above, below }) => ({ measure, above, below }))
}

/** In a transaction. */
export async function setMeasureThresholds(
  db: Db,
  deploymentId: string,
  { measure, above, below }: Thresholds,
  by: string,
): Promise<void> {
  const values = { above, below, set_by: by, set_at: new Date().toISOString() }
  await db
    .insertInto('measure_threshold')
    .values({ deployment_id: deploymentId, measure, ...values })
    .onConflict((c) => c.columns(['deployment_id', 'measure']).doUpdateSet(values))
    .execute()
}
