import { randomUUID } from 'node:crypto'
import type { Db } from './connect.ts'

/**
 * Names of people for the trail. What the trail holds, and what its hashes are made of, is an alias; the name stands beside it and
 * can be removed without a row of the trail changing.
 */

/** What people see instead of a name that was removed. */
export const removedPerson = 'a removed person'

const isAddress = (text: string) => /^[^\s@]{1,100}@[^\s@]{1,200}$/.test(text)
const isAlias = (text: string) => /^person:[0-9a-f-]{36}$/.test(text)

/** The alias of an e-mail address, made when it is new; anything else ("reader") names no person and stays as it is. */
export async function aliasOf(db: Db, name: string): Promise<string> {
  if (!isAddress(name)) return name
  const find = () => db.selectFrom('actor_alias').select('id').where('name', '=', name).executeTakeFirst()
  const known = await find()
  if (known) return known.id
  await db
    .insertInto('actor_alias')
    .values({ id: `person:${randomUUID()}`, name })
    .onConflict((c) => c.column('name').doNothing())
    .execute()
  return (await find())?.id ?? name
}

/** The value with every e-mail address that is a whole text of it replaced by its alias. */
export async function withAliases(db: Db, value: unknown): Promise<unknown> {
  const names = new Set<string>()
  for (const text of textsOf(value)) if (isAddress(text)) names.add(text)
  const aliases = new Map<string, string>()
  for (const name of names) aliases.set(name, await aliasOf(db, name))
  return mapTexts(value, (text) => aliases.get(text) ?? text)
}

/** The value with names in place of aliases. */
export async function withNames(db: Db, value: unknown): Promise<unknown> {
  const ids = new Set<string>()
  for (const text of textsOf(value)) if (isAlias(text)) ids.add(text)
  if (ids.size === 0) return value
  const rows = await db
    .selectFrom('actor_alias')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const names = new Map(rows.map(({ id, name }) => [id, name ?? removedPerson]))
  return mapTexts(value, (text) => (isAlias(text) ? (names.get(text) ?? removedPerson) : text))
}

/** Takes a name out of the trail. @returns its alias; undefined when the trail doesn't know it */
export async function removeName(db: Db, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('actor_alias').select('id').where('name', '=', name).executeTakeFirst()
  if (row) await db.updateTable('actor_alias').set({ name: null }).where('id', '=', row.id).execute()
  return row?.id
}

function textsOf(value: unknown): string[] {
  const texts: string[] = []
  mapTexts(value, (text) => {
    texts.push(text)
    return text
  })
  return texts
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]))
}
