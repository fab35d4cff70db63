import type { Generated } from 'kysely'

/** What the papers come to on a day: reckoned once, asked for often. Nothing here is the only place of anything. */
export interface StandingTables {
  standing: StandingTable
  standing_day: StandingDayTable
  standing_gap: StandingGapTable
  standing_date: StandingDateTable
  standing_change: StandingChangeTable
}

/** A deployment or an agreement on a day; it is to be reckoned anew while `made` is below `asked`. */
export interface StandingTable {
  /** agreement or deployment. */
  subject: string
  subject_id: string
  day: string
  /** How often something changed that it rests on. */
  asked: number
  /** At which of those it was reckoned last. */
  made: Generated<number>
  /** Of an agreement's standing terms, those that nobody has decided on. */
  unreviewed: Generated<number>
}

/** A day for which there is something, and by what rules. */
export interface StandingDayTable {
  day: string
  /** Risk class to a hash of all that its assessments follow. */
  rules_json: string
}

export interface StandingGapTable {
  deployment_id: string
  day: string
  rule: string
  severity: string
  /** Whose clause it was judged by; null where none speaks of it. */
  agreement_id: string | null
  /** All it says, in lower case and with single spaces: the search looks through it. */
  words: string
  gap_json: string
}

export interface StandingDateTable {
  subject: string
  subject_id: string
  day: string
  number: number
  /** ISO date; null for what can't be reckoned. */
  due: string | null
  /** Null where the release before wrote it. */
  kind: string | null
  date_json: string
}

/** Written by triggers: something that an assessment rests on was changed. */
export interface StandingChangeTable {
  number: Generated<number>
  /** agreement, vendor, family or deployment. */
  subject: string
  subject_id: string
}
