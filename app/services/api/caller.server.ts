import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { ApiToken, TokenScope } from '#domain/register/token.ts'
import type { User } from '../user.server.ts'
import { ApiProblem } from './problem.ts'

/** Requests that one token, or one person's browser, may send a minute. */
export const requestsAMinute = 300

const limiter = new RateLimiterMemory({ points: requestsAMinute, duration: 60 })

export interface Caller {
  user: User
  scope: TokenScope
}

/** Who sent a request, as the server's gate found out. */
export interface Sender {
  visitor: User | null
  token: ApiToken | null
}

/**
 * Who asks: the owner of the bearer token, or whoever is signed in in the browser that reads the documentation.
 * @throws ApiProblem when it is nobody, or somebody who asks too often
 */
export async function callerOf(request: Request, { visitor, token }: Sender): Promise<Caller> {
  const given = request.headers.has('Authorization')
  if (!visitor)
    throw new ApiProblem(
      'no_token',
      given
        ? 'This token is unknown or was revoked. Make a new one.'
        : 'Send "Authorization: Bearer TOKEN"; make one under API tokens, in the menu with your name.',
      { headers: { 'WWW-Authenticate': given ? 'Bearer error="invalid_token"' : 'Bearer' } },
    )
  await count(token ? `token ${token.id}` : `user ${visitor.id}`)
  return { user: visitor, scope: token?.scope ?? 'write' }
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
