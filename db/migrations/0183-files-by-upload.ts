import type { Kysely } from 'kysely'

/** The next papers that another engine has read, newest first, are found without going through the rows, which hold whole texts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('file_by_upload')
    .on('agreement_file')
    .columns(['uploaded_at', 'state', 'engine', 'id'])
    .execute()
}
