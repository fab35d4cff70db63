import type { Kysely } from 'kysely'
import { forbidChanges } from './dialect.ts'

/** What people decide about terms, entry by entry; comments, differences of later readings, blind second readings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decision')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('agreement_id', 'text', (c) => c.notNull())
    .addColumn('file_id', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('value_json', 'text')
    .addColumn('citations_json', 'text')
    .addColumn('reason', 'text')
    .addColumn('before_json', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('decided_by', 'text', (c) => c.notNull())
    .addColumn('decided_at', 'text', (c) => c.notNull())
    // Two people who decide at the same moment can't both be the next.
    .addUniqueConstraint('one_decision_a_turn', ['subject_id', 'seq'])
    .execute()
  await db.schema.createIndex('decision_by_file').on('decision').columns(['file_id', 'decided_at']).execute()
  await db.schema.createIndex('decision_by_day').on('decision').column('decided_at').execute()
  await forbidChanges(db, 'decision', 'decisions are only ever added')

  // What the decisions on a term add up to, so that whoever reads terms need not add them up.
  for (const [name, type] of [
    ['decided_value_json', 'text'],
    ['decided_citations_json', 'text'],
  ] as const)
    await db.schema.alterTable('term').addColumn(name, type).execute()
  await db.schema
    .alterTable('term')
    .addColumn('people_json', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()
  await db.schema
    .alterTable('term')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  // The order of addresses: terms that a person adds come after those that were read.
  await db.schema
    .alterTable('term')
    .addColumn('added', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()

  await db.schema
    .createTable('term_comment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id').onDelete('cascade'))
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('written_by', 'text', (c) => c.notNull())
    .addColumn('written_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('term_comment_by_subject').on('term_comment').column('subject_id').execute()

  await db.schema
    .createTable('difference')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id').onDelete('cascade'))
    .addColumn('file_id', 'text', (c) => c.notNull().references('agreement_file.id').onDelete('cascade'))
    .addColumn('term_id', 'text')
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('value_json', 'text')
    .addColumn('citations_json', 'text')
    .addColumn('note', 'text')
    .addColumn('raised_by', 'text', (c) => c.notNull())
    .addColumn('raised_at', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('resolved_by', 'text')
    .addColumn('resolved_at', 'text')
    .execute()
  await db.schema.createIndex('difference_by_file').on('difference').column('file_id').execute()

  await db.schema
    .createTable('spot_check')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id').onDelete('cascade'))
    .addColumn('term_id', 'text', (c) => c.notNull())
    .addColumn('decision_id', 'text', (c) => c.notNull().unique())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('confirmed_by', 'text', (c) => c.notNull())
    .addColumn('confirmed_value_json', 'text', (c) => c.notNull())
    .addColumn('chosen_at', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text')
    .addColumn('value_json', 'text')
    .addColumn('note', 'text')
    .addColumn('read_by', 'text')
    .addColumn('read_at', 'text')
    .execute()
}
