import type { Kysely } from 'kysely'
import type { Db } from '#db/connect.ts'
import { recordEvent } from '#db/events.ts'
import { insertPerson, personByEmail, updatePerson } from '#db/people.ts'
import type { Schema } from '#db/schema.ts'
import type { Auth } from './auth.server.ts'
import type { House } from './house.server.ts'
import { type Role, roleTitles } from './permissions.ts'

/** A domain that nobody can own (RFC 2606). */
const demoEmail = (role: Role) => `${role}@demo.example`

/** Signs a visitor of the demo in as a role. @returns the cookies of the session */
export async function signInAs({ db }: House, auth: Auth, role: Role): Promise<string[]> {
  const person = await db.transaction().execute(async (trx) => {
    const known = await personByEmail(trx, demoEmail(role))
    if (known?.disabledAt) await updatePerson(trx, known.id, { disabledAt: null })
    const found =
      known ?? (await insertPerson(trx, { name: `${roleTitles[role]} (demo)`, email: demoEmail(role), role }))
    await recordEvent(trx, {
      actor: found.email,
      action: 'signed in',
      subject: 'person',
      subjectId: found.id,
      detail: { by: 'demo' },
    })
    return found
  })
  const { headers } = await auth.api.startSession({ body: { personId: person.id }, returnHeaders: true })
  return headers.getSetCookie()
}

/** Shuts out who came in by the demo, once the server runs without it. */
export async function retireDemoPeople(db: Kysely<Schema>): Promise<void> {
  const left = await db
    .selectFrom('person')
    .select('id')
    .where('email', 'like', '%@demo.example')
    .where('disabled_at', 'is', null)
    .execute()
  for (const { id } of left) await db.transaction().execute((trx) => retire(trx, id))
}

async function retire(db: Db, id: string): Promise<void> {
  await updatePerson(db, id, { disabledAt: new Date().toISOString() })
  await db.deleteFrom('session').where('person_id', '=', id).execute()
}
