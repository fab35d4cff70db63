import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

/** What the second reader came to: the same, another value, or that the paper does not say it. */
export const SpotVerdict = z.enum(['same', 'other', 'not_there'])
export type SpotVerdict = z.infer<typeof SpotVerdict>

const Value = z.record(z.string(), z.unknown())

export const SpotCheck = z.object({
  id: z.string(),
  agreementId: z.string(),
  termId: z.string(),
  type: z.string(),
  confirmedBy: z.string(),
  confirmedValue: Value,
  chosenAt: z.string(),
  verdict: SpotVerdict.nullable(),
  value: Value.nullable(),
  readBy: z.string().nullable(),
  readAt: z.string().nullable(),
})
export type SpotCheck = z.infer<typeof SpotCheck>

const toSpotCheck = (row: Row<'spot_check'>): SpotCheck =>
  SpotCheck.parse({
    id: row.id,
    agreementId: row.agreement_id,
    termId: row.term_id,
    type: row.type,
    confirmedBy: row.confirmed_by,
    confirmedValue: JSON.parse(row.confirmed_value_json),
    chosenAt: row.chosen_at,
    verdict: row.verdict,
    value: row.value_json && JSON.parse(row.value_json),
    readBy: row.read_by,
    readAt: row.read_at,
  })

/** Chooses a confirmed term for a blind second reading. */
export async function insertSpotCheck(
  db: Db,
  check: Pick<SpotCheck, 'agreementId' | 'termId' | 'type' | 'confirmedBy' | 'confirmedValue'> & {
    decisionId: string
  },
): Promise<void> {
  await db
    .insertInto('spot_check')
    .values({
      id: randomUUID(),
      agreement_id: check.agreementId,
      term_id: check.termId,
      decision_id: check.decisionId,
      type: check.type,
      confirmed_by: check.confirmedBy,
      confirmed_value_json: JSON.stringify(check.confirmedValue),
      chosen_at: new Date().toISOString(),
    })
    .execute()
}

/** All of them, the oldest first. */
export async function spotChecks(db: Db): Promise<SpotCheck[]> {
  return (await db.selectFrom('spot_check').selectAll().orderBy('chosen_at').execute()).map(toSpotCheck)
}

export async function spotCheckById(db: Db, id: string): Promise<SpotCheck | undefined> {
  const row = await db.selectFrom('spot_check').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSpotCheck(row)
}

/** Records what the second reader read. @returns false when it had been read before */
export async function setSpotVerdict(
  db: Db,
  id: string,
  read: { verdict: SpotVerdict; value: SpotCheck['value']; note: string | null; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('spot_check')
    .set({
      verdict: read.verdict,
      value_json: read.value && JSON.stringify(read.value),
      note: read.note,
      read_by: read.by,
      read_at: new Date().toISOString(),
    })
    .where('id', '=', id)
    .where('verdict', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
