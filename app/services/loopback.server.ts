import type { RequestHandler } from 'express'

const ours = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/**
 * There is no sign-in yet, so the app answers this machine's own browser only. The Host check stands against a web
 * site that points its own name at 127.0.0.1 (DNS rebinding), the origin check against one that posts here.
 */
export const onlyLoopback: RequestHandler = (request, response, next) => {
  if (!ours.test(request.headers.host ?? '')) {
    response
      .status(421)
      .type('text')
      .send('Open Carveout under http://localhost: it serves this machine only.')
    return
  }
  const { origin } = request.headers
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
  if (changes && origin && !ours.test(origin.replace(/^https?:\/\//, ''))) {
    response.status(403).type('text').send('This request came from another web site and was refused.')
    return
  }
  response.set({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'SAMEORIGIN',
  })
  next()
}
