import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from './config.server.ts'

const nonceOf = (_: unknown, response: unknown) =>
  `'nonce-${(response as { locals: { nonce: string } }).locals.nonce}'`

/**
 * What every answer tells the browser. Scripts run only under the answer's own nonce, or when such a script loads them; style
 * sheets come from here or stand in the page under the nonce. Style attributes are let in: Mantine hands its components their
 * sizes and colours in them, and no script can stand there. Nothing is framed, embedded, sent or asked for elsewhere.
 * @param dev lets in the style sheets and the socket of Vite's live reload
 */
export function securityHeaders(
  { baseUrl }: Pick<Config, 'baseUrl'>,
  { dev = false } = {},
): RequestHandler[] {
  const withNonce: RequestHandler = (_, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    next()
  }
  return [
    withNonce,
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: [nonceOf, "'strict-dynamic'"],
          styleSrc: ["'self'", dev ? "'unsafe-inline'" : nonceOf],
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'", 'data:'],
          connectSrc: dev ? ["'self'", 'ws:'] : ["'self'"],
          workerSrc: ["'self'"],
          formAction: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      xFrameOptions: { action: 'deny' },
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: baseUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    }),
  ]
}
