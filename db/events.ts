import { AsyncLocalStorage } from 'node:async_hooks'
import { aliasOf, withAliases, withNames } from './actors.ts'
import type { Db } from './connect.ts'
import type { Schema } from './schema.ts'
import { appendToTrail } from './trail.ts'

export interface NewEvent {
  /** The e-mail address of who did it, or what did: "reader". */
  actor: string
  /** A verb in the past tense: "uploaded", "confirmed". */
  action: string
  /** A table's name; "request" for what was asked of the server and changed nothing: exports, refusals. */
  subject: keyof Schema | 'request'
  subjectId: string
  detail?: Record<string, unknown>
  /** What a change changed, as far as it can be told in a few fields. */
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

const origins = Symbol.for('carveout.requestOrigin')
const shared: typeof globalThis & { [origins]?: AsyncLocalStorage<string> } = globalThis

/**
 * Where the request in hand came from; set once at the server's front, so that no call has to hand it on. There is one in a
 * process: built pages have a copy of this module, and would ask another one than the front has set.
 */
export const requestOrigin = shared[origins] ?? new AsyncLocalStorage<string>()
shared[origins] = requestOrigin

/** Adds to the trail, people by their aliases; called in the transaction that makes the change it tells of. */
export async function recordEvent(db: Db, event: NewEvent): Promise<void> {
  const add = async (trx: Db) => {
    const detail = {
      ...event.detail,
      ...(event.before && { before: event.before }),
      ...(event.after && { after: event.after }),
    }
    await appendToTrail(trx, {
      at: new Date().toISOString(),
      actor: await aliasOf(trx, event.actor),
      origin: requestOrigin.getStore() ?? null,
      action: event.action,
      subject: event.subject,
      subject_id: event.subjectId,
      detail_json: JSON.stringify(await withAliases(trx, detail)),
    })
  }
  if (db.isTransaction) await add(db)
  else await db.transaction().execute(add)
}

/** What happened to one thing, the newest 200 first; only one kind of action when asked. */
export async function eventsOf(
  db: Db,
  subject: NewEvent['subject'],
  subjectId: string,
  of: { action?: string } = {},
) {
  let query = db
    .selectFrom('event')
    .selectAll()
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .orderBy('id', 'desc')
    .limit(200)
  if (of.action) query = query.where('action', '=', of.action)
  const rows = await query.execute()
  const named = await withNames(
    db,
    rows.map(({ detail_json, ...row }) => ({ ...row, detail: JSON.parse(detail_json) })),
  )
  return named as (Omit<(typeof rows)[number], 'detail_json'> & { detail: Record<string, unknown> })[]
}
