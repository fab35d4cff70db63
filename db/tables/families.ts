/** How papers of one relationship belong together, what they name without attaching it, and papers of our own. */
export interface FamilyTables {
  family_order: FamilyOrderTable
  agreement_parent: AgreementParentTable
  agreement_template: AgreementTemplateTable
  incorporated_document: IncorporatedDocumentTable
  incorporated_scan: IncorporatedScanTable
  incorporated_decision: IncorporatedDecisionTable
  version_scan: VersionScanTable
  re_papering: RePaperingTable
}

/** The order of precedence of a family, once a person confirmed it. */
export interface FamilyOrderTable {
  /** The vendor's id and our entity in plain letters. */
  family: string
  groups_json: string
  first_for_json: string
  confirmed_by: string
  confirmed_at: string
}

/** The paper that another belongs under, where a person said so. */
export interface AgreementParentTable {
  agreement_id: string
  parent_id: string
}

/** Our own papers, which others are compared with. */
export interface AgreementTemplateTable {
  agreement_id: string
  marked_by: string
  marked_at: string
}

/** A paper that a version names and does not attach. */
export interface IncorporatedDocumentTable {
  file_id: string
  agreement_id: string
  /** The name in plain letters. */
  name_key: string
  name: string
  kind: string
  citation_json: string
}

/** Versions that were searched for such names. */
export interface IncorporatedScanTable {
  file_id: string
  scanned_at: string
}

/** What a person said about a paper that an agreement names: it is this one, or we can do without. */
export interface IncorporatedDecisionTable {
  agreement_id: string
  name_key: string
  linked_id: string | null
  waived_reason: string | null
  decided_by: string
  decided_at: string
}

/** New versions that were held against what rests on their paper. */
export interface VersionScanTable {
  file_id: string
  scanned_at: string
}

/** A new version made a deployment's papers worse: they are to be negotiated anew. */
export interface RePaperingTable {
  file_id: string
  deployment_id: string
  agreement_id: string
  version: number
  /** Rules whose gaps it opened or made graver. */
  rules_json: string
  /** ISO date. */
  opened_on: string
}
