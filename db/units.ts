import { randomUUID } from 'node:crypto'
import type { Db } from './connect.ts'

export interface BusinessUnit {
  id: string
  name: string
}

/** All business units by name. */
export function businessUnits(db: Db): Promise<BusinessUnit[]> {
  return db.selectFrom('business_unit').select(['id', 'name']).orderBy('name').execute()
}

/** @returns its id; that of the unit which has the name already, when there is one */
export async function ensureUnit(db: Db, name: string): Promise<string> {
  const known = await db.selectFrom('business_unit').select('id').where('name', '=', name).executeTakeFirst()
  if (known) return known.id
  const id = randomUUID()
  await db.insertInto('business_unit').values({ id, name, created_at: new Date().toISOString() }).execute()
  return id
}

/** Whose a vendor or a deployment is; null: everybody's. */
export async function setUnitOf(
  db: Db,
  table: 'vendor' | 'deployment',
  id: string,
  unitId: string | null,
): Promise<void> {
  await db.updateTable(table).set({ business_unit_id: unitId }).where('id', '=', id).execute()
}

/** Every vendor and deployment by name, with the unit it belongs to. */
export async function ownedThings(db: Db) {
  const of = (kind: 'vendor' | 'deployment') =>
    db.selectFrom(kind).select(['id', 'name', 'business_unit_id']).orderBy('name').execute()
  const [vendors, deployments] = [await of('vendor'), await of('deployment')]
  return [
    ...vendors.map((row) => ({
      kind: 'vendor' as const,
      id: row.id,
      name: row.name,
      unit: row.business_unit_id,
    })),
    ...deployments.map((row) => ({
      kind: 'deployment' as const,
      id: row.id,
      name: row.name,
      unit: row.business_unit_id,
    })),
  ]
}
