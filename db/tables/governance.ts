/** Deployments under governance: controls, sign-offs and what follows from them. */
export interface GovernanceTables {
  control: ControlTable
  control_evidence: ControlEvidenceTable
  sign_off: SignOffTable
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
