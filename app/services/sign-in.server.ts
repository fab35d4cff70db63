import { APIError } from 'better-auth/api'
import { z } from 'zod'
import { recordEvent } from '#db/events.ts'
import { personByEmail } from '#db/people.ts'
import type { Access } from './access.server.ts'
import { clientAddressHeader } from './auth.server.ts'
import type { House } from './house.server.ts'
import { newPasswordLink } from './people.server.ts'

export const Credentials = z.object({ email: z.string().trim().max(254), password: z.string().max(500) })

/** Cookies to set, and whether the code of the second factor is still to come; or why it was refused. */
export type SignedIn = { cookies: string[]; codeToCome: boolean } | { error: string; status: 401 | 429 }

/** What every way in works with. */
export interface Door {
  house: Pick<House, 'db' | 'log'>
  access: Access
}

const wrong = 'E-mail address and password do not belong together.'

/** One attempt with a password. The answer is the same for an unknown address and a wrong password. */
export async function signIn(
  { house, access }: Door,
  request: Request,
  { email, password }: z.infer<typeof Credentials>,
): Promise<SignedIn> {
  const wait = await access.limits.attempt(addressOf(request), email)
  if (wait > 0) return tooMany(wait)
  const person = await personByEmail(house.db, email)
  const told = { actor: person?.email ?? 'unknown', subject: 'person', subjectId: person?.id ?? '' } as const
  try {
    const { headers, response } = await access.auth.api.signInEmail({
      body: { email, password },
      headers: request.headers,
      returnHeaders: true,
    })
    const codeToCome = 'twoFactorRedirect' in response
    await recordEvent(house.db, {
      ...told,
      action: codeToCome ? 'gave the right password' : 'signed in',
      detail: { by: 'password' },
    })
    if (!codeToCome) await access.limits.succeeded(addressOf(request), email)
    return { cookies: headers.getSetCookie(), codeToCome }
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    await recordEvent(house.db, { ...told, action: 'failed to sign in', detail: { by: 'password' } })
    return { error: wrong, status: 401 }
  }
}

/** The second step: six digits of the app, or one of the backup codes. */
export async function giveCode({ house, access }: Door, request: Request, code: string): Promise<SignedIn> {
  // Whose code it is is known once it fits; better-auth itself ends a challenge after five wrong ones, and locks the account.
  const wait = await access.limits.attempt(addressOf(request))
  if (wait > 0) return tooMany(wait)
  const given = code.replaceAll(/\s/g, '')
  const asked = { body: { code: given }, headers: request.headers, returnHeaders: true } as const
  try {
    const { headers, response } = /^\d{6}$/.test(given)
      ? await access.auth.api.verifyTOTP(asked)
      : await access.auth.api.verifyBackupCode(asked)
    const { email, id } = response.user
    await access.limits.succeeded(addressOf(request), email, 2)
    await recordEvent(house.db, {
      actor: email,
      action: 'signed in',
      subject: 'person',
      subjectId: id,
      detail: { by: 'password and code' },
    })
    return { cookies: headers.getSetCookie(), codeToCome: false }
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    await recordEvent(house.db, {
      actor: 'unknown',
      action: 'failed to sign in',
      subject: 'person',
      subjectId: '',
      detail: { by: 'code' },
    })
    return {
      error: 'That code does not fit. It changes every thirty seconds; try the next one.',
      status: 401,
    }
  }
}

/**
 * Sends a link for a new password, if somebody of that address may sign in; says nothing about whether.
 * @returns why not, when there were too many attempts
 */
export async function forgotten(
  { house, access }: Door,
  request: Request,
  email: string,
): Promise<string | null> {
  const wait = await access.limits.attempt(addressOf(request), `forgotten ${email}`)
  if (wait > 0) return tooMany(wait).error
  const person = await personByEmail(house.db, email)
  // Not waited for: how long a mail takes would tell whether there is such a person.
  if (person && !person.disabledAt && access.mailer)
    void newPasswordLink(house, access, person, person.email).catch((error: unknown) =>
      house.log.error({ err: error }, 'a mail could not be sent'),
    )
  return null
}

export const addressOf = (request: Request) => request.headers.get(clientAddressHeader) ?? 'unknown'

export const tooMany = (wait: number) =>
  ({
    error: `Too many attempts. Try again in ${Math.ceil(wait / 60)} ${wait > 60 ? 'minutes' : 'minute'}.`,
    status: 429,
  }) as const

/** Headers that set cookies, as a response takes them. */
export function settingCookies(cookies: string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

/** Where to go after sign-in: a path of this app, never another site. "/" for anything else. */
export function safePath(wanted: string | null): string {
  if (!wanted?.startsWith('/')) return '/'
  const here = 'http://carveout.invalid'
  // What a browser makes of it counts: "//evil.example" and "/\evil.example" lead elsewhere.
  const url = URL.canParse(wanted, here) ? new URL(wanted, here) : undefined
  return url?.origin === here ? url.pathname + url.search : '/'
}
