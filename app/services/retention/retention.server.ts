import { agreementById } from '#db/agreements.ts'
import { recordEvent } from '#db/events.ts'
import {
  deleteAgreement,
  endedAgreements,
  endedPage,
  insertHold,
  isHeld,
  liftHold,
  noteEnded,
  orphanedOriginals,
  retentionPolicy,
  setRetentionPolicy,
} from '#db/retention.ts'
import { dueOn, type HoldInput, type RetentionPolicy } from '#domain/register/retention.ts'
import type { House } from '../house.server.ts'
import { pageAsked } from '../list-filter.server.ts'
import type { Sweep } from '../sweep.server.ts'

/** Something can't be deleted; the message says why. */
export class KeptError extends Error {
  override name = 'KeptError'
}

export interface EndedAgreement {
  id: string
  slug: string
  title: string
  vendor: string
  endedOn: string
  /** First day on which it may go; null while there is no policy. */
  dueOn: string | null
  due: boolean
  held: boolean
}

/** What has ended, and what of it may go by the policy as of a day; one agreement alone when asked. */
export async function endedAsOf(
  house: House,
  today: string,
  of: { id?: string } = {},
): Promise<{ policy: RetentionPolicy | undefined; ended: EndedAgreement[] }> {
  await noteEnded(house.db, today)
  const policy = await retentionPolicy(house.db)
  return { policy, ended: (await endedAgreements(house.db, of)).map(mayGo(policy, today)) }
}

/** The same, one page of it. */
export async function endedScreen(house: House, today: string, search: URLSearchParams) {
  await noteEnded(house.db, today)
  const policy = await retentionPolicy(house.db)
  const { rows, ...place } = await endedPage(house.db, pageAsked(search))
  return { policy: policy ?? null, ended: rows.map(mayGo(policy, today)), place }
}

const mayGo =
  (policy: RetentionPolicy | undefined, today: string) =>
  <R extends { endedOn: string; held: boolean }>(one: R) => {
    const due = policy ? dueOn(one.endedOn, policy.months) : null
    return { ...one, dueOn: due, due: due !== null && due <= today && !one.held }
  }

/** Changes how long ended agreements are kept. @param policy undefined keeps everything */
export async function changePolicy(
  house: House,
  policy: RetentionPolicy | undefined,
  actor: string,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const before = await retentionPolicy(trx)
    await setRetentionPolicy(trx, policy)
    await recordEvent(trx, {
      actor,
      action: 'changed the retention policy',
      subject: 'retention_policy',
      subjectId: 'agreements',
      before: { ...before },
      after: { ...policy },
    })
  })
}

/** Keeps an agreement, or all of a vendor's, from being deleted until the hold is lifted. */
export async function placeHold(house: House, hold: HoldInput, actor: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await insertHold(trx, hold, actor, new Date().toISOString())
    await recordEvent(trx, {
      actor,
      action: 'placed a legal hold on',
      subject: hold.subject,
      subjectId: hold.subjectId,
      detail: { reason: hold.reason },
    })
  })
}

/** @throws KeptError when there is no such hold that stands */
export async function releaseHold(house: House, id: string, actor: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const lifted = await liftHold(trx, id, actor, new Date().toISOString())
    if (!lifted) throw new KeptError('This hold was lifted already.')
    await recordEvent(trx, {
      actor,
      action: 'lifted a legal hold on',
      subject: lifted.subject === 'vendor' ? 'vendor' : 'agreement',
      subjectId: lifted.subject_id,
      detail: { reason: lifted.reason },
    })
  })
}

/**
 * Deletes an agreement that is due by the policy: its rows at once, then its originals that nothing else has. What was
 * recorded of it in the trail stays, as does the note that it was deleted.
 * @throws KeptError when it is held, not due, or gone already
 */
export async function deleteDue(
  house: House,
  agreementId: string,
  actor: string,
  today: string,
): Promise<void> {
  const { policy, ended } = await endedAsOf(house, today, { id: agreementId })
  const found = ended[0]
  if (!found || !policy)
    throw new KeptError('This agreement has not ended, or there is no policy to delete it by.')
  if (found.held) throw new KeptError(`"${found.title}" is under a legal hold. Lift it first.`)
  if (!found.due) throw new KeptError(`"${found.title}" is kept until ${found.dueOn}.`)
  const reason = `Kept ${policy.months} months after ${found.endedOn}`
  await house.db.transaction().execute(async (trx) => {
    const agreement = await agreementById(trx, agreementId)
    if (!agreement) throw new KeptError('This agreement was deleted already.')
    // Asked again where it counts: a hold may have been placed meanwhile.
    if (await isHeld(trx, agreement))
      throw new KeptError(`"${found.title}" is under a legal hold. Lift it first.`)
    await deleteAgreement(trx, agreementId, { by: actor, at: new Date().toISOString(), reason })
    await recordEvent(trx, {
      actor,
      action: 'deleted',
      subject: 'agreement',
      subjectId: agreementId,
      detail: { reason },
    })
  })
  await removeOrphans(house)
}

/** Also after a process was ended between the rows and the originals. */
async function removeOrphans(house: House): Promise<void> {
  for (const sha256 of await orphanedOriginals(house.db)) await house.originals.remove(sha256)
}

/** Deletes by itself what is due, where the policy says so; elsewhere it only notes what has ended. */
export const retentionSweep: Sweep = {
  name: 'retention',
  everyMinutes: 60,
  async run(house, now) {
    const today = now.toISOString().slice(0, 10)
    const { policy, ended } = await endedAsOf(house, today)
    if (policy?.automatic)
      for (const one of ended.filter(({ due }) => due))
        await deleteDue(house, one.id, 'retention policy', today)
    await removeOrphans(house)
  },
}
