import type { Request } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { recordEvent, requestOrigin } from '#db/events.ts'
import type { House } from './house.server.ts'

/** Writes into the trail that a visitor was refused, and why. */
export type NoteRefusal = (request: Request, why: string) => void

/** Thirty a minute and address at most: a flood of requests is not to fill the disk. */
export function createRefusals({ db, log }: Pick<House, 'db' | 'log'>): NoteRefusal {
  const limiter = new RateLimiterMemory({ points: 30, duration: 60 })
  const write = async (request: Request, why: string) => {
    const from = request.ip ?? 'unknown'
    const { method, path, headers } = request
    const refused = { method, path: path.slice(0, 500), host: (headers.host ?? '').slice(0, 200), why }
    await requestOrigin.run(from, () =>
      recordEvent(db, {
        actor: 'unknown',
        action: 'was refused',
        subject: 'request',
        subjectId: refused.path,
        detail: refused,
      }),
    )
  }
  return (request, why) => {
    limiter
      .consume(request.ip ?? 'unknown')
      .then(
        () => write(request, why),
        () => undefined,
      )
      .catch((error: unknown) => log.error({ err: error }, 'the trail lost a row'))
  }
}
