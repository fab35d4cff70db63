import type { Generated } from 'kysely'

/** What the full-text search looks through. */
export interface SearchTables {
  search_entry: SearchEntryTable
  search_state: SearchStateTable
  search_words: SearchWordsTable
}

/** A passage that can be found: made from other tables in the transactions that change them, see search-index.ts. */
export interface SearchEntryTable {
  number: Generated<number>
  /** clause, term, vendor, agreement, deployment or note. */
  kind: string
  /** Whose it is, and who may see it: vendor, agreement or deployment. */
  subject: string
  subject_id: string
  /** A term's id, a gap's rule, a note's id; null where the subject says it all. */
  item: string | null
  /** A term's type; what a note is on. */
  type: string | null
  title: string
  body: string
  /** What follows the subject's address: "/terms/liability-cap", "?start=10&end=90". */
  address: string
  /** "clause 9.2, page 3"; empty where there is none. */
  place: string
}

/** One row: which making of the index there is. */
export interface SearchStateTable {
  id: number
  making: number
}

/** SQLite's index of the words of `search_entry`; PostgreSQL keeps its own on the table itself. */
export interface SearchWordsTable {
  rowid: number
}
