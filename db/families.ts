import { z } from 'zod'
import type { ConfirmedOrder } from '#domain/policy/family/order.ts'
import type { Db } from './connect.ts'

const Groups = z.array(z.array(z.string()))
const FirstFor = z.record(z.string(), z.array(z.string()))

/** Orders of precedence that people confirmed, by family. */
export async function confirmedOrders(db: Db): Promise<Map<string, ConfirmedOrder>> {
  const rows = await db.selectFrom('family_order').selectAll().execute()
  return new Map(
    rows.map((row) => [
      row.family,
      {
        groups: Groups.parse(JSON.parse(row.groups_json)),
        firstFor: FirstFor.parse(JSON.parse(row.first_for_json)),
        by: row.confirmed_by,
        at: row.confirmed_at,
      },
    ]),
  )
}

/** Sets the order of one family, or takes it back (null). */
export async function setConfirmedOrder(
  db: Db,
  family: string,
  order: Omit<ConfirmedOrder, 'at'> | null,
): Promise<void> {
  await db.deleteFrom('family_order').where('family', '=', family).execute()
  if (!order) return
  await db
    .insertInto('family_order')
    .values({
      family,
      groups_json: JSON.stringify(order.groups),
      first_for_json: JSON.stringify(order.firstFor),
      confirmed_by: order.by,
      confirmed_at: new Date().toISOString(),
    })
    .execute()
}

/** Child id to parent id, where people said so. */
export async function agreementParents(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('agreement_parent').selectAll().execute()
  return new Map(rows.map((row) => [row.agreement_id, row.parent_id]))
}

export async function setParent(db: Db, agreementId: string, parentId: string | null): Promise<void> {
  await db.deleteFrom('agreement_parent').where('agreement_id', '=', agreementId).execute()
  if (!parentId) return
  await db.insertInto('agreement_parent').values({ agreement_id: agreementId, parent_id: parentId }).execute()
}
