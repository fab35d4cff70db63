import { recordEvent } from '#db/events.ts'
import { insertSignOff } from '#db/sign-offs.ts'
import { Seat, type Seen, type SignOff, seatTitles } from '#domain/governance/sign-offs.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import { roleTitles } from '../permissions.ts'
import { differentPerson, type User } from '../user.server.ts'

/** Somebody signed who may not; the message says who may. */
export class MayNotSign extends Error {
  override name = 'MayNotSign'
}

export interface Signing {
  deployment: Deployment
  purpose: string
  /** What the purpose calls itself in the trail: "the class of", "the launch of". */
  what: string
  verdict: SignOff['verdict']
  note: string
  /** The state that the page showed. */
  saw: Seen
  /** The state now. */
  now: Seen
  /** Who may sign, and whose proposal it is. */
  seats: Seat[]
  proposer: string | null
}

/**
 * Puts the user's name to what they saw, in the seat of their own role.
 * @throws MayNotSign when their role has no seat here, when they proposed it, or when it changed since they looked
 */
export async function sign(house: House, user: User, signing: Signing): Promise<void> {
  const { deployment, seats, proposer, purpose } = signing
  const seat = Seat.safeParse(user.role)
  if (!seat.success || !seats.includes(seat.data))
    throw new MayNotSign(
      `${roleTitles[user.role]} has no seat here. It needs: ${seats.map((s) => seatTitles[s]).join(', ')}.`,
    )
  if (signing.verdict === 'approved' && proposer !== null && !differentPerson(user, proposer))
    throw new MayNotSign('You proposed this, so somebody else has to approve it.')
  const unseen = Object.keys(signing.now).filter((part) => signing.saw[part] !== signing.now[part])
  if (unseen.length > 0)
    throw new MayNotSign(`It changed while you looked: ${unseen.join(', ')}. Read it again, then sign.`)
  await house.db.transaction().execute(async (trx) => {
    await insertSignOff(trx, deployment.id, purpose, {
      seat: seat.data,
      verdict: signing.verdict,
      note: signing.note,
      seen: signing.now,
      userId: user.id,
      userName: user.name,
    })
    await recordEvent(trx, {
      actor: user.email,
      action: `${signing.verdict} ${signing.what} (${seatTitles[seat.data]})`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { purpose, note: signing.note, seen: signing.now },
    })
  })
}
