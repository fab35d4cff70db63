import { randomUUID } from 'node:crypto'
import { ReviewerPlaybook, type SourceInput } from '#domain/governance/reviewers.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

export interface PublishedPlaybook {
  version: number
  content: ReviewerPlaybook
  publishedBy: string
  publishedAt: string
}

/** Versions of a deployment's reviewer playbook, newest first. */
export async function reviewerPlaybooks(db: Db, deploymentId: string): Promise<PublishedPlaybook[]> {
  const rows = await db
    .selectFrom('reviewer_playbook')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    content: ReviewerPlaybook.parse(JSON.parse(row.content_json)),
    publishedBy: row.published_by,
    publishedAt: row.published_at,
  }))
}

/** In a transaction. @returns its number */
export async function insertReviewerPlaybook(
  db: Db,
  deploymentId: string,
  content: ReviewerPlaybook,
  by: string,
): Promise<number> {
  const version = ((await reviewerPlaybooks(db, deploymentId))[0]?.version ?? 0) + 1
  await db
    .insertInto('reviewer_playbook')
    .values({
      deployment_id: deploymentId,
      version,
      content_json: JSON.stringify(content),
      published_by: by,
      published_at: new Date().toISOString(),
    })
    .execute()
  return version
}

type KnownSource = SourceInput & { id: string; deploymentId: string }

const toSource = (row: Row<'knowledge_source'>): KnownSource => ({
  id: row.id,
  deploymentId: row.deployment_id,
  title: row.title,
  owner: row.owner,
  version: row.version,
  reviewedOn: row.reviewed_on,
  reviewMonths: row.review_months,
})

/** Sources that a deployment's answers are grounded in, by title. */
export async function knowledgeSources(db: Db, deploymentId: string): Promise<KnownSource[]> {
  const rows = await db
    .selectFrom('knowledge_source')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('title')
    .execute()
  return rows.map(toSource)
}

/** Those of every deployment. */
export const allKnowledgeSources = async (db: Db): Promise<KnownSource[]> =>
  (await db.selectFrom('knowledge_source').selectAll().execute()).map(toSource)

const columns = (source: SourceInput) => ({
  title: source.title,
  owner: source.owner,
  version: source.version,
  reviewed_on: source.reviewedOn,
  review_months: source.reviewMonths,
})

/** In a transaction. */
export async function setKnowledgeSource(
  db: Db,
  deploymentId: string,
  source: SourceInput,
  id?: string,
): Promise<void> {
  if (id)
    await db
      .updateTable('knowledge_source')
      .set(columns(source))
      .where('id', '=', id)
      .where('deployment_id', '=', deploymentId)
      .execute()
  else
    await db
      .insertInto('knowledge_source')
      .values({ id: randomUUID(), deployment_id: deploymentId, ...columns(source) })
      .execute()
}
