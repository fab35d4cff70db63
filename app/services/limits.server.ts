import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const quarter = 15 * 60

/** Counts what comes in too fast. In memory: every process counts for itself and forgets on restart. */
export function createLimits({ requestsAMinute }: { requestsAMinute: number }) {
  const requests = requestsAMinute > 0 && new RateLimiterMemory({ points: requestsAMinute, duration: 60 })
  // By address against one who tries many accounts, by account against many who try one.
  const attemptsFrom = new RateLimiterMemory({ points: 30, duration: quarter })
  const attemptsOn = new RateLimiterMemory({ points: 10, duration: quarter })

  return {
    /** One more request of somebody. @returns seconds to wait; 0 when it may go on */
    request: async (who: string) => (requests ? take(requests, who) : 0),
    /** One more attempt to get in, on an account where it is known. @returns seconds to wait; 0 when it may be made */
    async attempt(from: string, account?: string) {
      const wait = await take(attemptsFrom, from)
      return wait > 0 || account === undefined ? wait : take(attemptsOn, keyOf(account))
    },
    /**
     * The right person got in: their earlier slips are forgotten, and an office behind one address goes on.
     * @param steps how many attempts it took by design: two with a second factor
     */
    async succeeded(from: string, account: string, steps = 1) {
      await Promise.all([attemptsFrom.reward(from, steps), attemptsOn.delete(keyOf(account))])
    },
  }
}

export type Limits = ReturnType<typeof createLimits>

const keyOf = (account: string) => account.trim().toLowerCase()

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}
