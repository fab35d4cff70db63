import type { Kysely } from 'kysely'

/** Whether a one-time address went by mail: who opens it reads the mail of that e-mail address. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('one_time_link')
    .addColumn('mailed', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}
