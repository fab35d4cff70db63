import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { HoldInput, RetentionPolicy } from '#domain/register/retention.ts'
import type { Db } from './connect.ts'
import { originalsInUse } from './originals.ts'
import { countOf, type PageAsked, pageOf } from './pages.ts'
import { removeFromIndex } from './search-index.ts'

const onlyRow = 'agreements'
const Hashes = z.array(z.string())

/** How long ended agreements are kept; undefined while nobody has said so, and then nothing is ever due. */
export async function retentionPolicy(db: Db): Promise<RetentionPolicy | undefined> {
  const row = await db.selectFrom('retention_policy').selectAll().executeTakeFirst()
  return row && { months: row.months, automatic: row.automatic === 1 }
}

/** @param policy undefined keeps everything */
export async function setRetentionPolicy(db: Db, policy: RetentionPolicy | undefined): Promise<void> {
  await db.deleteFrom('retention_policy').execute()
  if (policy)
    await db
      .insertInto('retention_policy')
      .values({ id: onlyRow, months: policy.months, automatic: policy.automatic ? 1 : 0 })
      .execute()
}

/** Notes which agreements are marked as ended since today, and forgets those that are no more. */
export async function noteEnded(db: Db, today: string): Promise<void> {
  const ended = db.selectFrom('agreement').select('id').where('status', 'in', ['expired', 'terminated'])
  await db.deleteFrom('ended_agreement').where('agreement_id', 'not in', ended).execute()
  const fresh = await ended
    .where('id', 'not in', (q) => q.selectFrom('ended_agreement').select('agreement_id'))
    .execute()
  for (const { id } of fresh)
    await db
      .insertInto('ended_agreement')
      .values({ agreement_id: id, ended_on: today })
      .onConflict((c) => c.doNothing())
      .execute()
}

const endedRows = (db: Db) =>
  db
    .selectFrom('ended_agreement as e')
    .innerJoin('agreement as a', 'a.id', 'e.agreement_id')
    .innerJoin('vendor as v', 'v.id', 'a.vendor_id')
    .select(['a.id', 'a.slug', 'a.title', 'a.vendor_id', 'v.name as vendor', 'e.ended_on'])
    .orderBy('e.ended_on')
    .orderBy('a.title')
    .orderBy('a.id')

/** Agreements marked as ended, the longest ago first, and whether a hold keeps them; one alone when asked. */
export async function endedAgreements(db: Db, of: { id?: string } = {}) {
  let query = endedRows(db)
  if (of.id) query = query.where('a.id', '=', of.id)
  return withHolds(db, await query.execute())
}

/** One page of them. */
export async function endedPage(db: Db, asked: PageAsked) {
  const all = db.selectFrom('ended_agreement as e').innerJoin('agreement as a', 'a.id', 'e.agreement_id')
  const page = await pageOf(await countOf(all), endedRows(db), asked)
  return { ...page, rows: await withHolds(db, page.rows) }
}

async function withHolds<R extends { id: string; vendor_id: string; ended_on: string }>(db: Db, rows: R[]) {
  const held = new Set((await standingHolds(db)).map(({ subject, subjectId }) => `${subject} ${subjectId}`))
  return rows.map(({ ended_on, vendor_id, ...row }) => ({
    ...row,
    endedOn: ended_on,
    held: held.has(`agreement ${row.id}`) || held.has(`vendor ${vendor_id}`),
  }))
}

/** Holds that have not been lifted, the newest first. */
export async function standingHolds(db: Db) {
  const rows = await db
    .selectFrom('legal_hold as h')
    .leftJoin('agreement as a', (j) => j.onRef('a.id', '=', 'h.subject_id').on('h.subject', '=', 'agreement'))
    .leftJoin('vendor as v', (j) => j.onRef('v.id', '=', 'h.subject_id').on('h.subject', '=', 'vendor'))
    .select([
      'h.id',
      'h.subject',
      'h.subject_id',
      'h.reason',
      'h.placed_by',
      'h.placed_at',
      'a.title',
      'a.slug as agreement_slug',
      'v.name',
      'v.slug as vendor_slug',
    ])
    .where('h.lifted_at', 'is', null)
    .orderBy('h.placed_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    subjectId: row.subject_id,
    reason: row.reason,
    placedBy: row.placed_by,
    placedAt: row.placed_at,
    title: row.title ?? row.name ?? '',
    address: row.agreement_slug ? `/agreements/${row.agreement_slug}` : `/vendors/${row.vendor_slug}`,
  }))
}

/** Whether a hold on the agreement or on its vendor keeps it. */
export async function isHeld(db: Db, agreement: { id: string; vendorId: string }): Promise<boolean> {
  const row = await db
    .selectFrom('legal_hold')
    .select('id')
    .where('lifted_at', 'is', null)
    .where((w) =>
      w.or([
        w.and([w('subject', '=', 'agreement'), w('subject_id', '=', agreement.id)]),
        w.and([w('subject', '=', 'vendor'), w('subject_id', '=', agreement.vendorId)]),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** @returns the hold's id */
export async function insertHold(db: Db, hold: HoldInput, by: string, at: string): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('legal_hold')
    .values({
      id,
      subject: hold.subject,
      subject_id: hold.subjectId,
      reason: hold.reason,
      placed_by: by,
      placed_at: at,
    })
    .execute()
  return id
}

/** @returns what was held; undefined when there is no such hold that stands */
export async function liftHold(db: Db, id: string, by: string, at: string) {
  return db
    .updateTable('legal_hold')
    .set({ lifted_by: by, lifted_at: at })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .returning(['subject', 'subject_id', 'reason'])
    .executeTakeFirst()
}

/** Deletes an agreement with its files and terms, and leaves a stone where it was. */
export async function deleteAgreement(
  db: Db,
  agreementId: string,
  { by, at, reason }: { by: string; at: string; reason: string },
): Promise<void> {
  const files = await db
    .selectFrom('agreement_file')
    .select('sha256')
    .where('agreement_id', '=', agreementId)
    .execute()
  await db.deleteFrom('agreement').where('id', '=', agreementId).execute()
  await removeFromIndex(db, 'agreement', agreementId)
  await db
    .insertInto('deleted_agreement')
    .values({
      agreement_id: agreementId,
      sha256s_json: JSON.stringify([...new Set(files.map(({ sha256 }) => sha256))]),
      deleted_by: by,
      deleted_at: at,
      reason,
    })
    .execute()
}

/** Originals of deleted agreements that nothing else names. */
export async function orphanedOriginals(db: Db): Promise<string[]> {
  const stones = await db.selectFrom('deleted_agreement').select('sha256s_json').execute()
  const hashes = [...new Set(stones.flatMap((row) => Hashes.parse(JSON.parse(row.sha256s_json))))]
  const used = new Set(await originalsInUse(db))
  return hashes.filter((sha256) => !used.has(sha256))
}
