import { anyPerson, personById } from '#db/people.ts'
import { type Auth, createAuth, longestSessionMs } from './auth.server.ts'
import type { Config } from './config.server.ts'
import { retireDemoPeople } from './demo.server.ts'
import type { House } from './house.server.ts'
import { createLimits, type Limits } from './limits.server.ts'
import { createMailer, type Mailer } from './mail.server.ts'
import { makeSetUpLink } from './people.server.ts'
import { Role } from './permissions.ts'
import { keptSecret } from './secret.server.ts'
import type { User } from './user.server.ts'

/** Everything about getting in, opened once a server. */
export interface Access {
  auth: Auth
  /** What people open, without a slash at its end; links in mails begin with it. */
  address: string
  demo: boolean
  singleSignOn: boolean
  mailer: Mailer | null
  limits: Limits
}

/**
 * @param address where the server listens, when no BASE_URL says what people open
 * @param beside another process has seen to who may set it up
 * @returns also the one-time address that makes the first administrator, while there is nobody
 */
export async function openAccess(
  house: House,
  config: Config,
  address: string,
  { beside = false }: { beside?: boolean } = {},
): Promise<{ access: Access; setUpAddress: string | null }> {
  const open = config.baseUrl ?? address
  const secret = config.secret ?? keptSecret(config.dataFolder)
  const access: Access = {
    auth: createAuth(house, { address: open, secret, oidc: config.oidc }),
    address: open,
    demo: config.demo,
    singleSignOn: config.oidc !== undefined,
    mailer: createMailer(config.smtpUrl, config.mailFrom),
    limits: createLimits({ requestsAMinute: config.rateLimit }),
  }
  if (config.demo || beside) return { access, setUpAddress: null }
  await retireDemoPeople(house.db)
  const token = (await anyPerson(house.db)) ? null : await makeSetUpLink(house)
  return { access, setUpAddress: token && `${open}/set-up/${token}` }
}

/** Who sends a request, by its session's cookie; null for a visitor. `cookies` are to be sent with the answer. */
export async function whoSends(
  { db }: Pick<House, 'db'>,
  auth: Auth,
  headers: Headers,
): Promise<{ user: User; sessionId: string; cookies: string[] } | null> {
  if (!headers.has('cookie')) return null
  const { response, headers: set } = await auth.api.getSession({ headers, returnHeaders: true })
  if (!response) return null
  const { session } = response
  if (Date.now() - new Date(session.createdAt).getTime() > longestSessionMs) return null
  const person = await personById(db, session.userId)
  const role = Role.safeParse(person?.role)
  if (!person || person.disabledAt || !role.success) return null
  const { id, name, email, units } = person
  return {
    user: { id, name, email, role: role.data, units },
    sessionId: session.id,
    cookies: set.getSetCookie(),
  }
}
