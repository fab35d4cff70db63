import type { Kysely } from 'kysely'

/** Where a vendor takes notices, where no clause of its papers says so in full. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('vendor').addColumn('notice_address', 'text').execute()
}
