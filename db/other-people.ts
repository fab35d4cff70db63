import type { Db } from './connect.ts'

/** People who may sign in: their e-mail address and role. */
export function activePeople(db: Db): Promise<{ email: string; role: string }[]> {
  return db
    .selectFrom('person')
    .select(['email', 'role'])
    .where('disabled_at', 'is', null)
    .orderBy('email')
    .execute()
}
