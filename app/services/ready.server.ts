import type { House } from './house.server.ts'

export type Check = 'ok' | 'failed'

/** What the work needs, each asked now. Says nothing of why: that is for the log. */
export async function readiness(house: House): Promise<Record<'database' | 'originals' | 'readers', Check>> {
  const database = await house.db
    .selectFrom('retention_policy')
    .select('id')
    .execute()
    .then(
      () => true,
      (error: unknown) => {
        house.log.error({ err: error }, 'the database does not answer')
        return false
      },
    )
  const originals = await house.originals.writable()
  const said = (sound: boolean): Check => (sound ? 'ok' : 'failed')
  return { database: said(database), originals: said(originals), readers: said(house.readers.open) }
}
