import type { Kysely } from 'kysely'

/** Whether everybody who signs in with a password needs a second factor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sign_in_rule')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('second_factor_required', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}
