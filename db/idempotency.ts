import type { Db } from './connect.ts'

export interface RepeatedRequest {
  requestSha256: string
  /** Null while the first one is still being worked on. */
  status: number | null
  answer: string | null
}

/** Takes the key for a request. @returns undefined when it was free, else what stands under it */
export async function claimKey(
  db: Db,
  owner: string,
  key: string,
  requestSha256: string,
): Promise<RepeatedRequest | undefined> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency')
    .values({ owner, key, request_sha256: requestSha256, created_at: new Date().toISOString() })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return undefined
  const row = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('owner', '=', owner)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return { requestSha256: row.request_sha256, status: row.status, answer: row.answer_json }
}

export async function keepAnswer(
  db: Db,
  owner: string,
  key: string,
  answer: { status: number; json: string },
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ status: answer.status, answer_json: answer.json })
    .where('owner', '=', owner)
    .where('key', '=', key)
    .execute()
}

/** Frees a key whose request failed, so that it can be sent again. */
export async function freeKey(db: Db, owner: string, key: string): Promise<void> {
  await db.deleteFrom('idempotency').where('owner', '=', owner).where('key', '=', key).execute()
}

/** Forgets keys that were taken before a moment (ISO 8601); one without an answer sooner than one with. */
export async function forgetKeys(db: Db, before: { answered: string; unanswered: string }): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where((w) =>
      w.or([
        w('created_at', '<', before.answered),
        w.and([w('created_at', '<', before.unanswered), w('status', 'is', null)]),
      ]),
    )
    .execute()
}
