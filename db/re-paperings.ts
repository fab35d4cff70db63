import { z } from 'zod'
import type { Db } from './connect.ts'

/** A new version of a paper that made it worse for a deployment. */
export interface RePapering {
  fileId: string
  deploymentId: string
  agreementId: string
  version: number
  /** Rules whose gaps it opened or made graver. */
  rules: string[]
  /** ISO date. */
  openedOn: string
}

/** Of a deployment or of an agreement, the newest first. */
export async function rePaperings(
  db: Db,
  of: { deploymentId: string } | { agreementId: string },
): Promise<RePapering[]> {
  const query = db.selectFrom('re_papering').selectAll().orderBy('opened_on', 'desc')
  const rows = await ('deploymentId' in of
    ? query.where('deployment_id', '=', of.deploymentId)
    : query.where('agreement_id', '=', of.agreementId)
  ).execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    deploymentId: row.deployment_id,
    agreementId: row.agreement_id,
    version: row.version,
    rules: z.array(z.string()).parse(JSON.parse(row.rules_json)),
    openedOn: row.opened_on,
  }))
}

/** In a transaction. */
export async function insertRePapering(db: Db, one: RePapering): Promise<void> {
  await db
    .insertInto('re_papering')
    .values({
      file_id: one.fileId,
      deployment_id: one.deploymentId,
      agreement_id: one.agreementId,
      version: one.version,
      rules_json: JSON.stringify(one.rules),
      opened_on: one.openedOn,
    })
    .onConflict((c) => c.columns(['file_id', 'deployment_id']).doNothing())
    .execute()
}

/** Newest versions, read, with a version before them, that were not held against anything yet. */
export async function versionsToScan(
  db: Db,
): Promise<{ id: string; agreementId: string; version: number }[]> {
  const rows = await db
    .selectFrom('agreement_file')
    .leftJoin('version_scan', 'version_scan.file_id', 'agreement_file.id')
    .select(['agreement_file.id', 'agreement_file.agreement_id', 'agreement_file.version'])
    .where('agreement_file.state', '=', 'read')
    .where('agreement_file.version', '>', 1)
    .where('version_scan.file_id', 'is', null)
    .where('agreement_file.version', '=', (q) =>
      q
        .selectFrom('agreement_file as other')
        .select((w) => w.fn.max('other.version').as('newest'))
        .whereRef('other.agreement_id', '=', 'agreement_file.agreement_id'),
    )
    .execute()
  return rows.map((row) => ({ id: row.id, agreementId: row.agreement_id, version: row.version }))
}

/** In a transaction. */
export async function markScanned(db: Db, fileId: string): Promise<void> {
  await db
    .insertInto('version_scan')
    .values({ file_id: fileId, scanned_at: new Date().toISOString() })
    .onConflict((c) => c.column('file_id').doNothing())
    .execute()
}
