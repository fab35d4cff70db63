import { randomUUID } from 'node:crypto'
import { Acceptance, GapStatus, type GapWork } from '#domain/register/gap-work.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'
import { indexNote } from './search-index.ts'

const toWork = (row: Row<'gap_work'>): GapWork => ({
  deploymentId: row.deployment_id,
  rule: row.rule,
  status: GapStatus.parse(row.status),
  owner: row.owner,
  dueOn: row.due_on,
  acceptance: row.acceptance_json ? Acceptance.parse(JSON.parse(row.acceptance_json)) : null,
})

/** What people do about every gap, or about those of some deployments, of one status, or whose risk somebody accepted. */
export async function gapWork(
  db: Db,
  of: { deploymentId?: string; deploymentIds?: string[]; status?: GapStatus; hasAcceptance?: true } = {},
): Promise<GapWork[]> {
  let query = db.selectFrom('gap_work').selectAll()
  if (of.deploymentIds?.length === 0) return []
  if (of.deploymentIds) query = query.where('deployment_id', 'in', of.deploymentIds)
  if (of.hasAcceptance) query = query.where('acceptance_json', 'is not', null)
  if (of.deploymentId) query = query.where('deployment_id', '=', of.deploymentId)
  if (of.status) query = query.where('status', '=', of.status)
  return (await query.execute()).map(toWork)
}

export async function gapWorkOf(db: Db, deploymentId: string, rule: string): Promise<GapWork | undefined> {
  const row = await db
    .selectFrom('gap_work')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .where('rule', '=', rule)
    .executeTakeFirst()
  return row && toWork(row)
}

export async function saveGapWork(db: Db, work: GapWork): Promise<void> {
  const values = {
    status: work.status,
    owner: work.owner,
    due_on: work.dueOn,
    acceptance_json: work.acceptance && JSON.stringify(work.acceptance),
    changed_at: new Date().toISOString(),
  }
  await db
    .insertInto('gap_work')
    .values({ deployment_id: work.deploymentId, rule: work.rule, ...values })
    .onConflict((c) => c.columns(['deployment_id', 'rule']).doUpdateSet(values))
    .execute()
}

export async function insertGapComment(
  db: Db,
  comment: { deploymentId: string; rule: string; author: string; body: string },
): Promise<void> {
  await db
    .insertInto('gap_comment')
    .values({
      id: randomUUID(),
      deployment_id: comment.deploymentId,
      rule: comment.rule,
      author: comment.author,
      body: comment.body,
      at: new Date().toISOString(),
    })
    .execute()
  await indexNote(db, {
    subject: 'deployment',
    subjectId: comment.deploymentId,
    item: comment.rule,
    on: 'gap',
    body: comment.body,
  })
}

/** What was said about a gap, the oldest first. */
export function gapComments(db: Db, deploymentId: string, rule: string) {
  return db
    .selectFrom('gap_comment')
    .select(['id', 'author', 'body', 'at'])
    .where('deployment_id', '=', deploymentId)
    .where('rule', '=', rule)
    .orderBy('at')
    .execute()
}
