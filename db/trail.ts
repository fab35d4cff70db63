import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { withNames } from './actors.ts'
import type { Db } from './connect.ts'
import type { Row, Schema } from './schema.ts'

type Content = Omit<Row<'event'>, 'id' | 'hash'>

/** What a row of the trail seals: what it says, and through the hash before it everything earlier. */
export const sealOf = (before: string, row: Content): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        before,
        row.at,
        row.actor,
        row.origin,
        row.action,
        row.subject,
        row.subject_id,
        row.detail_json,
      ]),
    )
    .digest('hex')

/**
 * Adds a row at the end of the chain. In a transaction: the update of the head makes writers take turns until it ends, so
 * no two rows follow the same one.
 */
export async function appendToTrail(trx: Db, row: Content): Promise<void> {
  const head = await trx
    .updateTable('trail_head')
    .set((w) => ({ length: w('length', '+', 1) }))
    .where('id', '=', 1)
    .returning('hash')
    .executeTakeFirstOrThrow()
  const hash = sealOf(head.hash, row)
  await trx
    .insertInto('event')
    .values({ ...row, hash })
    .execute()
  await trx.updateTable('trail_head').set({ hash }).where('id', '=', 1).execute()
}

export interface TrailCheck {
  rows: number
  /** The hash the trail ends with: written down elsewhere, it proves later that nothing before it was touched. */
  head: string
  /** What is wrong, as sentences; none when the trail is sound. */
  problems: string[]
}

/** Reads the whole trail and reckons its chain again. */
export async function checkTrail(db: Kysely<Schema>): Promise<TrailCheck> {
  return db.transaction().execute(async (trx) => {
    const head = await trx.selectFrom('trail_head').selectAll().executeTakeFirst()
    const problems: string[] = []
    let hash = ''
    let rows = 0
    let last = 0
    for (;;) {
      const page = await trx
        .selectFrom('event')
        .selectAll()
        .where('id', '>', last)
        .orderBy('id')
        .limit(1000)
        .execute()
      for (const row of page) {
        rows++
        last = row.id
        const sealed = sealOf(hash, row)
        if (row.hash !== sealed)
          problems.push(
            `Row ${row.id} of the trail (${row.at}, ${row.action}) is not what was written, or rows before it are missing.`,
          )
        // Goes on from what stands there, so that one edit is one problem.
        hash = row.hash ?? sealed
      }
      if (page.length < 1000 || problems.length > 20) break
    }
    if (problems.length <= 20 && (head?.length !== rows || head.hash !== hash))
      problems.push(`The trail ends after ${rows} rows, but ${head?.length ?? 0} were written.`)
    return { rows, head: hash, problems }
  })
}

export interface TrailFilter {
  actor?: string
  action?: string
  subject?: string
  /** ISO days, both included. */
  from?: string
  to?: string
  /** Rows before this id: the next page. */
  before?: number
}

/** The trail, newest first. */
export async function trail(db: Db, filter: TrailFilter, limit: number) {
  let query = db.selectFrom('event').selectAll().orderBy('id', 'desc').limit(limit)
  if (filter.actor) {
    const like = `%${filter.actor}%`
    query = query.where((w) =>
      w.or([
        w('actor', 'like', like),
        w('actor', 'in', (q) =>
          q.selectFrom('actor_alias').select('actor_alias.id').where('actor_alias.name', 'like', like),
        ),
      ]),
    )
  }
  if (filter.action) query = query.where('action', 'like', `%${filter.action}%`)
  if (filter.subject) query = query.where('subject', '=', filter.subject)
  if (filter.from) query = query.where('at', '>=', filter.from)
  if (filter.to) query = query.where('at', '<=', `${filter.to}T23:59:59.999Z`)
  if (filter.before) query = query.where('id', '<', filter.before)
  const rows = await query.execute()
  const named = await withNames(
    db,
    rows.map(({ detail_json, ...row }) => ({ ...row, detail: JSON.parse(detail_json) })),
  )
  return named as (Omit<(typeof rows)[number], 'detail_json'> & { detail: Record<string, unknown> })[]
}
