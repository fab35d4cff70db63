import { APIError } from 'better-auth/api'
import { toString as qrCode } from 'qrcode'
import { recordEvent } from '#db/events.ts'
import { hasPassword, personById } from '#db/people.ts'
import { secondFactorRequired, setSecondFactorRequired } from '#db/sign-in-rule.ts'
import type { House } from './house.server.ts'
import { addressOf, type Door, tooMany } from './sign-in.server.ts'
import type { User } from './user.server.ts'

/** Six digits that an app shows (RFC 6238), with backup codes that work once each. */

/** What somebody does with their own second factor: how it looks afterwards, or why not. */
export type SecondFactorStep = { error: string } | { scan: Scan } | { codes: string[]; cookies: string[] }

export interface Scan {
  /** The QR code as SVG, made here. */
  svg: string
  /** The same for whoever can't scan, in groups of four. */
  key: string
}

interface Asked extends Door {
  request: Request
  user: User
}

/** Makes a key that counts once a code of it was given; an earlier one that was never given is replaced. */
export const beginSecondFactor = (asked: Asked, password: string): Promise<SecondFactorStep> =>
  attempt(asked, notTheirs, async ({ access, request }) => {
    const made = await access.auth.api.enableTwoFactor({ body: { password }, headers: request.headers })
    if (made.method !== 'totp') throw new Error('The second factor is an app.')
    const key = new URL(made.totpURI).searchParams.get('secret') ?? ''
    return {
      scan: {
        svg: await qrCode(made.totpURI, { type: 'svg', margin: 1 }),
        key: key.replaceAll(/(.{4})(?=.)/g, '$1 '),
      },
    }
  })

/** Turns it on with a code of the new key. @returns the backup codes, shown this once */
export const confirmSecondFactor = (asked: Asked, code: string): Promise<SecondFactorStep> =>
  attempt(
    asked,
    'That code does not fit. Wait for the next one and try again.',
    async ({ access, request, user }) => {
      const { headers } = await access.auth.api.verifyTOTP({
        body: { code: code.replaceAll(/\s/g, '') },
        headers: request.headers,
        returnHeaders: true,
      })
      const { backupCodes } = await access.auth.api.viewBackupCodes({ body: { userId: user.id } })
      await told(asked, 'turned on their second factor')
      return { codes: backupCodes, cookies: headers.getSetCookie() }
    },
  )

/** Replaces the backup codes: the old ones end. */
export const newBackupCodes = (asked: Asked, password: string): Promise<SecondFactorStep> =>
  attempt(asked, notTheirs, async ({ access, request }) => {
    const { backupCodes } = await access.auth.api.generateBackupCodes({
      body: { password },
      headers: request.headers,
    })
    await told(asked, 'made new backup codes')
    return { codes: backupCodes, cookies: [] }
  })

/** Turns it off with the password, unless everybody needs one. */
export const turnOffSecondFactor = async (asked: Asked, password: string): Promise<SecondFactorStep> => {
  if (await secondFactorRequired(asked.house.db))
    return { error: 'An administrator has set that everybody needs a second factor.' }
  return attempt(asked, notTheirs, async ({ access, request }) => {
    const { headers } = await access.auth.api.disableTwoFactor({
      body: { password },
      headers: request.headers,
      returnHeaders: true,
    })
    await told(asked, 'turned off their second factor')
    return { codes: [], cookies: headers.getSetCookie() }
  })
}

/** Whether somebody has to set one up before they may do anything else. */
export async function owesSecondFactor({ db }: Pick<House, 'db'>, user: Pick<User, 'id'>): Promise<boolean> {
  if (!(await secondFactorRequired(db))) return false
  return !(await personById(db, user.id))?.secondFactor && (await hasPassword(db, user.id))
}

/** Says whether everybody who signs in with a password needs one. */
export async function requireSecondFactor(
  { db }: Pick<House, 'db'>,
  required: boolean,
  by: User,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await secondFactorRequired(trx)
    await setSecondFactorRequired(trx, required)
    await recordEvent(trx, {
      actor: by.email,
      action: 'changed the rule of sign-in',
      subject: 'sign_in_rule',
      subjectId: 'everybody',
      before: { secondFactorRequired: before },
      after: { secondFactorRequired: required },
    })
  })
}

const notTheirs = 'That is not your password.'

async function attempt(
  asked: Asked,
  refused: string,
  work: (asked: Asked) => Promise<SecondFactorStep>,
): Promise<SecondFactorStep> {
  const { access, request, user } = asked
  const wait = await access.limits.attempt(addressOf(request), `second factor of ${user.email}`)
  if (wait > 0) return { error: tooMany(wait).error }
  try {
    const step = await work(asked)
    await access.limits.succeeded(addressOf(request), `second factor of ${user.email}`)
    return step
  } catch (error) {
    if (error instanceof APIError) return { error: refused }
    throw error
  }
}

const told = ({ house, user }: Asked, action: string) =>
  recordEvent(house.db, { actor: user.email, action, subject: 'person', subjectId: user.id })
