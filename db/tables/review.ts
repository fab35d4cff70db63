/** What people decide about terms. */
export interface ReviewTables {
  decision: DecisionTable
  term_comment: TermCommentTable
  difference: DifferenceTable
  spot_check: SpotCheckTable
}

/** Rows are only ever added; an undo is a row too. */
export interface DecisionTable {
  id: string
  /** A term's id, or "file:type" for what was looked for and is not there. */
  subject_id: string
  agreement_id: string
  file_id: string
  type: string
  kind: string
  value_json: string | null
  citations_json: string | null
  reason: string | null
  before_json: string
  /** Counts from 1 on each subject. */
  seq: number
  decided_by: string
  decided_at: string
}

export interface TermCommentTable {
  id: string
  /** As of `decision`. */
  subject_id: string
  agreement_id: string
  body: string
  written_by: string
  written_at: string
}

/** A later reading, or a blind second reader, that says something else than what was decided. */
export interface DifferenceTable {
  id: string
  agreement_id: string
  file_id: string
  /** Null where a type was decided to be absent. */
  term_id: string | null
  type: string
  /** reading or spot_check. */
  source: string
  /** Null: it no longer finds the term. */
  value_json: string | null
  citations_json: string | null
  note: string | null
  /** The reader and its version, or a person. */
  raised_by: string
  raised_at: string
  /** kept or taken; null while it is open. */
  outcome: string | null
  resolved_by: string | null
  resolved_at: string | null
}

/** A confirmed term that somebody else is to read without seeing what was confirmed. */
export interface SpotCheckTable {
  id: string
  agreement_id: string
  term_id: string
  decision_id: string
  type: string
  confirmed_by: string
  confirmed_value_json: string
  chosen_at: string
  /** same, other or not_there; null while it waits. */
  verdict: string | null
  value_json: string | null
  note: string | null
  read_by: string | null
  read_at: string | null
}
