import type { Db } from './connect.ts'

/** Ids of the agreements that are our own templates. */
export async function templateIds(db: Db): Promise<string[]> {
  return (await db.selectFrom('agreement_template').select('agreement_id').execute()).map(
    (row) => row.agreement_id,
  )
}

/** Marks an agreement as a template of ours, or takes that back. */
export async function setTemplate(db: Db, agreementId: string, by: string | null): Promise<void> {
  await db.deleteFrom('agreement_template').where('agreement_id', '=', agreementId).execute()
  if (!by) return
  await db
    .insertInto('agreement_template')
    .values({ agreement_id: agreementId, marked_by: by, marked_at: new Date().toISOString() })
    .execute()
}
