import {
  AliasNode,
  ColumnNode,
  type DeleteQueryNode,
  DummyDriver,
  FromNode,
  IdentifierNode,
  type InsertQueryNode,
  Kysely,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type RawNode,
  type SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  TableNode,
  type UpdateQueryNode,
  type ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from 'kysely'
import type { Schema } from './schema.ts'

/**
 * What somebody who is bound to business units may see, narrowed in the queries themselves: wherever a query names a table,
 * it gets only those of its rows that are theirs. A list, a search, a report or an export that is written tomorrow is
 * narrowed, too, as long as it asks the database it was handed.
 */

/**
 * By which column a row belongs to a vendor, an agreement or a deployment; "everybody" where rows belong to none; "by subject"
 * where each row says itself what it belongs to, in `subject` and `subject_id`.
 */
type Narrowing =
  | 'everybody'
  | 'by subject'
  | { of: Subject; by: string }
  | { through: keyof typeof parentOf; by: string }
type Subject = 'vendor' | 'agreement' | 'deployment'

const ofDeployment = { of: 'deployment', by: 'deployment_id' } as const
const ofAgreement = { of: 'agreement', by: 'agreement_id' } as const

/** Whose the rows are that others belong to. */
const parentOf = { incident: ofDeployment, agreement_file: ofAgreement } as const

/** Every table there is: one that is missing here does not compile. */
const narrowings: Record<keyof Schema, Narrowing> = {
  vendor: { of: 'vendor', by: 'id' },
  agreement: { of: 'agreement', by: 'id' },
  agreement_file: ofAgreement,
  term: ofAgreement,
  agreement_parent: ofAgreement,
  agreement_template: ofAgreement,
  incorporated_document: ofAgreement,
  incorporated_decision: ofAgreement,
  re_papering: ofDeployment,
  decision: ofAgreement,
  difference: ofAgreement,
  spot_check: ofAgreement,
  term_comment: ofAgreement,
  // Its key begins with a vendor's id, and it holds no words of a contract.
  family_order: 'everybody',
  incorporated_scan: { through: 'agreement_file', by: 'file_id' },
  version_scan: { through: 'agreement_file', by: 'file_id' },
  gap_work: ofDeployment,
  gap_comment: ofDeployment,
  deployment: { of: 'deployment', by: 'id' },
  deployment_agreement: ofDeployment,
  responsibility_decision: ofDeployment,
  classification: ofDeployment,
  control: ofDeployment,
  control_evidence: ofDeployment,
  sign_off: ofDeployment,
  deployment_use: ofDeployment,
  checklist_mark: ofDeployment,
  deployment_version: ofDeployment,
  version_use: ofDeployment,
  known_safe_set: ofDeployment,
  deployment_stop: ofDeployment,
  escalation_card: ofDeployment,
  log_check: ofDeployment,
  incident: ofDeployment,
  incident_entry: { through: 'incident', by: 'incident_id' },
  incident_clock: { through: 'incident', by: 'incident_id' },
  loss_model: ofDeployment,
  exercise: ofDeployment,
  reviewer_playbook: ofDeployment,
  knowledge_source: ofDeployment,
  measure_count: ofDeployment,
  measure_threshold: ofDeployment,
  ended_agreement: ofAgreement,
  retention_policy: 'everybody',
  legal_hold: 'everybody',
  deleted_agreement: 'everybody',
  actor_alias: 'everybody',
  event: 'by subject',
  search_entry: 'by subject',
  search_state: 'everybody',
  standing: 'by subject',
  standing_date: 'by subject',
  standing_gap: ofDeployment,
  standing_day: 'everybody',
  standing_change: 'everybody',
  // Words without a row of search_entry lead nowhere.
  search_words: 'everybody',
  term_figure: ofAgreement,
  figure_change: 'everybody',
  trail_head: 'everybody',
  policy_version: 'everybody',
  policy_draft: 'everybody',
  // Asked by their owner's address or their own secret.
  api_token: 'everybody',
  idempotency: 'everybody',
  job: 'everybody',
  deadline_owner: 'everybody',
  deadline_mark: 'everybody',
  reminder: 'everybody',
  channel: 'everybody',
  delivery: 'everybody',
  calendar_feed: 'everybody',
  saved_view: 'everybody',
  // Asked by who asked for it.
  export_file: 'everybody',
  reading_engine: 'everybody',
  // Asked by who uploaded it.
  list_import: 'everybody',
  vendor_assurance: { of: 'vendor', by: 'vendor_id' },
  matrix_version: ofDeployment,
  matrix_template: 'everybody',
  document_style: 'everybody',
  business_unit: 'everybody',
  person: 'everybody',
  person_unit: 'everybody',
  session: 'everybody',
  credential: 'everybody',
  verification: 'everybody',
  two_factor: 'everybody',
  one_time_link: 'everybody',
  sign_in_rule: 'everybody',
}

/** Builds parts of queries and runs none. */
const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/**
 * Ids of what these units see: what is theirs or belongs to no unit; the papers that a deployment of theirs rests on, and
 * those papers' vendors.
 */
function seenBy(units: string[]) {
  const deployment = builder
    .selectFrom('deployment')
    .select('id')
    .where((w) => w.or([w('business_unit_id', 'is', null), w('business_unit_id', 'in', units)]))
  const restedOn = builder
    .selectFrom('deployment_agreement')
    .select('agreement_id as id')
    .where('deployment_id', 'in', deployment)
  const ownVendor = builder
    .selectFrom('vendor')
    .select('id')
    .where((w) => w.or([w('business_unit_id', 'is', null), w('business_unit_id', 'in', units)]))
  const agreement = builder
    .selectFrom('agreement')
    .select('id')
    .where((w) => w.or([w('vendor_id', 'in', ownVendor), w('id', 'in', restedOn)]))
  const vendor = builder
    .selectFrom('vendor')
    .select('id')
    .where((w) =>
      w.or([
        w('id', 'in', ownVendor),
        w('id', 'in', builder.selectFrom('agreement').select('vendor_id').where('id', 'in', restedOn)),
      ]),
    )
  return { vendor, agreement, deployment }
}

/** Rows of each table that these units see, as a query; null where everybody sees all. */
function narrowedRows(units: string[]): (table: string) => SelectQueryNode | null {
  const seen = seenBy(units)
  const { dynamic } = builder
  const rowsOf = (table: keyof Schema): SelectQueryNode | null => {
    const narrowing = narrowings[table]
    if (narrowing === 'everybody') return null
    const all = builder.selectFrom(table).selectAll()
    if (narrowing !== 'by subject' && 'through' in narrowing) {
      const { of, by } = parentOf[narrowing.through]
      const parents = builder
        .selectFrom(narrowing.through)
        .select('id')
        .where(dynamic.ref(by), 'in', seen[of])
      return all.where(dynamic.ref(narrowing.by), 'in', parents).toOperationNode() as SelectQueryNode
    }
    if (narrowing !== 'by subject')
      return all
        .where(dynamic.ref(narrowing.by), 'in', seen[narrowing.of])
        .toOperationNode() as SelectQueryNode
    return builder
      .selectFrom(table as 'event' | 'search_entry')
      .selectAll()
      .where((w) =>
        w.and(
          (['vendor', 'agreement', 'deployment'] as const).map((subject) =>
            w.or([w('subject', '!=', subject), w('subject_id', 'in', seen[subject])]),
          ),
        ),
      )
      .toOperationNode() as SelectQueryNode
  }
  const made = new Map<string, SelectQueryNode | null>()
  return (table) => {
    if (!(table in narrowings)) return null
    const known = made.get(table)
    if (known !== undefined) return known
    const rows = rowsOf(table as keyof Schema)
    made.set(table, rows)
    return rows
  }
}

class Narrower extends OperationNodeTransformer {
  readonly #rowsOf: (table: string) => SelectQueryNode | null
  readonly #unit: string
  constructor(units: string[]) {
    super()
    this.#rowsOf = narrowedRows(units)
    this.#unit = units[0] ?? ''
  }

  /** `vendor` becomes `(select * from vendor where …) as vendor`. */
  #source = (node: OperationNode): OperationNode => {
    const table = AliasNode.is(node) ? node.node : node
    if (!TableNode.is(table)) return node
    const name = table.table.identifier.name
    const rows = this.#rowsOf(name)
    return rows ? AliasNode.create(rows, AliasNode.is(node) ? node.alias : IdentifierNode.create(name)) : node
  }

  #where(target: OperationNode | undefined, where: WhereNode | undefined): WhereNode | undefined {
    const table = target && AliasNode.is(target) ? target.node : target
    const only = table && TableNode.is(table) ? this.#rowsOf(table.table.identifier.name)?.where : undefined
    if (!only) return where
    return where ? WhereNode.cloneWithOperation(where, 'And', only.where) : only
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const query = super.transformSelectQuery(node)
    return {
      ...query,
      from: query.from && FromNode.create(query.from.froms.map(this.#source)),
      joins: query.joins?.map((join) => ({ ...join, table: this.#source(join.table) })),
    }
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const query = super.transformUpdateQuery(node)
    return { ...query, where: this.#where(query.table, query.where) }
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    const query = super.transformDeleteQuery(node)
    return { ...query, where: this.#where(query.from.froms[0], query.where) }
  }

  /** What somebody of a unit adds is their unit's. */
  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const query = super.transformInsertQuery(node)
    const table = query.into?.table.identifier.name
    const columns = query.columns?.map((column) => column.column.name) ?? []
    if ((table !== 'vendor' && table !== 'deployment') || columns.includes('business_unit_id')) return query
    if (!query.values || !ValuesNode.is(query.values)) return query
    return {
      ...query,
      columns: [...(query.columns ?? []), ColumnNode.create('business_unit_id')],
      values: ValuesNode.create(query.values.values.map((row) => this.#withUnit(row))),
    }
  }

  #withUnit(row: PrimitiveValueListNode | ValueListNode): PrimitiveValueListNode | ValueListNode {
    return row.kind === 'PrimitiveValueListNode'
      ? { ...row, values: [...row.values, this.#unit] }
      : { ...row, values: [...row.values, ValueNode.create(this.#unit)] }
  }

  /** SQL as text can't be narrowed, so it may not name a table; fragments of conditions may be text. */
  protected override transformRaw(node: RawNode): RawNode {
    if (/\b(from|join|update|into)\b/i.test(node.sqlFragments.join(' ')))
      throw new Error('A query in plain SQL can’t be narrowed to business units: build it with Kysely.')
    return super.transformRaw(node)
  }
}

/** The plugin that narrows every query of the database it is put on. @param units at least one id */
export function onlyUnits(units: string[]): KyselyPlugin {
  const narrower = new Narrower(units)
  return {
    transformQuery: ({ node }) => narrower.transformNode(node),
    transformResult: async ({ result }) => result,
  }
}
