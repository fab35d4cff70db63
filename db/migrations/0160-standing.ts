import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'
import { countingType, noteChanges } from './dialect.ts'

/** What the papers come to on a day, kept so that screens ask for it instead of reckoning it, and what has changed since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('standing')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('asked', 'integer', (c) => c.notNull())
    .addColumn('made', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('unreviewed', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('standing_key', ['day', 'subject', 'subject_id'])
    .execute()
  await db.schema
    .createIndex('standing_unreviewed')
    .on('standing')
    .columns(['day', 'subject', 'unreviewed'])
    .execute()
  await sql`create index standing_stale on standing (day) where made < asked`.execute(db)

  await db.schema
    .createTable('standing_day')
    .addColumn('day', 'text', (c) => c.primaryKey())
    .addColumn('rules_json', 'text', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('standing_gap')
    .addColumn('deployment_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('severity', 'text', (c) => c.notNull())
    .addColumn('agreement_id', 'text')
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('gap_json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('standing_gap_key', ['day', 'deployment_id', 'rule'])
    .execute()
  await db.schema.createIndex('gap_by_severity').on('standing_gap').columns(['day', 'severity']).execute()
  await db.schema
    .createIndex('gap_counts')
    .on('standing_gap')
    .columns(['day', 'deployment_id', 'severity'])
    .execute()

  await db.schema
    .createTable('standing_date')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('due', 'text')
    .addColumn('date_json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('standing_date_key', ['day', 'subject', 'subject_id', 'number'])
    .execute()
  await db.schema.createIndex('date_by_due').on('standing_date').columns(['day', 'due']).execute()

  await db.schema
    .createTable('standing_change')
    .addColumn('number', countingType(db), (c) =>
      isPostgres(db) ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .execute()

  for (const table of [
    'term',
    'decision',
    'agreement_parent',
    'incorporated_document',
    'incorporated_decision',
  ])
    await noteChanges(db, table, [{ subject: 'agreement', by: 'agreement_id' }])
  // How far a reading is, is no change of what was read.
  await noteChanges(
    db,
    'agreement_file',
    [{ subject: 'agreement', by: 'agreement_id' }],
    ['state', 'version', 'warnings_json'],
  )
  await noteChanges(db, 'agreement', [
    { subject: 'agreement', by: 'id' },
    { subject: 'vendor', by: 'vendor_id' },
  ])
  await noteChanges(db, 'family_order', [{ subject: 'family', by: 'family' }])
  await noteChanges(db, 'deployment', [{ subject: 'deployment', by: 'id' }])
  for (const table of ['deployment_agreement', 'incident', 're_papering'])
    await noteChanges(db, table, [{ subject: 'deployment', by: 'deployment_id' }])

  // What the lists of a large register ask for.
  // Of those that failed: an index of the state itself would be taken for what nearly every row is.
  await db.schema.createIndex('file_by_error').on('agreement_file').column('error_code').execute()
  await db.schema
    .createIndex('file_by_version')
    .on('agreement_file')
    .columns(['agreement_id', 'state', 'version'])
    .execute()
  await db.schema.createIndex('term_of_type').on('term').columns(['type', 'file_id']).execute()
  await db.schema.createIndex('agreement_by_title').on('agreement').column('title').execute()
  await db.schema
    .createIndex('deployment_by_agreement')
    .on('deployment_agreement')
    .column('agreement_id')
    .execute()
}
