import type { Kysely } from 'kysely'

/** Families of agreements: their order, papers they only name, and papers of our own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('family_order')
    .addColumn('family', 'text', (c) => c.primaryKey())
    .addColumn('groups_json', 'text', (c) => c.notNull())
    .addColumn('first_for_json', 'text', (c) => c.notNull())
    .addColumn('confirmed_by', 'text', (c) => c.notNull())
    .addColumn('confirmed_at', 'text', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('agreement_parent')
    .addColumn('agreement_id', 'text', (c) => c.primaryKey().references('agreement.id').onDelete('cascade'))
    .addColumn('parent_id', 'text', (c) => c.notNull().references('agreement.id').onDelete('cascade'))
    .execute()

  await db.schema
    .createTable('agreement_template')
    .addColumn('agreement_id', 'text', (c) => c.primaryKey().references('agreement.id').onDelete('cascade'))
    .addColumn('marked_by', 'text', (c) => c.notNull())
    .addColumn('marked_at', 'text', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('incorporated_document')
    .addColumn('file_id', 'text', (c) => c.notNull().references('agreement_file.id').onDelete('cascade'))
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id').onDelete('cascade'))
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('citation_json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('incorporated_document_key', ['file_id', 'name_key'])
    .execute()

  await db.schema
    .createTable('incorporated_scan')
    .addColumn('file_id', 'text', (c) => c.primaryKey().references('agreement_file.id').onDelete('cascade'))
    .addColumn('scanned_at', 'text', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('incorporated_decision')
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id').onDelete('cascade'))
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('linked_id', 'text', (c) => c.references('agreement.id').onDelete('cascade'))
    .addColumn('waived_reason', 'text')
    .addColumn('decided_by', 'text', (c) => c.notNull())
    .addColumn('decided_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('incorporated_decision_key', ['agreement_id', 'name_key'])
    .execute()
}
