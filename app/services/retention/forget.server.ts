import { sql } from 'kysely'
import { removedPerson, removeName } from '#db/actors.ts'
import type { Db } from '#db/connect.ts'
import { recordEvent } from '#db/events.ts'
import type { House } from '../house.server.ts'
import { KeptError } from './retention.server.ts'

/** Columns in which one person's name or address may stand, whatever table they are of. */
const personal = /(?:_by|^owner|^email|^actor|^assignee|^identifier|_to)$/

/** Tables that hold nothing but what a person signs in with; their rows go. */
const ofSignIn = ['session', 'credential', 'two_factor', 'one_time_link', 'person_unit'] as const

/**
 * Removes what is personal of a person: they can't sign in any more, and nothing names them. What they decided stays, said
 * by "a removed person"; the trail keeps its rows and its hashes, since it holds an alias that now leads to no name. Words that
 * somebody typed into a text (a reason, a comment) are not searched.
 * @throws KeptError when nobody of that address is known, or it is the last administrator
 */
export async function forgetPerson(house: House, email: string, actor: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['id', 'role', 'disabled_at'])
      .where('email', '=', email)
      .executeTakeFirst()
    if (person?.role === 'administrator' && (await isLastAdministrator(trx, person.id)))
      throw new KeptError('This is the last administrator. Make somebody else one first.')
    const alias = await removeName(trx, email)
    if (!person && !alias) throw new KeptError(`Nobody here is known as ${email}.`)
    if (person) {
      for (const table of ofSignIn) await trx.deleteFrom(table).where('person_id', '=', person.id).execute()
      const now = new Date().toISOString()
      await trx
        .updateTable('person')
        .set({
          name: removedPerson,
          email: `removed-${person.id}@invalid`,
          image: null,
          disabled_at: person.disabled_at ?? now,
          updated_at: now,
        })
        .where('id', '=', person.id)
        .execute()
    }
    await replaceEverywhere(trx, email)
    await recordEvent(trx, {
      actor: actor === email ? removedPerson : actor,
      action: 'removed the personal data of',
      subject: 'person',
      subjectId: person?.id ?? alias ?? '',
    })
  })
}

async function isLastAdministrator(db: Db, id: string): Promise<boolean> {
  const other = await db
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirst()
  return other === undefined
}

/** By the tables there are, so that a table that comes later is not forgotten. The trail is left alone. */
async function replaceEverywhere(db: Db, email: string): Promise<void> {
  const tables = await db.introspection.getTables()
  for (const { name, columns, schema } of tables) {
    // Beside PostgreSQL's own schema stand the queue's, which names nobody.
    if (schema && schema !== 'public') continue
    if (['event', 'trail_head', 'actor_alias', 'person'].includes(name)) continue
    for (const column of columns.filter((one) => personal.test(one.name))) {
      const place = sql.ref(column.name)
      await sql`update ${sql.table(name)} set ${place} = ${removedPerson} where ${place} = ${email}`.execute(
        db,
      )
    }
  }
}
