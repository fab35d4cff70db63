import { createHash, randomBytes } from 'node:crypto'
import { recordEvent } from '#db/events.ts'
import { personByEmail } from '#db/people.ts'
import { insertToken, revokeToken, setTokenUsed, standingToken, tokenById } from '#db/tokens.ts'
import type { ApiToken, TokenScope } from '#domain/register/token.ts'
import type { House } from './house.server.ts'
import { Role } from './permissions.ts'
import type { User } from './user.server.ts'

type Actor = Pick<User, 'email'>

const sha256 = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Makes a token for somebody. @returns its secret, which is kept nowhere and shown once */
export async function makeToken(
  { db }: Pick<House, 'db'>,
  actor: Actor,
  token: { owner: string; name: string; scope: TokenScope },
): Promise<{ id: string; secret: string }> {
  const secret = `cvt_${randomBytes(32).toString('base64url')}`
  const id = await db.transaction().execute(async (trx) => {
    const made = await insertToken(trx, {
      ...token,
      prefix: secret.slice(0, 10),
      secretSha256: sha256(secret),
    })
    await recordEvent(trx, {
      actor: actor.email,
      action: 'made an API token',
      subject: 'api_token',
      subjectId: made,
      detail: { ...token },
    })
    return made
  })
  return { id, secret }
}

/** Ends a token at once. `mine` narrows it to one owner's. @returns false when there is no such token that stands */
export async function endToken(
  { db }: Pick<House, 'db'>,
  actor: Actor,
  id: string,
  mine?: string,
): Promise<boolean> {
  const token = await tokenById(db, id)
  if (!token || (mine !== undefined && token.owner !== mine)) return false
  return db.transaction().execute(async (trx) => {
    const ended = await revokeToken(trx, id)
    if (ended)
      await recordEvent(trx, {
        actor: actor.email,
        action: 'revoked an API token',
        subject: 'api_token',
        subjectId: id,
        detail: { owner: token.owner, name: token.name },
      })
    return ended
  })
}

/** Who sends a request with `Authorization: Bearer …`; null when the token is unknown, revoked, or its owner may not sign in. */
export async function bearerOf(
  { db }: Pick<House, 'db'>,
  authorization: string,
): Promise<{ user: User; token: ApiToken } | null> {
  const secret = /^Bearer\s{1,400}(\S{1,2000})$/i.exec(authorization.trim())?.[1]
  const token = secret && (await standingToken(db, sha256(secret)))
  const user = token && (await ownerOf(db, token.owner))
  if (!token || !user) return null
  // A minute's precision is enough, and spares a write a request.
  if (!token.lastUsedAt || Date.now() - Date.parse(token.lastUsedAt) > 60_000)
    await setTokenUsed(db, token.id)
  return { user, token }
}

/** Whom an e-mail address means, as long as they may sign in. */
export async function ownerOf(db: House['db'], email: string): Promise<User | null> {
  const person = await personByEmail(db, email)
  const role = Role.safeParse(person?.role)
  if (!person || person.disabledAt || !role.success) return null
  const { id, name, units } = person
  return { id, name, email: person.email, role: role.data, units }
}
