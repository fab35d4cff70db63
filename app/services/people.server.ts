import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { recordEvent } from '#db/events.ts'
import { insertLink, openLink, useLink } from '#db/links.ts'
import {
  anyPerson,
  endSessions,
  insertPerson,
  type Person,
  personByEmail,
  personById,
  setPassword,
  updatePerson,
} from '#db/people.ts'
import type { House } from './house.server.ts'
import type { Mailer } from './mail.server.ts'
import { passwordProblem } from './password.server.ts'
import { Role } from './permissions.ts'

const hour = 60 * 60 * 1000
const lifeOf = { 'set-up': 24 * hour, invitation: 7 * 24 * hour, password: 2 * hour }
const from = (ms: number) => new Date(Date.now() + ms)

/** The first start: whoever opens this address becomes the administrator. @returns the address's token */
export const makeSetUpLink = ({ db }: House): Promise<string> =>
  insertLink(db, { purpose: 'set-up', madeBy: 'console', expiresAt: from(lifeOf['set-up']) })

export const Name = z.string().trim().min(1, 'Say what you are called.').max(120)
export const Email = z.email('Write an e-mail address, like maria@example.com.').trim().toLowerCase().max(254)

export const FirstPerson = z.object({ name: Name, email: Email, password: z.string() })
export const NewPassword = z.object({ name: Name, password: z.string() })
export const Invitation = z.object({
  email: Email,
  name: z.string().trim().max(120).default(''),
  role: Role,
  units: z.array(z.string()).default([]),
})
export type Invitation = z.infer<typeof Invitation>

type Outcome = { person: Person } | { errors: Record<string, string> }

/**
 * Makes the administrator.
 * @returns null when the address is used up or somebody is there already
 */
export async function setUp(
  { db }: House,
  token: string,
  first: z.infer<typeof FirstPerson>,
): Promise<Outcome | null> {
  const problem = passwordProblem(first.password, [first.name, first.email])
  if (problem) return { errors: { password: problem } }
  const hash = await hashPassword(first.password)
  return db.transaction().execute(async (trx) => {
    if (await anyPerson(trx)) return null
    const link = await useLink(trx, token, new Date())
    if (link?.purpose !== 'set-up') return null
    const person = await insertPerson(trx, { ...first, role: 'administrator' })
    await setPassword(trx, person.id, hash)
    await recordEvent(trx, {
      actor: person.email,
      action: 'set up',
      subject: 'person',
      subjectId: person.id,
      after: { email: person.email, role: person.role },
    })
    return { person }
  })
}

/** Whom a one-time address lets choose a password; undefined when it no longer works. */
export async function invited({ db }: Pick<House, 'db'>, token: string) {
  const link = await openLink(db, token, new Date())
  const person = link?.personId ? await personById(db, link.personId) : undefined
  return link && person && !person.disabledAt ? { purpose: link.purpose, person } : undefined
}

/** Sets the password that an invitation or a forgotten one asked for, and ends every session of that person. */
export async function choosePassword(
  house: Pick<House, 'db'>,
  token: string,
  chosen: z.infer<typeof NewPassword>,
): Promise<Outcome | null> {
  const asked = await invited(house, token)
  if (!asked) return null
  const problem = passwordProblem(chosen.password, [chosen.name, asked.person.email])
  if (problem) return { errors: { password: problem } }
  const hash = await hashPassword(chosen.password)
  return house.db.transaction().execute(async (trx) => {
    const link = await useLink(trx, token, new Date())
    if (!link) return null
    await setPassword(trx, asked.person.id, hash)
    await updatePerson(trx, asked.person.id, {
      name: chosen.name,
      ...(link.mailed && { emailVerified: true as const }),
    })
    await endSessions(trx, asked.person.id)
    await recordEvent(trx, {
      actor: asked.person.email,
      action: link.purpose === 'invitation' ? 'accepted an invitation' : 'chose a new password',
      subject: 'person',
      subjectId: asked.person.id,
    })
    return { person: asked.person }
  })
}

/** Where a one-time link was sent, or the link itself when there is no mail server: it is shown once. */
export type LinkHandedOut = { sentTo: string } | { showOnce: string }

/**
 * Adds somebody and makes the address by which they choose their password.
 * @returns an error when somebody of that e-mail address is there already
 */
export async function invite(
  { db }: Pick<House, 'db'>,
  door: { address: string; mailer: Mailer | null },
  invitation: Invitation,
  by: string,
): Promise<{ error: string } | LinkHandedOut> {
  const made = await db.transaction().execute(async (trx) => {
    if (await personByEmail(trx, invitation.email)) return null
    const name = invitation.name || (invitation.email.split('@')[0] ?? invitation.email)
    const person = await insertPerson(trx, { ...invitation, name })
    await recordEvent(trx, {
      actor: by,
      action: 'invited',
      subject: 'person',
      subjectId: person.id,
      after: { email: person.email, role: person.role, units: person.units },
    })
    const expiresAt = from(lifeOf.invitation)
    return {
      person,
      token: await insertLink(trx, {
        purpose: 'invitation',
        personId: person.id,
        madeBy: by,
        expiresAt,
        mailed: door.mailer !== null,
      }),
    }
  })
  if (!made) return { error: 'Somebody with that address is among the people already.' }
  return handOut(door, made.person, `${door.address}/password/${made.token}`, {
    subject: 'Your invitation to Carveout',
    text: `${by} invites you to Carveout, the register of contracts and vendor risk. Choose your password within seven days:`,
  })
}

/** Makes the address by which a person chooses a new password (or accepts an invitation that ran out). */
export async function newPasswordLink(
  { db }: Pick<House, 'db'>,
  door: { address: string; mailer: Mailer | null },
  person: Person,
  by: string,
): Promise<LinkHandedOut> {
  const token = await db.transaction().execute(async (trx) => {
    await recordEvent(trx, {
      actor: by,
      action: 'asked for a new password',
      subject: 'person',
      subjectId: person.id,
    })
    const expiresAt = from(lifeOf.password)
    return insertLink(trx, {
      purpose: 'password',
      personId: person.id,
      madeBy: by,
      expiresAt,
      mailed: door.mailer !== null,
    })
  })
  return handOut(door, person, `${door.address}/password/${token}`, {
    subject: 'A new password for Carveout',
    text: 'Choose a new password within two hours. If you did not ask for it, do nothing: the old one goes on.',
  })
}

async function handOut(
  { mailer }: { mailer: Mailer | null },
  person: Person,
  link: string,
  mail: { subject: string; text: string },
): Promise<LinkHandedOut> {
  if (!mailer) return { showOnce: link }
  await mailer({ to: person.email, subject: mail.subject, text: `${mail.text}\n\n${link}\n` })
  return { sentTo: person.email }
}
