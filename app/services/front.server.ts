import type { RequestHandler } from 'express'
import type { Config } from './config.server.ts'
import type { NoteRefusal } from './refusals.server.ts'

const thisMachine = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i
/** Asked by what watches the process, under whatever name it has there; they tell nothing of the register. */
const forWatchers = new Set(['/healthz', '/readyz'])

/**
 * What a request must be before anything else looks at it. The Host check stands against a web site that points its own
 * name at this machine (DNS rebinding) and against links made with a forged Host; the origin check against one that posts
 * here in a visitor's browser.
 */
export function createFront(
  { baseUrl, demo }: Pick<Config, 'baseUrl' | 'demo'>,
  noteRefusal: NoteRefusal = () => undefined,
): RequestHandler {
  const ourHost = baseUrl && new URL(baseUrl).host.toLowerCase()
  const isOurs = (host: string) => thisMachine.test(host) || host.toLowerCase() === ourHost

  return (request, response, next) => {
    const refuse = (status: number, why: string) => {
      noteRefusal(request, why)
      response.status(status).type('text').send(why)
    }
    if (!isOurs(request.headers.host ?? '') && !forWatchers.has(request.path))
      return void refuse(
        421,
        `Open Carveout under ${baseUrl ?? 'http://localhost'}: it answers to no other name.`,
      )
    if (demo && (request.headers['x-forwarded-for'] || request.headers.forwarded))
      return void refuse(421, 'The demo lets anybody in, so it answers this machine only, not a proxy.')
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    if (changes && !fromOurselves(request.headers, isOurs))
      return void refuse(403, 'This request came from another web site and was refused.')
    next()
  }
}

/** A browser says where a form came from; what says nothing is no browser, and carries no cookie of ours by itself. */
function fromOurselves(
  headers: { origin?: string; 'sec-fetch-site'?: string | string[] },
  isOurs: (host: string) => boolean,
): boolean {
  if (headers.origin !== undefined)
    return /^https?:\/\//.test(headers.origin) && isOurs(headers.origin.replace(/^https?:\/\//, ''))
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}
