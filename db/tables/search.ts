import type { Generated } from 'kysely'

/** What the full-text search looks through. */
export interface SearchTables {
  search_entry: SearchEntryTable
  search_state: SearchStateTable
  search_words: SearchWordsTable
  term_figure: TermFigureTable
  figure_change: FigureChangeTable
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

/** What of a standing term can be asked for; made from terms, annual fees and names, see figures.ts. */
export interface TermFigureTable {
  agreement_id: string
  /** In the order of the paper. */
  number: number
  /** Its name in domain/search/measures.ts, or `read`: the paper was read, so that what it lacks can be told. */
  measure: string
  /** Names by which an answer is sorted. */
  vendor: string
  title: string
  /** Null on the row `read` alone. */
  term_id: string | null
  /** Money in whole units, time in days, percentages as they are; null where there is none to compare. */
  amount: number | null
  /** Of money: " EUR USD ", so that one of them can be looked for with its spaces. */
  currencies: string | null
}

/** Written by triggers: what an agreement's figures are made from was changed. */
export interface FigureChangeTable {
  number: Generated<number>
  agreement_id: string
}
