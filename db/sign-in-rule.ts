import type { Db } from './connect.ts'

const id = 'everybody'

/** Whether everybody who signs in with a password needs a second factor; no unless it was set. */
export async function secondFactorRequired(db: Db): Promise<boolean> {
  const row = await db.selectFrom('sign_in_rule').selectAll().where('id', '=', id).executeTakeFirst()
  return row?.second_factor_required === 1
}

export async function setSecondFactorRequired(db: Db, required: boolean): Promise<void> {
  const rule = { second_factor_required: required ? 1 : 0 }
  await db
    .insertInto('sign_in_rule')
    .values({ id, ...rule })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rule))
    .execute()
}
