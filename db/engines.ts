import { createHash } from 'node:crypto'
import { Engine } from '#domain/reading/engine.ts'
import type { Db } from './connect.ts'

/** Engines that papers were read by. */

/** An engine's id: a hash of what it is made of. */
export const engineId = (engine: Engine): string =>
  createHash('sha256')
    .update(JSON.stringify([engine.structure, Object.entries(engine.readers).sort()]))
    .digest('hex')
    .slice(0, 16)

/** Says that a file was read by an engine. */
export async function setEngine(db: Db, fileId: string, engine: Engine): Promise<void> {
  const id = engineId(engine)
  await db
    .insertInto('reading_engine')
    .values({ id, engine_json: JSON.stringify(engine) })
    .onConflict((c) => c.doNothing())
    .execute()
  await db.updateTable('agreement_file').set({ engine: id }).where('id', '=', fileId).execute()
}

/** The engine that a file was read by; null where that is not known. */
export async function engineOf(db: Db, fileId: string): Promise<Engine | null> {
  const row = await db
    .selectFrom('agreement_file as f')
    .innerJoin('reading_engine as e', 'e.id', 'f.engine')
    .select('e.engine_json')
    .where('f.id', '=', fileId)
    .executeTakeFirst()
  return row ? Engine.parse(JSON.parse(row.engine_json)) : null
}

const read = (db: Db) => db.selectFrom('agreement_file').where('state', '=', 'read')
const behind = (db: Db, engine: Engine) =>
  read(db).where((w) => w.or([w('engine', '!=', engineId(engine)), w('engine', 'is', null)]))

/** Ids of some files that were read by another engine. */
export async function filesBehind(db: Db, engine: Engine, limit: number): Promise<string[]> {
  const rows = await behind(db, engine).select('id').orderBy('uploaded_at', 'desc').limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** How many papers an engine has not read yet, of all that were read. */
export async function readingsBehind(db: Db, engine: Engine): Promise<{ behind: number; all: number }> {
  const count = async (query: ReturnType<typeof read>) => {
    const { count } = await query.select((w) => w.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    return Number(count)
  }
  return { behind: await count(behind(db, engine)), all: await count(read(db)) }
}
