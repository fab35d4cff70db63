import { Before, Decision, standing } from '#domain/review/decision.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

const toDecision = (row: Row<'decision'>): Decision =>
  Decision.parse({
    id: row.id,
    subjectId: row.subject_id,
    agreementId: row.agreement_id,
    fileId: row.file_id,
    type: row.type,
    kind: row.kind,
    value: row.value_json && JSON.parse(row.value_json),
    citations: row.citations_json && JSON.parse(row.citations_json),
    reason: row.reason,
    before: Before.parse(JSON.parse(row.before_json)),
    seq: row.seq,
    by: row.decided_by,
    at: row.decided_at,
  })

/** Decisions on one subject, the oldest first. */
export async function decisionsOn(db: Db, subjectId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('seq')
    .execute()
  return rows.map(toDecision)
}

/** Decisions on one paper, the oldest first. */
export async function decisionsOfFile(db: Db, fileId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('file_id', '=', fileId)
    .orderBy('decided_at')
    .orderBy('seq')
    .execute()
  return rows.map(toDecision)
}

/** Every decision from a moment on, the oldest first; of one person when asked. */
export async function decisionsSince(db: Db, since: string, by?: string): Promise<Decision[]> {
  let query = db.selectFrom('decision').selectAll().where('decided_at', '>=', since)
  if (by) query = query.where('decided_by', '=', by)
  return (await query.orderBy('decided_at').orderBy('seq').execute()).map(toDecision)
}

/** Adds one; fails where somebody else has just taken the same turn on the subject. In a transaction. */
export async function insertDecision(db: Db, decision: Decision): Promise<void> {
  await db
    .insertInto('decision')
    .values({
      id: decision.id,
      subject_id: decision.subjectId,
      agreement_id: decision.agreementId,
      file_id: decision.fileId,
      type: decision.type,
      kind: decision.kind,
      value_json: decision.value && JSON.stringify(decision.value),
      citations_json: decision.citations && JSON.stringify(decision.citations),
      reason: decision.reason,
      before_json: JSON.stringify(decision.before),
      seq: decision.seq,
      decided_by: decision.by,
      decided_at: decision.at,
    })
    .execute()
}

/** How many decisions there are on a paper, and the last of them: what tells an open screen that somebody else works. */
export async function lastDecision(
  db: Db,
  fileId: string,
): Promise<{ count: number; last: { by: string; kind: string; type: string } | null }> {
  const { count } = await db
    .selectFrom('decision')
    .select((w) => w.fn.countAll<number>().as('count'))
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow()
  const last = await db
    .selectFrom('decision')
    .select(['decided_by as by', 'kind', 'type'])
    .where('file_id', '=', fileId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { count: Number(count), last: last ?? null }
}

/** By term type, the decision by which a person found it not to be in the paper. */
export async function absences(db: Db, fileIds: string[]): Promise<Decision[]> {
  if (fileIds.length === 0) return []
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('file_id', 'in', fileIds)
    .where('subject_id', 'in', (q) =>
      q.selectFrom('decision as looked').select('looked.subject_id').where('looked.kind', '=', 'absent'),
    )
    .orderBy('seq')
    .execute()
  const all = rows.map(toDecision)
  return [...new Set(all.map((d) => d.subjectId))].flatMap((subject) => {
    const { review, decision } = standing(all.filter((d) => d.subjectId === subject))
    return review === 'absent' && decision ? [decision] : []
  })
}

/** Term types that a person looked for in the paper and found not to be there. */
export const confirmedAbsences = async (db: Db, fileId: string): Promise<string[]> =>
  (await absences(db, [fileId])).map((decision) => decision.type)
