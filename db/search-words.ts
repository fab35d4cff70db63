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
  /**
   * Stretches of entries' numbers, the newest first and each after the last one's end, in which to look one after the other until
   * enough was found: or PostgreSQL reads every entry that has the words to find the newest of them.
   */
  stretches(db: Db): AsyncIterable<Stretch>
  /** Lowest first. */
  rank: RawBuilder<number>
  /** With marks around what was found. */
  title: RawBuilder<string>
  text: RawBuilder<string>
}

/** Numbers from one to another, both included; open at an end that is not given. */
export interface Stretch {
  from?: number
  to?: number
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
  return isPostgres(db) ? postgresMatch(wanted, unwanted) : sqliteMatch(wanted, unwanted)
}

const fts5 = ({ text, prefix }: Word) => `"${text}"${prefix ? ' *' : ''}`

function sqliteMatch(wanted: Word[], unwanted: Word[]): WordMatch {
  const all = wanted.map(fts5).join(' AND ')
  const question = [`(${all})`, ...unwanted.map((word) => `NOT ${fts5(word)}`)].join(' ')
  const words = sql.table('search_words')
  return {
    // Its index is in the order of the numbers: it reads as many as are asked for and no more.
    async *stretches() {
      yield {}
    },
    narrow: (query) =>
      query
        .innerJoin('search_words', 'search_words.rowid', 'search_entry.number')
        .where(sql<SqlBool>`${words} match ${question}`),
    rank: sql`bm25(${words}, 4.0, 1.0)`,
    title: sql`highlight(${words}, 0, ${START}, ${END})`,
    text: sql`snippet(${words}, 1, ${START}, ${END}, ' … ', 48)`,
  }
}

/** "non renewal" with any ending is `non <-> renewal:*`. */
const tsquery = ({ text, prefix }: Word) =>
  prefix
    ? sql`to_tsquery('english', ${`${text.replaceAll(' ', ' <-> ')}:*`})`
    : sql`phraseto_tsquery('english', ${text})`

function postgresMatch(wanted: Word[], unwanted: Word[]): WordMatch {
  const question = sql`(${sql.join(
    [...wanted.map(tsquery), ...unwanted.map((word) => sql`!!${tsquery(word)}`)],
    sql` && `,
  )})`
  const title = sql.ref('search_entry.title')
  const body = sql.ref('search_entry.body')
  const vector = sql.ref('search_entry.words')
  const marks = `StartSel=${START}, StopSel=${END}`
  return {
    narrow: (query) => query.where(sql<SqlBool>`${vector} @@ ${question}`),
    stretches: widening,
    rank: sql`-ts_rank(${vector}, ${question})`,
    title: sql`ts_headline('english', ${title}, ${question}, ${`${marks}, HighlightAll=true`})`,
    text: sql`ts_headline('english', ${body}, ${question}, ${`${marks}, MaxWords=48, MinWords=24`})`,
  }
}

/** The first stretch holds so many numbers, the next five times as many, until the rest is all. */
const FIRST_STRETCH = 40_000

async function* widening(db: Db): AsyncIterable<Stretch> {
  const { newest } = await db
    .selectFrom('search_entry')
    .select((w) => w.fn.max<number | null>('search_entry.number').as('newest'))
    .executeTakeFirstOrThrow()
  let to = newest ?? 0
  for (let span = FIRST_STRETCH; to > 0; span *= 5) {
    yield { from: to - span + 1, to }
    to -= span
  }
}
