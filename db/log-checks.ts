import { randomUUID } from 'node:crypto'
import { LogReport } from '#domain/governance/logging.ts'
import type { Db } from './connect.ts'

export interface LogCheck {
  id: string
  fileName: string
  sha256: string
  report: LogReport
  checkedBy: string
  checkedAt: string
}

/** Log samples of a deployment that were checked, newest first. */
export async function logChecks(db: Db, deploymentId: string): Promise<LogCheck[]> {
  const rows = await db
    .selectFrom('log_check')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('checked_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    sha256: row.sha256,
    report: LogReport.parse(JSON.parse(row.report_json)),
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
  }))
}

/** In a transaction. */
export async function insertLogCheck(
  db: Db,
  deploymentId: string,
  check: Omit<LogCheck, 'id' | 'checkedAt'>,
): Promise<void> {
  await db
    .insertInto('log_check')
    .values({
      id: randomUUID(),
      deployment_id: deploymentId,
      file_name: check.fileName,
      sha256: check.sha256,
      report_json: JSON.stringify(check.report),
      checked_by: check.checkedBy,
      checked_at: new Date().toISOString(),
    })
    .execute()
}
