import { randomUUID } from 'node:crypto'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'

export interface Person {
  id: string
  name: string
  email: string
  role: string
  /** Ids of business units. */
  units: string[]
  /** They opened an address that was mailed to them. */
  emailVerified: boolean
  secondFactor: boolean
  disabledAt: string | null
  createdAt: string
}

const toPerson = (row: Row<'person'>, units: string[]): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  units,
  emailVerified: row.email_verified === 1,
  secondFactor: row.two_factor_enabled === 1,
  disabledAt: row.disabled_at,
  createdAt: row.created_at,
})

async function withUnits(db: Db, rows: Row<'person'>[]): Promise<Person[]> {
  if (rows.length === 0) return []
  const units = await db
    .selectFrom('person_unit')
    .selectAll()
    .where(
      'person_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) =>
    toPerson(
      row,
      units.filter((u) => u.person_id === row.id).map((u) => u.business_unit_id),
    ),
  )
}

/** Everybody by name, those who may no longer sign in included. */
export async function people(db: Db): Promise<Person[]> {
  return withUnits(db, await db.selectFrom('person').selectAll().orderBy('name').execute())
}

export async function personById(db: Db, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await withUnits(db, [row]))[0]
}

/** @param email in any letter case */
export async function personByEmail(db: Db, email: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  return row && (await withUnits(db, [row]))[0]
}

/** Whether there is anybody who may sign in. */
export async function anyPerson(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface NewPerson {
  name: string
  email: string
  role: string
  units?: string[]
}

/** In a transaction. */
export async function insertPerson(db: Db, person: NewPerson): Promise<Person> {
  const now = new Date().toISOString()
  const row = await db
    .insertInto('person')
    .values({
      id: randomUUID(),
      name: person.name,
      email: person.email.trim().toLowerCase(),
      email_verified: 0,
      role: person.role,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await setUnits(db, row.id, person.units ?? [])
  return toPerson(row, person.units ?? [])
}

/** In a transaction. */
export async function setUnits(db: Db, personId: string, unitIds: string[]): Promise<void> {
  await db.deleteFrom('person_unit').where('person_id', '=', personId).execute()
  if (unitIds.length === 0) return
  await db
    .insertInto('person_unit')
    .values([...new Set(unitIds)].map((id) => ({ person_id: personId, business_unit_id: id })))
    .execute()
}

export async function updatePerson(
  db: Db,
  id: string,
  change: { name?: string; role?: string; emailVerified?: true; disabledAt?: string | null },
): Promise<void> {
  await db
    .updateTable('person')
    .set({
      ...(change.name !== undefined && { name: change.name }),
      ...(change.role !== undefined && { role: change.role }),
      ...(change.emailVerified && { email_verified: 1 }),
      ...(change.disabledAt !== undefined && { disabled_at: change.disabledAt }),
      updated_at: new Date().toISOString(),
    })
    .where('id', '=', id)
    .execute()
}

/** How many people can sign in as that role. */
export async function countOfRole(db: Db, role: string): Promise<number> {
  const { count } = await db
    .selectFrom('person')
    .select((w) => w.fn.countAll<number>().as('count'))
    .where('role', '=', role)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Ends every session of a person, or all but one. */
export async function endSessions(db: Db, personId: string, butId?: string): Promise<void> {
  let query = db.deleteFrom('session').where('person_id', '=', personId)
  if (butId) query = query.where('id', '!=', butId)
  await query.execute()
}

/** @returns whether there was such a session of that person */
export async function endSession(db: Db, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Sessions that have not ended, the latest used first. */
export async function sessionsOf(db: Db, personId: string, now: Date) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'ip_address', 'user_agent', 'created_at', 'updated_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now.toISOString())
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.ip_address,
    browser: row.user_agent,
    since: row.created_at,
    lastUsed: row.updated_at,
  }))
}

/** Ids of the people who have chosen a password or come by single sign-on, and of who is signed in (in the demo without either). */
export async function peopleWithAWayIn(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('credential')
    .select('person_id')
    .union(db.selectFrom('session').select('person_id'))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Whether that person signs in with a password. */
export async function hasPassword(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('credential')
    .select('id')
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a person's second factor away, so that the next sign-in asks for the password alone. */
export async function removeSecondFactor(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('two_factor').where('person_id', '=', personId).execute()
  await db.updateTable('person').set({ two_factor_enabled: 0 }).where('id', '=', personId).execute()
}

/** Sets or replaces the password. In a transaction. @param hash as better-auth makes it */
export async function setPassword(db: Db, personId: string, hash: string): Promise<void> {
  const now = new Date().toISOString()
  await db
    .deleteFrom('credential')
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .execute()
  await db
    .insertInto('credential')
    .values({
      id: randomUUID(),
      person_id: personId,
      account_id: personId,
      provider_id: 'credential',
      password: hash,
      created_at: now,
      updated_at: now,
    })
    .execute()
}
