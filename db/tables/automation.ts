/** What works with the register without a browser: tokens, repeated requests, files that came in, remembered mappings. */
export interface AutomationTables {
  api_token: ApiTokenTable
  idempotency: IdempotencyTable
  intake_item: IntakeItemTable
  import_mapping: ImportMappingTable
}

export interface ApiTokenTable {
  id: string
  /** E-mail address of whom it acts for. */
  owner: string
  name: string
  scope: string
  /** The first characters of the secret, to tell tokens apart. */
  prefix: string
  secret_sha256: string
  created_at: string
  last_used_at: string | null
  revoked_at: string | null
}

/** A POST that was sent with a key, and its answer; without a status it is still being worked on. */
export interface IdempotencyTable {
  owner: string
  key: string
  request_sha256: string
  status: number | null
  answer_json: string | null
  created_at: string
}

/** A file of the watched folder, or a mail, and what became of it. */
export interface IntakeItemTable {
  id: string
  /** "folder" or "mail". */
  source: string
  file_name: string
  sha256: string
  subject: string | null
  sender: string | null
  /** "taken" or "failed". */
  state: string
  reason: string | null
  agreements_json: string
  taken_at: string
}

/** Which column of a list is which field, remembered by the columns' names. */
export interface ImportMappingTable {
  columns_sha256: string
  kind: string
  mapping_json: string
  used_at: string
}
