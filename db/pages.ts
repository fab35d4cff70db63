import type { Db } from './connect.ts'

/** A place in a list: the last one given out. */
export interface After {
  createdAt: string
  id: string
}

/** Ids of the next `limit` rows after a place, the oldest first: a row added meanwhile comes at the end. */
export async function pageOfIds(
  db: Db,
  table: 'vendor' | 'agreement' | 'deployment',
  { limit, after }: { limit: number; after?: After },
): Promise<After[]> {
  let query = db
    .selectFrom(table)
    .select(['id', 'created_at as createdAt'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
  if (after)
    query = query.where((w) =>
      w.or([
        w('created_at', '>', after.createdAt),
        w.and([w('created_at', '=', after.createdAt), w('id', '>', after.id)]),
      ]),
    )
  return query.execute()
}
