import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { memoize } from 'es-toolkit'
import type { Request, RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'
import { recordEvent, requestOrigin } from '#db/events.ts'
import type { ApiToken } from '#domain/register/token.ts'
import { type Access, whoSends } from './access.server.ts'
import { createAdmission } from './admit.server.ts'
import { clientAddressHeader } from './auth.server.ts'
import { limitBody } from './body-limit.server.ts'
import type { House } from './house.server.ts'
import { pacedBy } from './originals/download.server.ts'
import type { NoteRefusal } from './refusals.server.ts'
import { owesSecondFactor } from './second-factor.server.ts'
import { bearerOf } from './tokens.server.ts'
import type { User } from './user.server.ts'

interface Sender {
  user: User
  sessionId: string | null
  token: ApiToken | null
}

interface Rooms {
  house: House
  access: Access
  load: () => Promise<ServerBuild>
  noteRefusal: NoteRefusal
}

const openWithoutSecondFactor = /^\/(account|account\/second-factor|sign-out)(\.data)?$/

const senderOf = (response: Response): Sender | null => response.locals.sender ?? null

/**
 * What every request goes through before Remix sees it: who sends it, whether they send too much, whether the table of
 * permissions lets them, and how long a body they may send.
 */
export function createGate({ house, access, load, noteRefusal }: Rooms): RequestHandler[] {
  const told = (user: User, action: string, detail: Record<string, string>) =>
    recordEvent(house.db, {
      actor: user.email,
      action,
      subject: 'request',
      subjectId: detail.path ?? '',
      detail,
    })
  const note = (user: User, action: string, detail: Record<string, string>) => {
    told(user, action, detail).catch((error: unknown) =>
      house.log.error({ err: error }, 'the trail lost a row'),
    )
  }

  const identify: RequestHandler = async (request, response, next) => {
    request.headers[clientAddressHeader] = request.ip ?? 'unknown'
    await (request.path.startsWith('/api/v1/') && request.headers.authorization !== undefined
      ? byToken(request, request.headers.authorization, response)
      : bySession(request, response))
    requestOrigin.run(request.ip ?? 'unknown', next)
  }

  const bySession = async (request: Request, response: Response) => {
    const found = await whoSends(house, access.auth, headersOf(request))
    if (!found) return
    response.locals.sender = { user: found.user, sessionId: found.sessionId, token: null } satisfies Sender
    for (const cookie of found.cookies) response.append('Set-Cookie', cookie)
  }

  // Whoever sends a token that doesn't hold is nobody; the API says so in its own words.
  const byToken = async (request: Request, authorization: string, response: Response) => {
    const bearer = await bearerOf(house, authorization)
    if (!bearer) noteRefusal(request, 'The token does not hold.')
    else response.locals.sender = { ...bearer, sessionId: null } satisfies Sender
  }

  const limit: RequestHandler = async (request, response, next) => {
    const wait = await access.limits.request(senderOf(response)?.user.id ?? request.ip ?? 'unknown')
    if (wait === 0) return next()
    response
      .status(429)
      .set('Retry-After', String(wait))
      .type('text')
      .send(`Too many requests. Try again in ${wait} seconds.`)
  }

  // Made once for a build; in development a build is loaded anew after each change of the code.
  const admissionOf = memoize(createAdmission, { cache: new LRUCache({ max: 1 }) })
  const admit: RequestHandler = async (request, response, next) => {
    const { routes } = await load()
    const sender = senderOf(response)
    const answer = admissionOf(routes)(
      { method: request.method, pathname: request.path },
      sender?.user ?? null,
    )
    const asked = { method: request.method, path: request.path.slice(0, 500) }
    if (answer.ok) {
      if (answer.export && sender)
        response.once('finish', () => {
          if (response.statusCode === 200) note(sender.user, 'exported', asked)
        })
      return next()
    }
    // A visitor who may sign in first is sent there; what they were refused is told once they are somebody.
    if (sender && answer.status === 403) await told(sender.user, 'was refused', { ...asked, why: answer.why })
    if (answer.status === 401 && request.method === 'GET' && request.accepts(['html', 'text']) === 'html') {
      const to = request.originalUrl === '/' ? '' : `?to=${encodeURIComponent(request.originalUrl)}`
      return response.redirect(303, `/sign-in${to}`)
    }
    if (!sender && answer.status === 401) noteRefusal(request, answer.why)
    response.status(answer.status).type('text').send(answer.why)
  }

  // Whoever owes a second factor sets it up before anything else.
  const secondFactor: RequestHandler = async (request, response, next) => {
    const sender = senderOf(response)
    if (!sender || sender.token || openWithoutSecondFactor.test(request.path)) return next()
    if (!(await owesSecondFactor(house, sender.user))) return next()
    if (request.method === 'GET' && request.accepts(['html', 'text']) === 'html')
      return response.redirect(303, '/account/second-factor')
    response.status(403).type('text').send('Set up your second factor first, at /account/second-factor.')
  }

  const body = limitBody((response) => senderOf(response)?.user ?? null)

  return [identify, limit, admit, secondFactor, body].map(passingErrorsOn)
}

/** What loaders and actions work with. `user` is there wherever the table asks for a right. */
export const contextOf =
  ({ house, access }: Pick<Rooms, 'house' | 'access'>) =>
  (_: Request, response: Response): AppLoadContext => {
    const sender = senderOf(response)
    return {
      house: sender ? house.as(sender.user) : house,
      access,
      nonce: response.locals.nonce,
      paced: pacedBy(response),
      visitor: sender?.user ?? null,
      sessionId: sender?.sessionId ?? null,
      token: sender?.token ?? null,
      get user(): User {
        if (sender) return sender.user
        throw new globalThis.Response('Sign in first.', { status: 401 })
      },
    }
  }

/** Express 4 lets a rejected promise hang; this hands it to the error handler. */
const passingErrorsOn =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) => {
    Promise.resolve(handler(request, response, next)).catch(next)
  }

function headersOf(request: Request): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  return headers
}
