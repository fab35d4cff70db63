import type { Kysely } from 'kysely'

/** The queue of the review asks which papers have terms that nobody decided on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('term_by_review').on('term').columns(['agreement_id', 'review']).execute()
}
