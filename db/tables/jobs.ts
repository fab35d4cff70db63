import type { Generated } from 'kysely'

export interface JobsTables {
  /** On SQLite only; see `app/services/jobs`. */
  job: JobTable
  export_file: ExportFileTable
}

export interface ExportFileTable {
  id: string
  prepared_on: string
  asked_by: string
  asked_at: string
  state: string
  done: Generated<number>
  total: number
  file_name: string | null
  size: number | null
  /** SHA-256 of its bytes among the originals; no original of the register, so that no backup takes it. */
  kept_as: string | null
}

export interface JobTable {
  id: string
  name: string
  /** What it is about; of one name and key at most one waits. */
  key: string
  data_json: string
  /** waiting → running → gone, waiting again, or parked with its error. */
  state: string
  attempts: number
  run_at: string
  /** Whoever runs it renews this; when it has passed, another may take the job. */
  lease_until: string | null
  /** "host:pid" of who runs it. */
  worker: string | null
  error: string | null
  created_at: string
}
