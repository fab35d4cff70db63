import type { Kysely } from 'kysely'
import { insertPolicyVersion, policyContent, policyNumber } from '#db/policy.ts'
import type { Schema } from '#db/schema.ts'
import { Policy } from '#domain/policy/policy.ts'
import { loadPlaybooks } from '#playbooks/index.ts'

/** The rules in force, at hand without a query. */
export interface PolicyShelf {
  readonly current: Policy
  /** Of the version in force. */
  readonly number: number
  /** Takes up what another process published. One small query when nothing changed. */
  refresh(): Promise<void>
}

/** Opens the register's rules; a new register begins with what the project ships, as version 1. */
export async function openPolicyShelf(db: Kysely<Schema>): Promise<PolicyShelf> {
  if ((await policyNumber(db)) === 0)
    await insertPolicyVersion(db, {
      number: 1,
      content: loadPlaybooks(),
      note: 'What Carveout ships with: a starting position.',
      draftedBy: [],
      publishedBy: 'Carveout',
      aloneReason: null,
    })
  let held = await inForce(db)
  return {
    get current() {
      return held.policy
    },
    get number() {
      return held.number
    },
    async refresh() {
      if ((await policyNumber(db)) !== held.number) held = await inForce(db)
    },
  }
}

async function inForce(db: Kysely<Schema>) {
  const number = await policyNumber(db)
  return { number, policy: parsePolicy(await policyContent(db, number)) }
}

/** Stored rules, checked; a part that a later release added is taken from what the project ships. */
export const parsePolicy = (content: unknown): Policy =>
  Policy.parse({ ...loadPlaybooks(), ...(typeof content === 'object' ? content : {}) })
