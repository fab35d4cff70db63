import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Db } from './connect.ts'

/** What a one-time address is for. */
export type LinkPurpose = 'set-up' | 'invitation' | 'password'

export interface OneTimeLink {
  id: string
  purpose: LinkPurpose
  personId: string | null
  madeBy: string
  /** It went by mail to the person. */
  mailed: boolean
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Makes a one-time address; earlier ones for the same person and purpose stop working.
 * @returns the token, which is nowhere else: the database has its hash only
 */
export async function insertLink(
  db: Db,
  link: { purpose: LinkPurpose; personId?: string; madeBy: string; expiresAt: Date; mailed?: boolean },
): Promise<string> {
  const now = new Date().toISOString()
  let earlier = db.updateTable('one_time_link').set({ used_at: now }).where('purpose', '=', link.purpose)
  earlier = link.personId
    ? earlier.where('person_id', '=', link.personId)
    : earlier.where('person_id', 'is', null)
  await earlier.where('used_at', 'is', null).execute()
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('one_time_link')
    .values({
      id: randomUUID(),
      purpose: link.purpose,
      token_sha256: hashOf(token),
      person_id: link.personId ?? null,
      made_by: link.madeBy,
      created_at: now,
      expires_at: link.expiresAt.toISOString(),
      mailed: link.mailed ? 1 : 0,
    })
    .execute()
  return token
}

const toLink = (row: {
  id: string
  purpose: string
  person_id: string | null
  made_by: string
  mailed: number
}): OneTimeLink => ({
  id: row.id,
  purpose: row.purpose as LinkPurpose,
  personId: row.person_id,
  madeBy: row.made_by,
  mailed: row.mailed === 1,
})

/** The address's meaning, while it works; undefined when it is used up, too old or was never made. */
export async function openLink(db: Db, token: string, now: Date): Promise<OneTimeLink | undefined> {
  const row = await db
    .selectFrom('one_time_link')
    .selectAll()
    .where('token_sha256', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return row && toLink(row)
}

/** Uses an address up. Of two that come at once, one gets it. */
export async function useLink(db: Db, token: string, now: Date): Promise<OneTimeLink | undefined> {
  const row = await db
    .updateTable('one_time_link')
    .set({ used_at: now.toISOString() })
    .where('token_sha256', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returningAll()
    .executeTakeFirst()
  return row && toLink(row)
}
