import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Use } from '#domain/governance/uses.ts'
import type { Db } from './connect.ts'

const words = (json: string) => z.array(z.string()).parse(JSON.parse(json))

/** Intents of a deployment, allowed ones first, by title. */
export async function usesOfDeployment(db: Db, deploymentId: string): Promise<Use[]> {
  const rows = await db
    .selectFrom('deployment_use')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('stance')
    .orderBy('title')
    .execute()
  return rows.map((row) =>
    Use.parse({
      id: row.id,
      intent: row.intent,
      title: row.title,
      stance: row.stance,
      riskClass: row.risk_class,
      uses: words(row.uses_json),
      triggers: words(row.triggers_json),
      reviewer: row.reviewer,
    }),
  )
}

/** In a transaction. An intent that is there already is changed. */
export async function setUse(db: Db, deploymentId: string, use: Omit<Use, 'id'>): Promise<void> {
  const values = {
    title: use.title,
    stance: use.stance,
    risk_class: use.riskClass,
    uses_json: JSON.stringify(use.uses),
    triggers_json: JSON.stringify(use.triggers),
    reviewer: use.reviewer,
  }
  await db
    .insertInto('deployment_use')
    .values({
      id: randomUUID(),
      deployment_id: deploymentId,
      intent: use.intent,
      ...values,
      created_at: new Date().toISOString(),
    })
    .onConflict((c) => c.columns(['deployment_id', 'intent']).doUpdateSet(values))
    .execute()
}

/** In a transaction. */
export async function removeUse(db: Db, deploymentId: string, intent: string): Promise<void> {
  await db
    .deleteFrom('deployment_use')
    .where('deployment_id', '=', deploymentId)
    .where('intent', '=', intent)
    .execute()
}
