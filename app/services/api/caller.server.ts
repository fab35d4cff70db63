import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { TokenScope } from '#domain/register/token.ts'
import type { House } from '../house.server.ts'
import { bearerOf } from '../tokens.server.ts'
import type { User } from '../user.server.ts'
import { ApiProblem } from './problem.ts'

/** Requests that one token, or one person's browser, may send a minute. */
export const requestsAMinute = 300

const limiter = new RateLimiterMemory({ points: requestsAMinute, duration: 60 })

export interface Caller {
  user: User
  scope: TokenScope
}

/**
 * Who asks: the owner of the bearer token, or whoever is signed in in the browser that reads the documentation.
 * @throws ApiProblem when it is nobody, or somebody who asks too often
 */
export async function callerOf(house: House, request: Request, visitor: User | null): Promise<Caller> {
  const authorization = request.headers.get('Authorization')
  if (authorization === null) {
    if (!visitor)
      throw new ApiProblem('no_token', 'Send "Authorization: Bearer TOKEN"; make one under Your account.', {
        headers: { 'WWW-Authenticate': 'Bearer' },
      })
    await count(`user ${visitor.id}`)
    return { user: visitor, scope: 'write' }
  }
  const bearer = await bearerOf(house, authorization)
  if (!bearer)
    throw new ApiProblem('no_token', 'This token is unknown or was revoked. Make a new one.', {
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    })
  await count(`token ${bearer.token.id}`)
  return { user: bearer.user, scope: bearer.token.scope }
}

async function count(who: string): Promise<void> {
  try {
    await limiter.consume(who)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw new ApiProblem(
      'too_many',
      `More than ${requestsAMinute} requests in a minute. Go on in ${seconds} seconds.`,
      { headers: { 'Retry-After': String(seconds) } },
    )
  }
}
