import type { Migration } from 'kysely'
import * as register from './0001-register.ts'
import * as access from './0010-access.ts'
import * as policy from './0040-policy.ts'
import * as jobs from './0090-jobs.ts'

/** All migrations in order. One that has landed is never edited; a change is a new file and a line here. */
export const migrations: Record<string, Migration> = {
  '0001-register': register,
  '0010-access': access,
  '0040-policy': policy,
  '0090-jobs': jobs,
}
