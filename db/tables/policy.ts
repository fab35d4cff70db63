/** The rules people work by: every version that was in force, and the draft of the next one. */
export interface PolicyTables {
  policy_version: PolicyVersionTable
  policy_draft: PolicyDraftTable
}

export interface PolicyVersionTable {
  /** Counts from 1, which is what the project ships. */
  number: number
  content_json: string
  /** What it changes and why, in the words of who drafted it. */
  note: string
  /** E-mail addresses. */
  drafted_by_json: string
  published_by: string
  published_at: string
  /** Why the only person who may publish published their own draft; null when a second one did. */
  alone_reason: string | null
}

/** At most one row: the draft in work. */
export interface PolicyDraftTable {
  id: string
  /** The version it began from. */
  based_on: number
  content_json: string
  drafted_by_json: string
  note: string
  /** Counts the changes, so that nobody publishes what they have not seen. */
  revision: number
  changed_at: string
}
