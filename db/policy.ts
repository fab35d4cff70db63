import { z } from 'zod'
import type { Policy } from '#domain/policy/policy.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

/** A version without its content, for a list. */
export interface PolicyVersion {
  number: number
  note: string
  draftedBy: string[]
  publishedBy: string
  publishedAt: string
  aloneReason: string | null
}

export interface PolicyDraft {
  basedOn: number
  /** As stored; whoever asks parses it, for a release may have given the rules a new part. */
  content: unknown
  draftedBy: string[]
  note: string
  revision: number
  changedAt: string
}

const People = z.array(z.string())

const toVersion = (row: Omit<Row<'policy_version'>, 'content_json'>): PolicyVersion => ({
  number: row.number,
  note: row.note,
  draftedBy: People.parse(JSON.parse(row.drafted_by_json)),
  publishedBy: row.published_by,
  publishedAt: row.published_at,
  aloneReason: row.alone_reason,
})

/** The number of the version in force; 0 before there is one. */
export async function policyNumber(db: Db): Promise<number> {
  const row = await db
    .selectFrom('policy_version')
    .select((w) => w.fn.max('number').as('newest'))
    .executeTakeFirst()
  return Number(row?.newest ?? 0)
}

/** A version's content as stored; undefined when there is no such version. */
export async function policyContent(db: Db, number: number): Promise<unknown> {
  const row = await db
    .selectFrom('policy_version')
    .select('content_json')
    .where('number', '=', number)
    .executeTakeFirst()
  return row && JSON.parse(row.content_json)
}

/** Every version, the newest first. */
export async function policyVersions(db: Db): Promise<PolicyVersion[]> {
  const rows = await db
    .selectFrom('policy_version')
    .select(['number', 'note', 'drafted_by_json', 'published_by', 'published_at', 'alone_reason'])
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** Adds a version; the same number twice is left as it is, so that two processes may begin a register together. */
export async function insertPolicyVersion(
  db: Db,
  version: Omit<PolicyVersion, 'publishedAt'> & { content: Policy },
): Promise<void> {
  await db
    .insertInto('policy_version')
    .values({
      number: version.number,
      content_json: JSON.stringify(version.content),
      note: version.note,
      drafted_by_json: JSON.stringify(version.draftedBy),
      published_by: version.publishedBy,
      published_at: new Date().toISOString(),
      alone_reason: version.aloneReason,
    })
    .onConflict((c) => c.column('number').doNothing())
    .execute()
}

export async function policyDraft(db: Db): Promise<PolicyDraft | undefined> {
  const row = await db.selectFrom('policy_draft').selectAll().executeTakeFirst()
  return (
    row && {
      basedOn: row.based_on,
      content: JSON.parse(row.content_json),
      draftedBy: People.parse(JSON.parse(row.drafted_by_json)),
      note: row.note,
      revision: row.revision,
      changedAt: row.changed_at,
    }
  )
}

/** Writes the draft, the first or the next revision of it. In a transaction. */
export async function saveDraft(
  db: Db,
  draft: { basedOn: number; content: Policy; draftedBy: string[]; note: string; revision: number },
): Promise<void> {
  await deleteDraft(db)
  await db
    .insertInto('policy_draft')
    .values({
      id: 'draft',
      based_on: draft.basedOn,
      content_json: JSON.stringify(draft.content),
      drafted_by_json: JSON.stringify(draft.draftedBy),
      note: draft.note,
      revision: draft.revision,
      changed_at: new Date().toISOString(),
    })
    .execute()
}

export async function deleteDraft(db: Db): Promise<void> {
  await db.deleteFrom('policy_draft').execute()
}
