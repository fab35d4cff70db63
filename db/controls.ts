import { randomUUID } from 'node:crypto'
import {
  type ControlRecord,
  ControlStatus,
  type Evidence,
  EvidenceKind,
} from '#domain/governance/controls.ts'
import type { Db } from './connect.ts'

/** What people recorded of a deployment's controls. */
export async function controlRecords(db: Db, deploymentId: string): Promise<ControlRecord[]> {
  const rows = await db.selectFrom('control').selectAll().where('deployment_id', '=', deploymentId).execute()
  return rows.map(({ control, status, owner, reason }) => ({
    control,
    status: ControlStatus.parse(status),
    owner,
    reason,
  }))
}

/** In a transaction. */
export async function setControl(db: Db, deploymentId: string, record: ControlRecord): Promise<void> {
  const values = {
    status: record.status,
    owner: record.owner,
    reason: record.reason,
    updated_at: new Date().toISOString(),
  }
  await db
    .insertInto('control')
    .values({ deployment_id: deploymentId, control: record.control, ...values })
    .onConflict((c) => c.columns(['deployment_id', 'control']).doUpdateSet(values))
    .execute()
}

/** Everything that shows that a deployment's controls work, newest first. */
/** Evidence of any deployment that runs out some day. */
export async function expiringEvidenceOf(
  db: Db,
): Promise<{ id: string; deploymentId: string; title: string; expiresOn: string }[]> {
  const rows = await db
    .selectFrom('control_evidence')
    .select(['id', 'deployment_id', 'title', 'expires_on'])
    .where('expires_on', 'is not', null)
    .execute()
  return rows.flatMap(({ id, deployment_id, title, expires_on }) =>
    expires_on === null ? [] : [{ id, deploymentId: deployment_id, title, expiresOn: expires_on }],
  )
}

export async function evidenceOf(db: Db, deploymentId: string): Promise<(Evidence & { control: string })[]> {
  const rows = await db
    .selectFrom('control_evidence')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    control: row.control,
    kind: EvidenceKind.parse(row.kind),
    title: row.title,
    detail: row.detail,
    passed: row.passed === 1,
    fileName: row.file_name,
    sha256: row.sha256,
    expiresOn: row.expires_on,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }))
}

/** Of each control of each deployment, the evidence that runs out last; a failed test shows nothing. */
export async function lastEvidence(db: Db) {
  const rows = await db
    .selectFrom('control_evidence')
    .select(['id', 'deployment_id', 'control', 'title', 'expires_on'])
    .where('passed', '=', 1)
    .orderBy('expires_on')
    .execute()
  const last = new Map(rows.map((row) => [`${row.deployment_id} ${row.control}`, row]))
  return [...last.values()].map((row) => ({
    id: row.id,
    deploymentId: row.deployment_id,
    control: row.control,
    title: row.title,
    expiresOn: row.expires_on,
  }))
}

/** In a transaction. @returns its id */
export async function insertEvidence(
  db: Db,
  deploymentId: string,
  evidence: Omit<Evidence, 'id' | 'recordedAt'> & { control: string },
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('control_evidence')
    .values({
      id,
      deployment_id: deploymentId,
      control: evidence.control,
      kind: evidence.kind,
      title: evidence.title,
      detail: evidence.detail,
      passed: evidence.passed ? 1 : 0,
      file_name: evidence.fileName,
      sha256: evidence.sha256,
      expires_on: evidence.expiresOn,
      recorded_by: evidence.recordedBy,
      recorded_at: new Date().toISOString(),
    })
    .execute()
  return id
}
