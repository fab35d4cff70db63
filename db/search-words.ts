import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Word } from '#domain/search/query.ts'
import type { Db } from './connect.ts'
import { isPostgres } from './dialect.ts'
import type { Schema } from './schema.ts'

/**
 * Words against the index: FTS5 on SQLite, text search vectors on PostgreSQL. Both stem English words, and both get nothing
 * but letters, digits and spaces of what a person wrote.
 */

/** What stands around a hit; no text has these characters. */
export const START = '\u0001'
export const END = '\u0002'

type Entries = SelectQueryBuilder<Schema, 'search_entry', object>

/** How the words of one question are asked for, as parts of a query over `search_entry`. */
export interface WordMatch {
  narrow(query: Entries): Entries
  /** Those of the entries that have the words, the newest first; of common words no more are read than are asked for. */
  newest(entries: Entries, most: number): Promise<Hit[]>
  /** With marks around what was found. */
  title: RawBuilder<string>
  text: RawBuilder<string>
}

export interface Hit {
  number: number
  kind: string
  /** Lowest is best. */
  rank: number
}

/** Nearly every passage has them: beside other words they tell nothing, and to rank by them takes longer than all the rest. */
const sayNothing = new Set(
  'a an and any are as at be by for from has have if in into is it its no not of on or such that the their there this to was will with'.split(
    ' ',
  ),
)

/** Null when there are no words to look for. */
export function matchOf(db: Db, words: Word[]): WordMatch | null {
  const all = words.filter((word) => !word.not)
  if (all.length === 0) return null
  const telling = all.filter(({ text, prefix }) => prefix || !sayNothing.has(text))
  const wanted = telling.length > 0 ? telling : all
  const unwanted = words.filter((word) => word.not)
  return isPostgres(db) ? postgresMatch(db, wanted, unwanted) : sqliteMatch(wanted, unwanted)
}

const fts5 = ({ text, prefix }: Word) => `"${text}"${prefix ? ' *' : ''}`

function sqliteMatch(wanted: Word[], unwanted: Word[]): WordMatch {
  const all = wanted.map(fts5).join(' AND ')
  const question = [`(${all})`, ...unwanted.map((word) => `NOT ${fts5(word)}`)].join(' ')
  const words = sql.table('search_words')
  const narrow = (query: Entries) =>
    query
      .innerJoin('search_words', 'search_words.rowid', 'search_entry.number')
      .where(sql<SqlBool>`${words} match ${question}`)
  const rank = sql<number>`bm25(${words}, 4.0, 1.0)`
  return {
    narrow,
    // Its index is in the order of the row ids, so it reads as many as are asked for; by the other table's numbers it would sort all.
    newest: (entries, most) => newestOf(narrow(entries), { rank, by: sql.ref('search_words.rowid'), most }),
    title: sql`highlight(${words}, 0, ${START}, ${END})`,
    text: sql`snippet(${words}, 1, ${START}, ${END}, ' … ', 48)`,
  }
}

const newestOf = (
  entries: Entries,
  { rank, by, most }: { rank: RawBuilder<number>; by: RawBuilder<unknown>; most: number },
): Promise<Hit[]> =>
  entries
    .select(['search_entry.number', 'search_entry.kind', rank.as('rank')])
    .orderBy(by, 'desc')
    .limit(most)
    .execute()

/** "non renewal" with any ending is `non <-> renewal:*`. */
const tsquery = ({ text, prefix }: Word) =>
  prefix
    ? sql`to_tsquery('english', ${`${text.replaceAll(' ', ' <-> ')}:*`})`
    : sql`phraseto_tsquery('english', ${text})`

/** So many of the newest entries are gone through one by one: some ten milliseconds. */
const NEAR = 20_000
/** Entries with the words; to read more from all over the table takes longer than to go on one by one until enough were found. */
const MANY = 5000

function postgresMatch(db: Db, wanted: Word[], unwanted: Word[]): WordMatch {
  const question = sql`(${sql.join(
    [...wanted.map(tsquery), ...unwanted.map((word) => sql`!!${tsquery(word)}`)],
    sql` && `,
  )})`
  const title = sql.ref('search_entry.title')
  const body = sql.ref('search_entry.body')
  const vector = sql.ref('search_entry.words')
  const rank = sql<number>`-ts_rank(${vector}, ${question})`
  const by = sql.ref('search_entry.number')
  const marks = `StartSel=${START}, StopSel=${END}`
  const byIndex = (query: Entries) => query.where(sql<SqlBool>`${vector} @@ ${question}`)
  // What is no column no index is used for. How rare several words are together PostgreSQL can't tell, so it is not asked to choose.
  const oneByOne = (query: Entries) => query.where(sql<SqlBool>`coalesce(${vector}, '') @@ ${question}`)
  return {
    narrow: byIndex,
    async newest(entries, most) {
      const hits: Hit[] = []
      const last = await lastNumber(db)
      let [from, span] = [last, NEAR]
      while (from > 0 && hits.length < most) {
        const stretch = entries
          .where('search_entry.number', '<=', from)
          .where('search_entry.number', '>', from - span)
        hits.push(...(await newestOf(oneByOne(stretch), { rank, by, most: most - hits.length })))
        from -= span
        const density = hits.length / (last - from)
        if (density * from <= MANY) break
        span = Math.ceil((most - hits.length) / density)
      }
      if (from <= 0 || hits.length >= most) return hits
      const older = byIndex(entries.where('search_entry.number', '<=', from))
      return [...hits, ...(await newestOf(older, { rank, by, most: most - hits.length }))]
    },
    title: sql`ts_headline('english', ${title}, ${question}, ${`${marks}, HighlightAll=true`})`,
    text: sql`ts_headline('english', ${body}, ${question}, ${`${marks}, MaxWords=48, MinWords=24`})`,
  }
}

async function lastNumber(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('search_entry')
    .select((w) => w.fn.max<number | null>('search_entry.number').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}
