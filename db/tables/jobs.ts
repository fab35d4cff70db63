/** On SQLite only; see `app/services/jobs`. */
export interface JobsTables {
  job: JobTable
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
