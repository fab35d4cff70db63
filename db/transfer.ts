import type { Db } from './connect.ts'
import type { Schema } from './schema.ts'

/**
 * Which tables leave the register with an export, in an order in which they can be taken back: a table comes after those it
 * refers to. Every table of the schema is either here or in `keptBack`; a test says so.
 */
export interface CarriedTable {
  table: keyof Schema
  /** Columns that tell its rows apart, and in whose order they are written. */
  key: readonly string[]
  /** Columns that name an original by its SHA-256. */
  originals?: readonly string[]
  /** A key that the database counts up. */
  counts?: boolean
  /** A new register has rows in it; those of the export take their place. */
  seeded?: boolean
}

export const carriedTables: readonly CarriedTable[] = [
  { table: 'business_unit', key: ['id'] },
  { table: 'person', key: ['id'] },
  { table: 'person_unit', key: ['person_id', 'business_unit_id'] },
  { table: 'vendor', key: ['id'] },
  { table: 'agreement', key: ['id'] },
  { table: 'reading_engine', key: ['id'] },
  { table: 'agreement_file', key: ['id'], originals: ['sha256'] },
  { table: 'term', key: ['id'] },
  { table: 'decision', key: ['id'] },
  { table: 'term_comment', key: ['id'] },
  { table: 'difference', key: ['id'] },
  { table: 'spot_check', key: ['id'] },
  { table: 'deployment', key: ['id'] },
  { table: 'deployment_agreement', key: ['deployment_id', 'agreement_id'] },
  { table: 'responsibility_decision', key: ['deployment_id', 'area'] },
  { table: 'matrix_version', key: ['id'] },
  { table: 'matrix_template', key: ['id'], originals: ['sha256'] },
  { table: 'policy_version', key: ['number'], seeded: true },
  { table: 'policy_draft', key: ['id'] },
  { table: 'classification', key: ['deployment_id', 'version'] },
  { table: 'control', key: ['deployment_id', 'control'] },
  { table: 'control_evidence', key: ['id'], originals: ['sha256'] },
  { table: 'sign_off', key: ['id'] },
  { table: 'deployment_use', key: ['id'] },
  { table: 'checklist_mark', key: ['deployment_id', 'item'] },
  { table: 'deployment_version', key: ['id'] },
  { table: 'version_use', key: ['id'] },
  { table: 'known_safe_set', key: ['id'] },
  { table: 'deployment_stop', key: ['id'] },
  { table: 'escalation_card', key: ['deployment_id'] },
  { table: 'log_check', key: ['id'] },
  { table: 'gap_work', key: ['deployment_id', 'rule'] },
  { table: 'gap_comment', key: ['id'] },
  { table: 'family_order', key: ['family'] },
  { table: 'agreement_parent', key: ['agreement_id'] },
  { table: 'agreement_template', key: ['agreement_id'] },
  { table: 'incorporated_document', key: ['file_id', 'name_key'] },
  { table: 'incorporated_scan', key: ['file_id'] },
  { table: 'incorporated_decision', key: ['agreement_id', 'name_key'] },
  { table: 'version_scan', key: ['file_id'] },
  { table: 're_papering', key: ['file_id', 'deployment_id'] },
  { table: 'incident', key: ['id'] },
  { table: 'incident_clock', key: ['id'] },
  { table: 'incident_entry', key: ['id'], originals: ['sha256'] },
  { table: 'loss_model', key: ['deployment_id'] },
  { table: 'exercise', key: ['id'] },
  { table: 'reviewer_playbook', key: ['deployment_id', 'version'] },
  { table: 'knowledge_source', key: ['id'] },
  { table: 'measure_threshold', key: ['deployment_id', 'measure'] },
  { table: 'measure_count', key: ['id'] },
  { table: 'deadline_owner', key: ['key'] },
  { table: 'deadline_mark', key: ['key', 'due_on'] },
  { table: 'reminder', key: ['key', 'due_on', 'step', 'recipient'] },
  { table: 'saved_view', key: ['id'] },
  { table: 'document_style', key: ['id'], originals: ['sha256'] },
  { table: 'vendor_assurance', key: ['id'], originals: ['sha256'] },
  { table: 'sign_in_rule', key: ['id'] },
  { table: 'retention_policy', key: ['id'] },
  { table: 'legal_hold', key: ['id'] },
  { table: 'ended_agreement', key: ['agreement_id'] },
  { table: 'deleted_agreement', key: ['agreement_id'] },
  { table: 'actor_alias', key: ['id'] },
  { table: 'event', key: ['id'], counts: true },
  { table: 'trail_head', key: ['id'], seeded: true },
]

/**
 * What an export keeps back and a move to another database takes along: the register goes on at its new place as it is, so
 * nobody is signed out and no token has to be made anew. In the order of the references, after `carriedTables`.
 */
