import type { Request, RequestHandler } from 'express'
import type { User } from './user.server.ts'

/** Bytes that the body of one request may have. */
export const bodyLimits = {
  /** Sign-in, set-up, a forgotten password: a form of a few words. */
  visitor: 100_000,
  /** Forms and what is attached to them: evidence, samples of logs. */
  signedIn: 30_000_000,
  /** Papers; each of them has a limit of its own (incoming.server.ts). */
  papers: 500_000_000,
}

const takePapers = /^\/(upload|upload\/files|api\/v1\/agreements)(\.data)?$/

const limitOf = (request: Request, user: User | null) =>
  !user ? bodyLimits.visitor : takePapers.test(request.path) ? bodyLimits.papers : bodyLimits.signedIn

/**
 * Counts a request's body while it streams in, whatever its headers say, and lets it fail once it is too long: whoever reads
 * it, a loader or an action, gets a 413 with a sentence thrown before the body was whole, so nothing was done with it. What
 * still comes in is thrown away; Node's own limit of time ends that.
 */
export const limitBody =
  (userOf: (response: Parameters<RequestHandler>[1]) => User | null): RequestHandler =>
  (request, response, next) => {
    const limit = limitOf(request, userOf(response))
    let left = Number(request.headers['content-length'] ?? 0) > limit ? 0 : limit
    let failed = false
    // Listening alone would set it flowing before anybody else listens.
    request.pause()
    request.on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left >= 0 || failed) return
      failed = true
      if (request.listenerCount('error') > 0) request.emit('error', tooLarge(limit))
      request.resume()
    })
    next()
  }

/** @param limit in bytes */
export const tooLarge = (limit: number): Response => {
  const words = limit < 1_000_000 ? `${limit / 1_000} kB` : `${limit / 1_000_000} MB`
  return new Response(`That is more than the ${words} that may be sent here at once. Nothing was stored.`, {
    status: 413,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
