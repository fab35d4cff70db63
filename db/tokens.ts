import { randomUUID } from 'node:crypto'
import { type ApiToken, TokenScope } from '#domain/register/token.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

const toToken = (row: Row<'api_token'>): ApiToken => ({
  id: row.id,
  owner: row.owner,
  name: row.name,
  scope: TokenScope.parse(row.scope),
  prefix: row.prefix,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
})

/** Tokens of one owner, the newest first; those revoked included. */
export async function tokensOf(db: Db, owner: string): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom('api_token')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(toToken)
}

export async function tokenById(db: Db, id: string): Promise<ApiToken | undefined> {
  const row = await db.selectFrom('api_token').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toToken(row)
}

/** The token of that secret, unless it was revoked. */
export async function standingToken(db: Db, secretSha256: string): Promise<ApiToken | undefined> {
  const row = await db
    .selectFrom('api_token')
    .selectAll()
    .where('secret_sha256', '=', secretSha256)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && toToken(row)
}

/** @returns the new token's id */
export async function insertToken(
  db: Db,
  token: Pick<ApiToken, 'owner' | 'name' | 'scope' | 'prefix'> & { secretSha256: string },
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('api_token')
    .values({
      id,
      owner: token.owner,
      name: token.name,
      scope: token.scope,
      prefix: token.prefix,
      secret_sha256: token.secretSha256,
      created_at: new Date().toISOString(),
    })
    .execute()
  return id
}

export async function setTokenUsed(db: Db, id: string): Promise<void> {
  await db
    .updateTable('api_token')
    .set({ last_used_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

/** @returns false when it was revoked before */
export async function revokeToken(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_token')
    .set({ revoked_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