export const movedToo: readonly CarriedTable[] = [
  { table: 'session', key: ['id'] },
  { table: 'credential', key: ['id'] },
  { table: 'verification', key: ['id'] },
  { table: 'two_factor', key: ['id'] },
  { table: 'one_time_link', key: ['id'] },
  { table: 'api_token', key: ['id'] },
  { table: 'channel', key: ['id'] },
  { table: 'delivery', key: ['id'] },
  { table: 'calendar_feed', key: ['id'] },
  { table: 'idempotency', key: ['owner', 'key'] },
  { table: 'list_import', key: ['id'] },
]

/** Made anew by a register from what was carried into it, so that not even a move takes it. */
export const madeAnew: readonly (keyof Schema)[] = [
  'search_entry',
  'search_state',
  'search_words',
  'term_figure',
  'figure_change',
  'standing',
  'standing_day',
  'standing_gap',
  'standing_date',
  'standing_change',
  'job',
  'export_file',
]

/** Tables that an export leaves behind, and why. */
export const keptBack: Partial<Record<keyof Schema, string>> = {
  session: 'who is signed in now',
  credential: 'passwords and single sign-on accounts: people get a new invitation',
  verification: 'steps of a sign-in under way',
  two_factor: 'secrets of second factors',
  one_time_link: 'links that work once',
  api_token: 'hashes of API tokens: new ones are made',
  channel: 'addresses and signing secrets of webhooks: they are set up anew',
  delivery: 'messages that were sent or wait to be: a register that was copied does not send them twice',
  calendar_feed: 'hashes of secret addresses: people make new ones',
  idempotency: 'answers to repeated requests, kept for a day',
  list_import: 'lists that were uploaded and not taken yet',
  search_entry: 'made again from what is carried',
  search_state: 'says how far the index of the search is made',
  search_words: 'made again from what is carried',
  term_figure: 'made again from what is carried',
  figure_change: 'which figures are to be made again',
  standing: 'reckoned again from what is carried',
  standing_day: 'reckoned again from what is carried',
  standing_gap: 'reckoned again from what is carried',
  standing_date: 'reckoned again from what is carried',
  standing_change: 'what is to be reckoned again',
  export_file: 'files that are made for a day and asked for again',
  job: 'work under way: what is not read yet is read after the import',
}

type AnyRow = Record<string, unknown>

/** The next rows of a table in the order of its key: those after the row `after`, or the first. */
export async function rowsOf(
  db: Db,
  { table, key }: CarriedTable,
  { limit, after }: { limit: number; after?: AnyRow },
): Promise<AnyRow[]> {
  const columns = key as readonly 'id'[]
  let query = db
    .selectFrom(table as 'vendor')
    .selectAll()
    .limit(limit)
  for (const column of columns) query = query.orderBy(column)
  if (after)
    // A row comes after when it is equal in the first columns of the key and greater in the next.
    query = query.where((w) =>
      w.or(
        columns.map((column, nth) =>
          w.and([
            ...columns.slice(0, nth).map((before) => w(before, '=', after[before] as string)),
            w(column, '>', after[column] as string),
          ]),
        ),
      ),
    )
  return query.execute()
}

/** All rows of a table, some at a time. */
export async function* stretchesOf(db: Db, table: CarriedTable, limit: number): AsyncGenerator<AnyRow[]> {
  let after: AnyRow | undefined
  for (;;) {
    const rows = await rowsOf(db, table, { limit, after })
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)
  }
}

/** What names originals in these rows. */
export const originalsIn = ({ originals = [] }: CarriedTable, rows: AnyRow[]): string[] =>
  rows.flatMap((row) => originals.flatMap((column) => (typeof row[column] === 'string' ? [row[column]] : [])))

/** Adds rows as they were; their columns must be columns of the table. */
export async function insertRows(db: Db, { table }: CarriedTable, rows: AnyRow[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto(table as 'vendor')
    .values(rows as never)
    .execute()
}

export async function countRows(db: Db, table: keyof Schema): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((w) => w.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The first table that holds something which people made; undefined in a new register. */
export async function filledTable(db: Db): Promise<keyof Schema | undefined> {
  for (const { table, seeded } of carriedTables) if (!seeded && (await countRows(db, table)) > 0) return table
  return (await countRows(db, 'policy_version')) > 1 ? 'policy_version' : undefined
}

/** Makes room in a new register: the rules that the project ships, the head of an empty trail, and what else is named. */
export async function forgetSeeds(db: Db, besides: readonly CarriedTable[] = []): Promise<void> {
  for (const { table } of besides.toReversed()) await db.deleteFrom(table).execute()
  for (const { table, seeded } of carriedTables) if (seeded) await db.deleteFrom(table).execute()
}
