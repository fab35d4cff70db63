import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** PostgreSQL's code for a transaction that it ended because others waited for it as it waited for them. */
const DEADLOCK = '40P01'
const TRIES = 5

const isDeadlock = (error: unknown) => error instanceof Error && 'code' in error && error.code === DEADLOCK

/**
 * A transaction that several processes may do at once over the same rows, in any order. Where two wait for each other PostgreSQL
 * ends one, of which nothing is left, and it begins again.
 * @param work does nothing that can't be done again
 */
export async function again<T>(
  db: Kysely<Schema>,
  work: (trx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  for (let left = TRIES - 1; ; left--)
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (left === 0 || !isDeadlock(error)) throw error
    }
}
