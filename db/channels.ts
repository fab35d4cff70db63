import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db } from './connect.ts'

export const ChannelForm = z.enum(['webhook', 'slack', 'teams'])
export type ChannelForm = z.infer<typeof ChannelForm>

/** Where reminders are posted to; removed ones are left out. */
export async function channels(db: Db) {
  const rows = await db
    .selectFrom('channel')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(({ form, ...row }) => ({ ...row, form: ChannelForm.parse(form) }))
}

/** In a transaction. */
export async function insertChannel(
  db: Db,
  input: { name: string; form: ChannelForm; url: string; madeBy: string },
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('channel')
    .values({
      id,
      name: input.name,
      form: input.form,
      url: input.url,
      secret: `whsec_${randomBytes(24).toString('base64')}`,
      made_by: input.madeBy,
      created_at: new Date().toISOString(),
    })
    .execute()
  return id
}

/** In a transaction. Its log stays. */
export async function removeChannel(db: Db, id: string): Promise<void> {
  await db.updateTable('channel').set({ removed_at: new Date().toISOString() }).where('id', '=', id).execute()
}

export interface NewDelivery {
  channelId: string | null
  recipient: string | null
  subject: string
  body: string
}

/** In the transaction that stamps the reminder. */
export async function insertDelivery(db: Db, message: NewDelivery, now: Date): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('delivery')
    .values({
      id,
      channel_id: message.channelId,
      recipient: message.recipient,
      subject: message.subject,
      body: message.body,
      state: 'waiting',
      attempts: 0,
      next_at: now.toISOString(),
      created_at: now.toISOString(),
    })
    .execute()
  return id
}

const withChannel = (db: Db) =>
  db
    .selectFrom('delivery')
    .leftJoin('channel', 'channel.id', 'delivery.channel_id')
    .selectAll('delivery')
    .select(['channel.url', 'channel.secret', 'channel.name as channel_name', 'channel.removed_at'])

export const deliveriesDue = (db: Db, now: Date) =>
  withChannel(db)
    .where('delivery.state', '=', 'waiting')
    .where('delivery.next_at', '<=', now.toISOString())
    .orderBy('delivery.next_at')
    .limit(50)
    .execute()

/** The newest first: what was sent, what waits for its next try, and what was given up. */
export const deliveryLog = (db: Db) =>
  withChannel(db).orderBy('delivery.created_at', 'desc').limit(100).execute()

/** Takes one in hand: counts the try and sets the next before anything is sent. @returns false when another has it */
export async function claimDelivery(
  db: Db,
  { id, attempts }: { id: string; attempts: number },
  nextAt: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ attempts: attempts + 1, next_at: nextAt.toISOString() })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function settleDelivery(
  db: Db,
  id: string,
  { state, outcome }: { state: 'waiting' | 'delivered' | 'failed'; outcome: string },
): Promise<void> {
  await db.updateTable('delivery').set({ state, outcome }).where('id', '=', id).execute()
}
