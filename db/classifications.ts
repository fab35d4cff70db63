import type { Classification } from '#domain/governance/classification.ts'
import { RiskClass } from '#domain/policy/risk.ts'
import { Answers, type DeploymentInput } from '#domain/register/deployment.ts'
import type { Db } from './connect.ts'

/** Versions of a deployment's class, newest first. */
export async function classifications(db: Db, deploymentId: string): Promise<Classification[]> {
  const rows = await db
    .selectFrom('classification')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    riskClass: RiskClass.parse(row.risk_class),
    answers: Answers.parse(JSON.parse(row.answers_json)),
    exception: row.exception,
    setBy: row.set_by,
    setAt: row.set_at,
  }))
}

/** In a transaction: the next version. */
export async function insertClassification(
  db: Db,
  deploymentId: string,
  { riskClass, answers, classException }: Pick<DeploymentInput, 'riskClass' | 'answers' | 'classException'>,
  by: string,
): Promise<void> {
  const version = ((await classifications(db, deploymentId))[0]?.version ?? 0) + 1
  await db
    .insertInto('classification')
    .values({
      deployment_id: deploymentId,
      version,
      risk_class: riskClass,
      answers_json: JSON.stringify(answers),
      exception: classException,
      set_by: by,
      set_at: new Date().toISOString(),
    })
    .execute()
}
