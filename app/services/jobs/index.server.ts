import { isPostgres } from '#db/dialect.ts'
import type { Jobs, JobsPlace } from './jobs.ts'
import { postgresJobs } from './postgres.server.ts'
import { sqliteJobs } from './sqlite.server.ts'

/** Jobs where the register is: pg-boss on PostgreSQL, a small table with leases on SQLite. */
export const createJobs = (place: JobsPlace): Jobs =>
  isPostgres(place.db) ? postgresJobs(place) : sqliteJobs(place)
