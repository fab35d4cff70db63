import { randomUUID } from 'node:crypto'
import { Seat, Seen, SignOff } from '#domain/governance/sign-offs.ts'
import type { Db } from './connect.ts'

/** Sign-offs of a deployment for one purpose ("class", "launch", "resume:…"), newest first. */
export async function signOffsOf(db: Db, deploymentId: string, purpose: string): Promise<SignOff[]> {
  const rows = await db
    .selectFrom('sign_off')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .where('purpose', '=', purpose)
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) =>
    SignOff.parse({
      id: row.id,
      seat: Seat.parse(row.seat),
      verdict: row.verdict,
      note: row.note,
      seen: Seen.parse(JSON.parse(row.seen_json)),
      userId: row.user_id,
      userName: row.user_name,
      at: row.at,
    }),
  )
}

/** In a transaction; rows are only ever added. */
export async function insertSignOff(
  db: Db,
  deploymentId: string,
  purpose: string,
  signOff: Omit<SignOff, 'id' | 'at'>,
): Promise<void> {
  await db
    .insertInto('sign_off')
    .values({
      id: randomUUID(),
      deployment_id: deploymentId,
      purpose,
      seat: signOff.seat,
      verdict: signOff.verdict,
      note: signOff.note,
      seen_json: JSON.stringify(signOff.seen),
      user_id: signOff.userId,
      user_name: signOff.userName,
      at: new Date().toISOString(),
    })
    .execute()
}
