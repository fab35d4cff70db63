import { randomUUID } from 'node:crypto'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

/** Jobs of the SQLite register: one small table with leases. Moments are ISO 8601 in UTC, so that text sorts as time. */

const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString()

/** Adds a job; nothing happens when one of that name and key waits already. */
export async function insertJob(db: Db, job: { name: string; key: string; data: unknown }): Promise<void> {
  const now = new Date().toISOString()
  await db
    .insertInto('job')
    .values({
      id: randomUUID(),
      name: job.name,
      key: job.key,
      data_json: JSON.stringify(job.data),
      state: 'waiting',
      attempts: 0,
      run_at: now,
      created_at: now,
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Takes the job that has waited longest, for `leaseSeconds`; undefined when none is due. */
export async function claimJob(
  db: Db,
  { names, worker, leaseSeconds }: { names: string[]; worker: string; leaseSeconds: number },
): Promise<Row<'job'> | undefined> {
  const now = new Date()
  return db
    .updateTable('job')
    .set((w) => ({
      state: 'running',
      worker,
      attempts: w('attempts', '+', 1),
      lease_until: later(now, leaseSeconds),
    }))
    .where('id', '=', (q) =>
      q
        .selectFrom('job')
        .select('id')
        .where('name', 'in', names)
        .where('state', '=', 'waiting')
        .where('run_at', '<=', now.toISOString())
        .orderBy('run_at')
        .orderBy('created_at')
        .limit(1),
    )
    .returningAll()
    .executeTakeFirst()
}

export async function renewLeases(db: Db, ids: string[], leaseSeconds: number): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('job')
    .set({ lease_until: later(new Date(), leaseSeconds) })
    .where('id', 'in', ids)
    .execute()
}

async function deleteJob(db: Db, id: string): Promise<void> {
  await db.deleteFrom('job').where('id', '=', id).execute()
}

/** Puts a job back for another try after `seconds`. When one like it waits by now, that one is enough. */
export async function returnJob(db: Db, id: string, seconds: number, error: string | null): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const job = await trx.selectFrom('job').select(['name', 'key']).where('id', '=', id).executeTakeFirst()
    if (!job) return
    const double = await trx
      .selectFrom('job')
      .select('id')
      .where('name', '=', job.name)
      .where('key', '=', job.key)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (double) return deleteJob(trx, id)
    await trx
      .updateTable('job')
      .set({ state: 'waiting', worker: null, lease_until: null, error, run_at: later(new Date(), seconds) })
      .where('id', '=', id)
      .execute()
  })
}

/** Sets a job aside: it failed too often and waits for a person. One that was parked under the same key before gives way. */
export async function parkJob(
  db: Db,
  job: Pick<Row<'job'>, 'id' | 'name' | 'key'>,
  error: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await forgetParked(trx, job)
    await trx
      .updateTable('job')
      .set({ state: 'parked', worker: null, lease_until: null, error })
      .where('id', '=', job.id)
      .execute()
  })
}

/** What came right, or failed, since is no longer for a person to look at. */
const forgetParked = (db: Db, { name, key }: Pick<Row<'job'>, 'name' | 'key'>) =>
  db.deleteFrom('job').where('name', '=', name).where('key', '=', key).where('state', '=', 'parked').execute()

/** One that is done, and what was parked under its key. */
export async function finishJob(db: Db, job: Pick<Row<'job'>, 'id' | 'name' | 'key'>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await forgetParked(trx, job)
    await deleteJob(trx, job.id)
  })
}

export const runningJobs = (db: Db) =>
  db.selectFrom('job').select(['id', 'worker', 'lease_until']).where('state', '=', 'running').execute()

export const parkedJobs = (db: Db) =>
  db.selectFrom('job').selectAll().where('state', '=', 'parked').orderBy('created_at').execute()

/** How many jobs there are in each state, of one kind where it is named. */
export async function jobCounts(db: Db, name?: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('job')
    .select((w) => ['state', w.fn.countAll<number>().as('count')])
    .$if(name !== undefined, (query) => query.where('name', '=', name ?? ''))
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]))
}
