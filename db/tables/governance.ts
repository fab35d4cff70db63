/** Deployments under governance: controls, sign-offs and what follows from them. */
export interface GovernanceTables {
  classification: ClassificationTable
  control: ControlTable
  control_evidence: ControlEvidenceTable
  sign_off: SignOffTable
  deployment_use: DeploymentUseTable
  checklist_mark: ChecklistMarkTable
  deployment_version: DeploymentVersionTable
  version_use: VersionUseTable
  known_safe_set: KnownSafeSetTable
  deployment_stop: DeploymentStopTable
  escalation_card: EscalationCardTable
  log_check: LogCheckTable
  incident: IncidentTable
  incident_entry: IncidentEntryTable
  incident_clock: IncidentClockTable
  loss_model: LossModelTable
  exercise: ExerciseTable
  reviewer_playbook: ReviewerPlaybookTable
  knowledge_source: KnowledgeSourceTable
  measure_count: MeasureCountTable
  measure_threshold: MeasureThresholdTable
}

/** A class that a deployment had, with the answers it rested on. */
export interface ClassificationTable {
  deployment_id: string
  version: number
  risk_class: string
  answers_json: string
  exception: string
  /** Empty where the register did not keep it yet. */
  set_by: string
  set_at: string
}

export interface ControlTable {
  deployment_id: string
  control: string
  status: string
  owner: string
  reason: string
  updated_at: string
}

export interface ControlEvidenceTable {
  id: string
  deployment_id: string
  control: string
  kind: string
  title: string
  detail: string
  passed: number
  file_name: string | null
  sha256: string | null
  expires_on: string
  recorded_by: string
  recorded_at: string
}

export interface SignOffTable {
  id: string
  deployment_id: string
  /** "class", "launch", or "resume:" and the id of the stop. */
  purpose: string
  seat: string
  verdict: string
  note: string
  /** Hashes of what was seen, by part. */
  seen_json: string
  user_id: string
  user_name: string
  at: string
}

export interface DeploymentUseTable {
  id: string
  deployment_id: string
  intent: string
  title: string
  stance: string
  risk_class: string
  uses_json: string
  triggers_json: string
  reviewer: string
  created_at: string
}

export interface ChecklistMarkTable {
  deployment_id: string
  item: string
  done: number
  note: string
  marked_by: string
  marked_at: string
}

export interface DeploymentVersionTable {
  id: string
  deployment_id: string
  kind: string
  name: string
  version: string
  /** Of the content, as the pipeline or the register reckoned it. */
  hash: string
  content: string | null
  note: string
  registered_by: string
  registered_at: string
}

export interface VersionUseTable {
  id: string
  deployment_id: string
  version_id: string
  /** "registered", "pinned" or "rolled back". */
  how: string
  why: string
  used_by: string
  used_from: string
}

export interface KnownSafeSetTable {
  id: string
  deployment_id: string
  version_ids_json: string
  note: string
  marked_by: string
  marked_at: string
}

export interface DeploymentStopTable {
  id: string
  deployment_id: string
  why: string
  stopped_by: string
  stopped_at: string
  status_before: string
  /** Everything that stood at that moment, as canonical JSON, and its SHA-256. */
  snapshot_json: string
  snapshot_hash: string
  /** Who was told, how, and whether it got through. */
  told_json: string
  resumed_by: string | null
  resumed_at: string | null
  resumed_why: string | null
}

export interface EscalationCardTable {
  deployment_id: string
  card_json: string
  updated_by: string
  updated_at: string
}

export interface LogCheckTable {
  id: string
  deployment_id: string
  file_name: string
  sha256: string
  report_json: string
  checked_by: string
  checked_at: string
}

export interface IncidentTable {
  id: string
  /** "2026-3": the third of the year. */
  slug: string
  deployment_id: string
  title: string
  kind: string
  severity: string
  near_miss: number
  description: string
  happened_at: string
  /** When we knew: clocks run from here. */
  known_at: string
  intent: string
  affected: string
  laws_json: string
  cause: string
  contained_at: string | null
  closed_at: string | null
  re_papering: number
  reported_by: string
  reported_at: string
}

export interface IncidentEntryTable {
  id: string
  incident_id: string
  at: string
  kind: string
  /** The clock that this stops. */
  clock: string | null
  words: string
  file_name: string | null
  sha256: string | null
  recorded_by: string
  recorded_at: string
}

export interface IncidentClockTable {
  id: string
  incident_id: string
  who: string
  title: string
  /** From when we knew. */
  hours: number
  source: string
  set_by: string
  set_at: string
}

export interface LossModelTable {
  deployment_id: string
  model_json: string
  updated_by: string
  updated_at: string
}

export interface ExerciseTable {
  id: string
  deployment_id: string
  scenario: string
  held_on: string
  attendees: string
  lead: string
  answers_json: string
  lessons: string
  ended_at: string | null
}

export interface ReviewerPlaybookTable {
  deployment_id: string
  version: number
  content_json: string
  published_by: string
  published_at: string
}

export interface KnowledgeSourceTable {
  id: string
  deployment_id: string
  title: string
  owner: string
  version: string
  reviewed_on: string
  review_months: number
}

export interface MeasureCountTable {
  id: string
  deployment_id: string
  measure: string
  starts_on: string
  ends_on: string
  /** "all", "intent", "channel" …, and which of them. */
  dimension: string
  dimension_value: string
  count: number
  /** Out of how many; null for a bare count. */
  total: number | null
  sent_by: string
  sent_at: string
}

export interface MeasureThresholdTable {
  deployment_id: string
  measure: string
  /** Null: no alert on this side. */
  above: number | null
  below: number | null
  set_by: string
  set_at: string
}
