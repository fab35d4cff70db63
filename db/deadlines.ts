import { z } from 'zod'
import type { Reminded, Reminder } from '#domain/policy/reminders.ts'
import type { Db } from './connect.ts'

export const MarkState = z.enum(['snoozed', 'done'])

export interface DeadlineWork {
  owners: Map<string, { owner: string; deputy: string | null }>
  /** By key and day, as `markKey` writes it. */
  marks: Map<
    string,
    { state: z.infer<typeof MarkState>; until: string | null; reason: string; by: string; at: string }
  >
}

export const markKey = (key: string, dueOn: string) => `${key} ${dueOn}`

/** Who works on which date, and what was set aside or done. */
export async function deadlineWork(db: Db): Promise<DeadlineWork> {
  const owners = await db.selectFrom('deadline_owner').selectAll().execute()
  const marks = await db.selectFrom('deadline_mark').selectAll().execute()
  return {
    owners: new Map(owners.map(({ key, owner, deputy }) => [key, { owner, deputy }])),
    marks: new Map(
      marks.map((m) => [
        markKey(m.key, m.due_on),
        {
          state: MarkState.parse(m.state),
          until: m.until,
          reason: m.reason,
          by: m.marked_by,
          at: m.marked_at,
        },
      ]),
    ),
  }
}

/** Everybody who works on a date, or looks after a paper or a deployment that has some; sorted. */
export async function ownersOfDates(db: Db): Promise<string[]> {
  const named = await Promise.all(
    (['deadline_owner', 'agreement', 'deployment'] as const).map((table) =>
      db.selectFrom(table).select('owner').distinct().execute(),
    ),
  )
  return [...new Set(named.flat().flatMap(({ owner }) => owner || []))].sort()
}

/** How many dates between two ISO days, both included, were set aside or done. */
export async function countMarks(db: Db, from: string, to: string): Promise<number> {
  const { count } = await db
    .selectFrom('deadline_mark')
    .select((w) => w.fn.countAll<number>().as('count'))
    .where('due_on', '>=', from)
    .where('due_on', '<=', to)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** In a transaction. An empty owner gives it back to whoever looks after the agreement. */
export async function setDeadlineOwner(
  db: Db,
  key: string,
  owner: string,
  deputy: string | null,
): Promise<void> {
  if (!owner) {
    await db.deleteFrom('deadline_owner').where('key', '=', key).execute()
    return
  }
  await db
    .insertInto('deadline_owner')
    .values({ key, owner, deputy })
    .onConflict((c) => c.column('key').doUpdateSet({ owner, deputy }))
    .execute()
}

/** In a transaction. Null takes the mark back. */
export async function setDeadlineMark(
  db: Db,
  key: string,
  dueOn: string,
  mark: { state: z.infer<typeof MarkState>; until: string | null; reason: string; by: string } | null,
): Promise<void> {
  if (!mark) {
    await db.deleteFrom('deadline_mark').where('key', '=', key).where('due_on', '=', dueOn).execute()
    return
  }
  const values = {
    state: mark.state,
    until: mark.until,
    reason: mark.reason,
    marked_by: mark.by,
    marked_at: new Date().toISOString(),
  }
  await db
    .insertInto('deadline_mark')
    .values({ key, due_on: dueOn, ...values })
    .onConflict((c) => c.columns(['key', 'due_on']).doUpdateSet(values))
    .execute()
}

/** About dates between two ISO days, both included; about all unless they are given. */
export async function remindersSent(db: Db, days?: { from: string; to: string }): Promise<Reminded[]> {
  let query = db.selectFrom('reminder').selectAll()
  if (days) query = query.where('due_on', '>=', days.from).where('due_on', '<=', days.to)
  const rows = await query.execute()
  return rows.map((r) => ({ key: r.key, date: r.due_on, step: r.step, to: r.recipient }))
}

/** In a transaction, with the message. @returns false when another sweep was there first */
export async function stampReminder(db: Db, { key, date, step, to }: Reminder, now: Date): Promise<boolean> {
  const row = await db
    .insertInto('reminder')
    .values({ key, due_on: date, step, recipient: to, stamped_at: now.toISOString() })
    .onConflict((c) => c.doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}
