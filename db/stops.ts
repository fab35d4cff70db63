import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { EscalationCard, type Stop, Told } from '#domain/governance/stop.ts'
import type { DeploymentStatus } from '#domain/register/deployment.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

const toStop = (row: Omit<Row<'deployment_stop'>, 'snapshot_json' | 'deployment_id'>): Stop => ({
  id: row.id,
  why: row.why,
  stoppedBy: row.stopped_by,
  stoppedAt: row.stopped_at,
  statusBefore: row.status_before,
  snapshotHash: row.snapshot_hash,
  told: z.array(Told).parse(JSON.parse(row.told_json)),
  resumedBy: row.resumed_by,
  resumedAt: row.resumed_at,
  resumedWhy: row.resumed_why,
})

const columns = [
  'id',
  'why',
  'stopped_by',
  'stopped_at',
  'status_before',
  'snapshot_hash',
  'told_json',
  'resumed_by',
  'resumed_at',
  'resumed_why',
] as const

/** Stops of a deployment, newest first; without the frozen evidence. */
export async function stopsOf(db: Db, deploymentId: string): Promise<Stop[]> {
  const rows = await db
    .selectFrom('deployment_stop')
    .select(columns)
    .where('deployment_id', '=', deploymentId)
    .orderBy('stopped_at', 'desc')
    .execute()
  return rows.map(toStop)
}

/** The evidence frozen at a stop, byte for byte, and the hash taken then. */
export async function snapshotOf(
  db: Db,
  deploymentId: string,
  id: string,
): Promise<{ json: string; hash: string } | undefined> {
  const row = await db
    .selectFrom('deployment_stop')
    .select(['snapshot_json', 'snapshot_hash'])
    .where('deployment_id', '=', deploymentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { json: row.snapshot_json, hash: row.snapshot_hash }
}

/** In a transaction. Stops the deployment and keeps what stood then. @returns the stop's id */
export async function insertStop(
  db: Db,
  deployment: { id: string; status: DeploymentStatus },
  stop: { why: string; by: string; at: string; snapshot: string; hash: string },
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('deployment_stop')
    .values({
      id,
      deployment_id: deployment.id,
      why: stop.why,
      stopped_by: stop.by,
      stopped_at: stop.at,
      status_before: deployment.status,
      snapshot_json: stop.snapshot,
      snapshot_hash: stop.hash,
      told_json: '[]',
    })
    .execute()
  await setStatus(db, deployment.id, 'stopped')
  return id
}

export async function setTold(db: Db, id: string, told: Told[]): Promise<void> {
  await db
    .updateTable('deployment_stop')
    .set({ told_json: JSON.stringify(told) })
    .where('id', '=', id)
    .execute()
}

/** In a transaction. The deployment goes back to the status it had. */
export async function endStop(
  db: Db,
  deploymentId: string,
  stop: Pick<Stop, 'id'> & { statusBefore: DeploymentStatus },
  { by, why }: { by: string; why: string },
): Promise<void> {
  await db
    .updateTable('deployment_stop')
    .set({ resumed_by: by, resumed_at: new Date().toISOString(), resumed_why: why })
    .where('id', '=', stop.id)
    .execute()
  await setStatus(db, deploymentId, stop.statusBefore)
}

const setStatus = (db: Db, deploymentId: string, status: DeploymentStatus) =>
  db.updateTable('deployment').set({ status }).where('id', '=', deploymentId).execute()

/** The escalation card as people filled it in; undefined when nobody has. */
export async function escalationCard(db: Db, deploymentId: string): Promise<EscalationCard | undefined> {
  const row = await db
    .selectFrom('escalation_card')
    .select('card_json')
    .where('deployment_id', '=', deploymentId)
    .executeTakeFirst()
  return row && EscalationCard.parse(JSON.parse(row.card_json))
}

/** In a transaction. */
export async function setEscalationCard(
  db: Db,
  deploymentId: string,
  card: EscalationCard,
  by: string,
): Promise<void> {
  const values = { card_json: JSON.stringify(card), updated_by: by, updated_at: new Date().toISOString() }
  await db
    .insertInto('escalation_card')
    .values({ deployment_id: deploymentId, ...values })
    .onConflict((c) => c.column('deployment_id').doUpdateSet(values))
    .execute()
}
