import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Db } from './connect.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Feeds that still work. */
export const calendarFeeds = (db: Db) =>
  db
    .selectFrom('calendar_feed')
    .select(['id', 'name', 'owner', 'made_by', 'created_at'])
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()

/** In a transaction. @returns the secret part of its address, which is shown once and kept nowhere */
export async function insertCalendarFeed(
  db: Db,
  input: { name: string; owner: string | null; madeBy: string },
): Promise<{ id: string; token: string }> {
  const id = randomUUID()
  const token = randomBytes(24).toString('base64url')
  await db
    .insertInto('calendar_feed')
    .values({
      id,
      name: input.name,
      owner: input.owner,
      token_sha256: hashOf(token),
      made_by: input.madeBy,
      created_at: new Date().toISOString(),
    })
    .execute()
  return { id, token }
}

/** In a transaction. From then on its address answers nobody. */
export async function revokeCalendarFeed(db: Db, id: string): Promise<void> {
  await db
    .updateTable('calendar_feed')
    .set({ revoked_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

/** The feed of that address, unless it was revoked. */
export const calendarFeedOf = (db: Db, token: string) =>
  db
    .selectFrom('calendar_feed')
    .select(['name', 'owner', 'made_by'])
    .where('token_sha256', '=', hashOf(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
