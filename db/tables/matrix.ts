/** Responsibility matrices that were kept and signed, and the Word file they are written into. */
export interface MatrixTables {
  matrix_version: MatrixVersionTable
  matrix_template: MatrixTemplateTable
  document_style: DocumentStyleTable
}

export interface MatrixVersionTable {
  id: string
  deployment_id: string
  /** Counts from 1 in each deployment. */
  number: number
  rows_json: string
  note: string
  made_by: string
  made_at: string
  signed_by: string | null
  signed_at: string | null
}

/** At most one row: our own Word file with named places. */
export interface MatrixTemplateTable {
  id: string
  file_name: string
  sha256: string
  made_by: string
  made_at: string
}

/** At most one row: how our Word documents look. */
export interface DocumentStyleTable {
  id: string
  /** en, de or fr. */
  language: string
  /** Of the logo; null when there is none. */
  file_name: string | null
  sha256: string | null
  /** In pixels. */
  width: number | null
  height: number | null
  made_by: string
  made_at: string
}
