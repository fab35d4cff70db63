import { randomUUID } from 'node:crypto'
import type { Db } from './connect.ts'

/** Addresses of one screen that people saved: filters of deadlines, questions to the search. */
export const savedViews = (db: Db, screen: 'deadlines' | 'search') =>
  db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'made_by'])
    .where('screen', '=', screen)
    .orderBy('name')
    .execute()

/** In a transaction. */
export async function insertSavedView(
  db: Db,
  view: { screen: 'deadlines' | 'search'; name: string; query: string; madeBy: string },
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('saved_view')
    .values({
      id,
      screen: view.screen,
      name: view.name,
      query: view.query,
      made_by: view.madeBy,
      created_at: new Date().toISOString(),
    })
    .execute()
  return id
}

/** In a transaction. */
export async function removeSavedView(db: Db, id: string): Promise<void> {
  await db.deleteFrom('saved_view').where('id', '=', id).execute()
}
