/** What works with the register without a browser: tokens, and requests sent again. */
export interface AutomationTables {
  api_token: ApiTokenTable
  idempotency: IdempotencyTable
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
