import { LossModel } from '#domain/governance/loss.ts'
import type { Db } from './connect.ts'

/** The loss model that people entered for a deployment; undefined when nobody has. */
export async function lossModel(
  db: Db,
  deploymentId: string,
): Promise<{ model: LossModel; updatedBy: string; updatedAt: string } | undefined> {
  const row = await db
    .selectFrom('loss_model')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .executeTakeFirst()
  return (
    row && {
      model: LossModel.parse(JSON.parse(row.model_json)),
      updatedBy: row.updated_by,
      updatedAt: row.updated_at,
    }
  )
}

/** In a transaction. */
export async function setLossModel(
  db: Db,
  deploymentId: string,
  model: LossModel,
  by: string,
): Promise<void> {
  const values = { model_json: JSON.stringify(model), updated_by: by, updated_at: new Date().toISOString() }
  await db
    .insertInto('loss_model')
    .values({ deployment_id: deploymentId, ...values })
    .onConflict((c) => c.column('deployment_id').doUpdateSet(values))
    .execute()
}
