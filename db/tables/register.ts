import type { Generated } from 'kysely'

/** Vendors, agreements with their papers and terms, deployments, and the trail of what happened. */
export interface RegisterTables {
  vendor: VendorTable
  agreement: AgreementTable
  reading_engine: ReadingEngineTable
  agreement_file: AgreementFileTable
  term: TermTable
  deployment: DeploymentTable
  deployment_agreement: DeploymentAgreementTable
  responsibility_decision: ResponsibilityDecisionTable
  event: EventTable
  trail_head: TrailHeadTable
}

export interface VendorTable {
  id: string
  slug: string
  name: string
  website: string | null
  notes: string | null
  owner: string | null
  notice_address: string | null
  /** Whose it is; null: everybody's. */
  business_unit_id: string | null
  created_at: string
}

export interface AgreementTable {
  id: string
  slug: string
  vendor_id: string
  title: string
  kind: string
  /** Our own entity that signed it. */
  counterparty: string | null
  status: string
  owner: string | null
  signed_on: string | null
  effective_on: string | null
  /** Money, what a year of it costs; the measure of caps in months of fees. */
  annual_fees_json: string | null
  created_at: string
}

/** A version of an agreement's paper: the original by its hash, and what became of reading it. */
export interface AgreementFileTable {
  id: string
  agreement_id: string
  version: number
  file_name: string
  sha256: string
  size: number
  format: string | null
  pages: number | null
  /** stored → reading → read or failed. */
  state: string
  step: string | null
  step_done: number | null
  step_total: number | null
  error_code: string | null
  error_message: string | null
  document_json: string | null
  absent_json: string | null
  warnings_json: string | null
  uploaded_at: string
  read_at: string | null
  /** By which engine it was read, of `reading_engine`; null where that is not known. */
  engine: string | null
}

export interface ReadingEngineTable {
  id: string
  engine_json: string
}

export interface TermTable {
  id: string
  file_id: string
  agreement_id: string
  /** Order of appearance in the paper. */
  position: number
  type: string
  value_json: string
  citations_json: string
  confidence: number
  reader: string
  review: Generated<string>
  reviewed_by: string | null
  reviewed_at: string | null
  /** What a person decided that holds; null where the reading's own holds. */
  decided_value_json: string | null
  decided_citations_json: string | null
  /** Who stands behind it. */
  people_json: Generated<string>
  /** How many decisions were made on it. */
  version: Generated<number>
  /** 1 for a term that a person added. */
  added: Generated<number>
}

export interface DeploymentTable {
  id: string
  slug: string
  name: string
  purpose: string
  audience: string | null
  data_used: string | null
  owner: string | null
  status: string
  answers_json: string
  risk_class: string
  /** Why a person chose another class than the answers propose; null when they didn't. */
  class_exception: string | null
  last_reviewed_on: string | null
  /** Whose it is; null: everybody's. */
  business_unit_id: string | null
  created_at: string
}

export interface DeploymentAgreementTable {
  deployment_id: string
  agreement_id: string
}

export interface ResponsibilityDecisionTable {
  deployment_id: string
  area: string
  allocation: string
  reason: string
  decided_by: string
  decided_at: string
}

/** What happened, to what, by whom; rows are only ever added. */
export interface EventTable {
  id: Generated<number>
  at: string
  actor: string
  action: string
  subject: string
  subject_id: string
  detail_json: string
  /** The network address it came from; null for what no request asked for. */
  origin: string | null
  /** SHA-256 in hex over the row and the hash before it: see trail.ts. */
  hash: string | null
}

/** One row: where the chain of events ends. Writers take turns at it. */
export interface TrailHeadTable {
  id: number
  length: number
  hash: string
}
