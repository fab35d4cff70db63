/** How long ended agreements are kept, what must not be deleted, and what is left of what was. */
export interface RetentionTables {
  retention_policy: RetentionPolicyTable
  ended_agreement: EndedAgreementTable
  legal_hold: LegalHoldTable
  deleted_agreement: DeletedAgreementTable
  actor_alias: ActorAliasTable
}

/** At most one row. */
export interface RetentionPolicyTable {
  id: string
  /** Months after an agreement was marked as ended. */
  months: number
  /** 1 when what is due goes by itself. */
  automatic: number
}

/** Since when an agreement has been marked as expired or terminated. */
export interface EndedAgreementTable {
  agreement_id: string
  ended_on: string
}

export interface LegalHoldTable {
  id: string
  /** agreement or vendor. */
  subject: string
  subject_id: string
  reason: string
  placed_by: string
  placed_at: string
  lifted_by: string | null
  lifted_at: string | null
}

/** What stays of an agreement that was deleted: that it was there, and which originals went with it. */
export interface DeletedAgreementTable {
  agreement_id: string
  sha256s_json: string
  deleted_by: string
  deleted_at: string
  reason: string
}

/** What the trail calls a person: it holds the id, so that the name can go and the trail stays whole. */
export interface ActorAliasTable {
  id: string
  /** Their e-mail address; null once their data was removed. */
  name: string | null
}
