import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../dialect.ts'
import { countingType, noteFigures } from './dialect.ts'

/** What can be asked of terms by value, kept in an index; and which agreements' figures are to be made anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('term_figure')
    .addColumn('agreement_id', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('vendor', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('term_id', 'text')
    .addColumn('amount', 'double precision')
    .addColumn('currencies', 'text')
    .addPrimaryKeyConstraint('term_figure_key', ['agreement_id', 'number'])
    .execute()
  // In the order in which an answer shows them, so that a page of it is the beginning of the index.
  await db.schema
    .createIndex('figure_in_order')
    .on('term_figure')
    .columns(['measure', 'vendor', 'title', 'agreement_id', 'number', 'amount'])
    .execute()
  await sql`create index figure_by_amount on term_figure (measure, amount, agreement_id)
    where amount is not null`.execute(db)

  await db.schema
    .createTable('figure_change')
    .addColumn('number', countingType(db), (c) =>
      isPostgres(db) ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn('agreement_id', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('figure_change_by_agreement')
    .on('figure_change')
    .column('agreement_id')
    .execute()
  const own = (row: string) => sql`select ${sql.ref(`${row}.agreement_id`)}`
  await noteFigures(db, 'term', {
    ids: own,
    columns: ['type', 'review', 'position', 'value_json', 'decided_value_json'],
  })
  await noteFigures(db, 'agreement_file', { ids: own, columns: ['state', 'version'] })
  await noteFigures(db, 'agreement', {
    ids: (row) => sql`select ${sql.ref(`${row}.id`)}`,
    columns: ['title', 'vendor_id', 'annual_fees_json'],
  })
  await noteFigures(db, 'vendor', {
    ids: (row) => sql`select id from agreement where vendor_id = ${sql.ref(`${row}.id`)}`,
    columns: ['name'],
  })
  // Those that are there already.
  await sql`insert into figure_change (agreement_id) select id from agreement`.execute(db)
}
