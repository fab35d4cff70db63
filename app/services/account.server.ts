import { APIError } from 'better-auth/api'
import bowser from 'bowser'
import { z } from 'zod'
import { recordEvent } from '#db/events.ts'
import { endSession, endSessions, hasPassword, personById, sessionsOf, updatePerson } from '#db/people.ts'
import { secondFactorRequired } from '#db/sign-in-rule.ts'
import type { House } from './house.server.ts'
import { passwordProblem } from './password.server.ts'
import { Name } from './people.server.ts'
import { addressOf, type Door, tooMany } from './sign-in.server.ts'
import type { User } from './user.server.ts'

export const OwnName = z.object({ name: Name })
export const PasswordChange = z.object({ current: z.string().max(500), password: z.string().max(500) })

/** Everything the account's screen shows. @param sessionId the session that asks */
export async function accountOf({ db }: Pick<House, 'db'>, user: User, sessionId: string | null) {
  const [person, withPassword, required, sessions] = await Promise.all([
    personById(db, user.id),
    hasPassword(db, user.id),
    secondFactorRequired(db),
    openSessions({ db }, user.id),
  ])
  return {
    name: person?.name ?? user.name,
    email: user.email,
    role: user.role,
    /** False for who comes by single sign-on: password and second factor are kept there. */
    withPassword,
    secondFactor: person?.secondFactor ?? false,
    secondFactorRequired: required,
    sessions: sessions.map((session) => ({ ...session, thisOne: session.id === sessionId })),
  }
}

/** Somebody's sessions that have not ended, with the browser's name as people know it. */
export async function openSessions({ db }: Pick<House, 'db'>, personId: string) {
  return (await sessionsOf(db, personId, new Date())).map(({ browser, ...session }) => ({
    ...session,
    browser: browserOf(browser),
  }))
}

function browserOf(agent: string | null): string {
  if (!agent) return 'Not known'
  const { browser, os } = bowser.parse(agent)
  return [browser.name, os.name && `on ${os.name}`].filter(Boolean).join(' ') || 'Not known'
}

export async function changeName({ db }: Pick<House, 'db'>, user: User, name: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await updatePerson(trx, user.id, { name })
    await recordEvent(trx, {
      actor: user.email,
      action: 'changed their name',
      subject: 'person',
      subjectId: user.id,
    })
  })
}

/**
 * Changes the password of whoever knows the old one, and ends their other sessions.
 * @returns cookies of the session that goes on, or why not by field
 */
export async function changePassword(
  { house, access }: Door,
  request: Request,
  user: User,
  { current, password }: z.infer<typeof PasswordChange>,
): Promise<{ cookies: string[] } | { errors: Record<string, string> }> {
  const problem = passwordProblem(password, [user.name, user.email])
  if (problem) return { errors: { password: problem } }
  const wait = await access.limits.attempt(addressOf(request), `password of ${user.email}`)
  if (wait > 0) return { errors: { current: tooMany(wait).error } }
  try {
    const { headers } = await access.auth.api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: request.headers,
      returnHeaders: true,
    })
    await access.limits.succeeded(addressOf(request), `password of ${user.email}`)
    await recordEvent(house.db, {
      actor: user.email,
      action: 'changed their password',
      subject: 'person',
      subjectId: user.id,
    })
    return { cookies: headers.getSetCookie() }
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    return { errors: { current: 'That is not your password.' } }
  }
}

/** Ends one of somebody's sessions, or all but the one that asks. */
export async function endOwnSessions(
  { db }: Pick<House, 'db'>,
  user: User,
  which: { id: string } | { butId: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if ('id' in which) {
      if (!(await endSession(trx, user.id, which.id))) return
    } else await endSessions(trx, user.id, which.butId)
    await recordEvent(trx, {
      actor: user.email,
      action: 'id' in which ? 'ended a session of theirs' : 'ended their other sessions',
      subject: 'person',
      subjectId: user.id,
    })
  })
}
