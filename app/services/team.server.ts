import { recordEvent } from '#db/events.ts'
import {
  countOfRole,
  endSessions,
  type Person,
  people,
  peopleWithAWayIn,
  personById,
  removeSecondFactor,
  setUnits,
  updatePerson,
} from '#db/people.ts'
import { secondFactorRequired } from '#db/sign-in-rule.ts'
import { businessUnits, ownedThings, setUnitOf } from '#db/units.ts'
import type { House } from './house.server.ts'
import { Role, roleTitles } from './permissions.ts'
import type { User } from './user.server.ts'

/** Everything the people's screen shows. */
export async function team({ db }: Pick<House, 'db'>) {
  const [everybody, units, in_] = await Promise.all([people(db), businessUnits(db), peopleWithAWayIn(db)])
  const [owned, required] = [await ownedThings(db), await secondFactorRequired(db)]
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  return {
    units,
    owned,
    secondFactorRequired: required,
    people: everybody.map((person) => ({
      ...person,
      unitNames: person.units.map((id) => nameOf.get(id) ?? ''),
      state: person.disabledAt ? 'shut out' : in_.has(person.id) ? 'signs in' : 'invited',
    })),
  }
}

/** @throws Response 404 */
export async function requirePerson({ db }: Pick<House, 'db'>, id: string | undefined): Promise<Person> {
  const person = await personById(db, id ?? '')
  if (!person) throw new Response('There is nobody at this address.', { status: 404 })
  return person
}

/**
 * Changes what somebody may do and see. With another role they sign in anew; other units hold from the next request on.
 * @returns why not, as a sentence; null when it is done
 */
export async function changePerson(
  { db }: Pick<House, 'db'>,
  person: Person,
  change: { role: Role; units: string[] },
  by: User,
): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    const last = person.role === 'administrator' && (await countOfRole(trx, 'administrator')) <= 1
    if (last && change.role !== 'administrator')
      return 'There must be an administrator. Make somebody else one first.'
    await updatePerson(trx, person.id, { role: change.role })
    await setUnits(trx, person.id, change.units)
    if (change.role !== person.role) await endSessions(trx, person.id)
    await recordEvent(trx, {
      actor: by.email,
      action: 'changed the rights of',
      subject: 'person',
      subjectId: person.id,
      detail: { email: person.email },
      before: { role: person.role, units: person.units },
      after: change,
    })
    return null
  })
}

/** Shuts somebody out at once, or lets them in again. @returns why not, as a sentence; null when it is done */
export async function shutOut(
  { db }: Pick<House, 'db'>,
  person: Person,
  out: boolean,
  by: User,
): Promise<string | null> {
  if (person.id === by.id) return 'You can’t shut yourself out. Ask another administrator.'
  return db.transaction().execute(async (trx) => {
    await updatePerson(trx, person.id, { disabledAt: out ? new Date().toISOString() : null })
    if (out) await endSessions(trx, person.id)
    await recordEvent(trx, {
      actor: by.email,
      action: out ? 'shut out' : 'let in again',
      subject: 'person',
      subjectId: person.id,
      detail: { email: person.email, role: roleTitles[Role.parse(person.role)] },
    })
    return null
  })
}

/** Signs somebody out everywhere. */
export async function endAllSessions({ db }: Pick<House, 'db'>, person: Person, by: User): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await endSessions(trx, person.id)
    await recordEvent(trx, {
      actor: by.email,
      action: 'ended every session of',
      subject: 'person',
      subjectId: person.id,
      detail: { email: person.email },
    })
  })
}

/** For somebody who lost their phone: the password alone gets them in, until they set up a second factor anew. */
export async function withoutSecondFactor(
  { db }: Pick<House, 'db'>,
  person: Person,
  by: User,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await removeSecondFactor(trx, person.id)
    await recordEvent(trx, {
      actor: by.email,
      action: 'removed the second factor of',
      subject: 'person',
      subjectId: person.id,
      detail: { email: person.email },
    })
  })
}

/** Says whose a vendor or a deployment is; null: everybody's. */
export async function giveTo(
  { db }: Pick<House, 'db'>,
  thing: { kind: 'vendor' | 'deployment'; id: string },
  unitId: string | null,
  by: User,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await setUnitOf(trx, thing.kind, thing.id, unitId)
    await recordEvent(trx, {
      actor: by.email,
      action: 'changed the business unit of',
      subject: thing.kind,
      subjectId: thing.id,
      after: { unit: unitId },
    })
  })
}
