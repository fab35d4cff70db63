import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'

/** Long lists, a part at a time: screens ask by the number of a page, scripts by the place they came to. */

/** Which page of a list, from 1. */
export interface PageAsked {
  page: number
  pageSize: number
}

/** One page of a list, and where it is in the whole: the last one where a later one was asked for. */
export interface PageOf<T> extends PageAsked {
  rows: T[]
  /** Rows on all pages. */
  total: number
}

/**
 * One page of what a question finds.
 * @param total how many rows there are on all pages
 * @param rows in an order that is always the same
 */
export async function pageOf<Tables, From extends keyof Tables, Row>(
  total: number,
  rows: SelectQueryBuilder<Tables, From, Row>,
  { page, pageSize }: PageAsked,
): Promise<PageOf<Row>> {
  const last = Math.max(1, Math.ceil(total / pageSize))
  const there = Math.min(last, Math.max(1, page))
  const some = rows.limit(pageSize).offset((there - 1) * pageSize)
  return { rows: total === 0 ? [] : await some.execute(), page: there, pageSize, total }
}

/** How many rows a question finds. */
export async function countOf<Tables, From extends keyof Tables>(
  query: SelectQueryBuilder<Tables, From, unknown>,
): Promise<number> {
  const [row] = await query
    .clearSelect()
    .select((w) => w.fn.countAll<number>().as('count'))
    .$castTo<{ count: number }>()
    .execute()
  return Number(row?.count ?? 0)
}

/** What stands in a column by which a list is narrowed, in order, and whether there are rows in which nothing does. */
export async function valuesOf(
  db: Db,
  table: 'agreement' | 'deployment' | 'vendor',
  column: 'kind' | 'status' | 'owner' | 'risk_class',
): Promise<{ values: string[]; none: boolean }> {
  const value = sql.ref<string | null>(column)
  const rows = await db.selectFrom(table).select(value.as('value')).distinct().orderBy(value).execute()
  const values = rows.flatMap((row) => row.value || [])
  return { values, none: values.length < rows.length }
}

/** Whether somebody is named in a column; nobody is when the name is empty. */
export const isOf = (column: string, owner: string) =>
  sql<SqlBool>`coalesce(${sql.ref(column)}, '') = ${owner}`

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
