import { claimKey, forgetKeys, freeKey, keepAnswer } from '#db/idempotency.ts'
import type { House } from '../house.server.ts'
import { ApiProblem } from './problem.ts'

/** Keys are remembered for a day. */
const keptMs = 24 * 60 * 60 * 1000
/** A first request that got no answer within this time died with its process. */
const patienceMs = 10 * 60 * 1000

/**
 * Does the work once for a key, whoever sends it again; the answer of the first time is given again. Work that fails frees
 * its key.
 * @throws ApiProblem when the key stands for another request, or the first one is still under way
 */
export async function once(
  { db }: House,
  { owner, key, hash }: { owner: string; key: string | null; hash: string },
  work: () => Promise<{ status: number; json: string }>,
): Promise<{ status: number; json: string; replayed: boolean }> {
  if (!key) return { ...(await work()), replayed: false }
  if (key.length > 200)
    throw new ApiProblem('invalid_request', 'An Idempotency-Key has 200 characters at most.')
  const before = await claimKey(db, owner, key, hash)
  if (before) {
    if (before.requestSha256 !== hash)
      throw new ApiProblem('key_reused', 'This Idempotency-Key was sent with another request. Use a new one.')
    if (before.status === null || before.answer === null)
      throw new ApiProblem('key_in_use', 'Wait for its answer, or send it again in a minute.')
    return { status: before.status, json: before.answer, replayed: true }
  }
  try {
    const answer = await work()
    await keepAnswer(db, owner, key, answer)
    return { ...answer, replayed: false }
  } catch (error) {
    await freeKey(db, owner, key)
    throw error
  }
}

export const forgetOldKeys = ({ db }: House, now: Date): Promise<void> =>
  forgetKeys(db, {
    answered: new Date(now.getTime() - keptMs).toISOString(),
    unanswered: new Date(now.getTime() - patienceMs).toISOString(),
  })
