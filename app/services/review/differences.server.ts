import type { Db } from '#db/connect.ts'
import { differenceById, type StoredDifference, settleDifference } from '#db/differences.ts'
import { recordEvent } from '#db/events.ts'
import { termById } from '#db/terms.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { addTermIn, decideTermIn } from './decide.server.ts'

/** Leaves what was decided as it is. @returns false when there is no such open difference */
export async function keepDecided(house: House, id: string, by: User): Promise<boolean> {
  return settle(house, id, 'kept', by, async () => undefined)
}

/** Takes what the other reading says: a correction, a rejection or an added term, a decision like any other. */
export async function takeDifference(house: House, id: string, by: User): Promise<boolean> {
  return settle(house, id, 'taken', by, async (trx, difference) => {
    const { termId, type, value, citations } = difference
    if (!termId) {
      if (value && citations) await addTermIn(trx, difference, { type, value, citations }, by)
      return
    }
    const term = await termById(trx, termId)
    if (!term) return
    const wish = value
      ? { kind: 'corrected' as const, value, citations: citations ?? undefined }
      : { kind: 'rejected' as const, reason: 'Another reading does not find it.' }
    await decideTermIn(trx, term, { ...wish, version: term.version }, by)
  })
}

function settle(
  { db }: House,
  id: string,
  outcome: 'kept' | 'taken',
  by: User,
  also: (trx: Db, difference: StoredDifference) => Promise<void>,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const difference = await differenceById(trx, id)
    if (!difference || !(await settleDifference(trx, id, outcome, by.email))) return false
    await also(trx, difference)
    await recordEvent(trx, {
      actor: by.email,
      action: outcome === 'kept' ? 'kept the decision against another reading' : 'took another reading',
      subject: 'agreement',
      subjectId: difference.agreementId,
      detail: { difference: id, type: difference.type },
    })
    return true
  })
}
