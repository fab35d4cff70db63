import type { Migration } from 'kysely'
import * as register from './0001-register.ts'
import * as review from './0030-review.ts'
import * as policy from './0040-policy.ts'

/** All migrations in order. One that has landed is never edited; a change is a new file and a line here. */
export const migrations: Record<string, Migration> = {
  '0001-register': register,
  '0030-review': review,
  '0040-policy': policy,
}
