import { chunk } from 'es-toolkit'
import type { Insertable } from 'kysely'
import { z } from 'zod'
import type { Db } from './connect.ts'
import type { Schema } from './schema.ts'

/**
 * What the papers come to on a day, kept between requests. Triggers note every change that an assessment rests on (see the
 * migration); `takeChanges` turns the notes into questions (`asked`), and an answer counts only for the question it was
 * reckoned for, so that of two processes the slower one never writes over newer work.
 */

export type StandingSubject = 'agreement' | 'deployment'
export interface ToReckon {
  subject: StandingSubject
  id: string
  asked: number
}

const notesAtOnce = 5000
const idsAtOnce = 5000

/** Whether something was changed that nobody has taken notice of. One small query. */
export const hasChanges = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('standing_change').select('number').limit(1).executeTakeFirst()) !== undefined

/** In a transaction: takes the notes away and asks anew for what they touch, for every day that is kept. */
export async function takeChanges(trx: Db): Promise<void> {
  const notes = await trx
    .deleteFrom('standing_change')
    .where('number', 'in', (q) =>
      q.selectFrom('standing_change').select('number').orderBy('number').limit(notesAtOnce),
    )
    .returning(['subject', 'subject_id'])
    .execute()
  const named = (subject: string) => [
    ...new Set(notes.filter((note) => note.subject === subject).map((note) => note.subject_id)),
  ]
  const agreementIds = named('agreement')
  const vendorIds = new Set([
    ...named('vendor'),
    // A family is named after its vendor: see domain/policy/family/tree.ts.
    ...named('family').map((family) => family.split('/')[0] ?? ''),
    ...(await vendorsOf(trx, agreementIds)),
  ])
  // An order form's dates go by its vendor's master agreement; named papers and families reach across a vendor's papers.
  const paperIds = [...new Set([...agreementIds, ...(await papersOf(trx, [...vendorIds]))])]
  const deploymentIds = [...new Set([...named('deployment'), ...(await restingOn(trx, [...vendorIds]))])]
  for (const { day } of await trx.selectFrom('standing_day').select('day').execute()) {
    await ask(trx, day, 'agreement', paperIds)
    await ask(trx, day, 'deployment', deploymentIds)
  }
}

const vendorsOf = async (db: Db, agreementIds: string[]): Promise<string[]> => {
  const found: string[] = []
  for (const ids of chunk(agreementIds, idsAtOnce))
    for (const row of await db
      .selectFrom('agreement')
      .select('vendor_id')
      .distinct()
      .where('id', 'in', ids)
      .execute())
      found.push(row.vendor_id)
  return found
}

const papersOf = async (db: Db, vendorIds: string[]): Promise<string[]> => {
  const found: string[] = []
  for (const ids of chunk(vendorIds, idsAtOnce))
    for (const row of await db.selectFrom('agreement').select('id').where('vendor_id', 'in', ids).execute())
      found.push(row.id)
  return found
}

const restingOn = async (db: Db, vendorIds: string[]): Promise<string[]> => {
  const found: string[] = []
  for (const ids of chunk(vendorIds, idsAtOnce))
    for (const row of await db
      .selectFrom('deployment_agreement as link')
      .innerJoin('agreement as a', 'a.id', 'link.agreement_id')
      .select('link.deployment_id')
      .distinct()
      .where('a.vendor_id', 'in', ids)
      .execute())
      found.push(row.deployment_id)
  return found
}

/** Asks anew for those that exist, and forgets the others. */
async function ask(trx: Db, day: string, subject: StandingSubject, all: string[]): Promise<void> {
  for (const ids of chunk(all, idsAtOnce)) {
    const there = new Set(
      (await trx.selectFrom(subject).select('id').where('id', 'in', ids).execute()).map(({ id }) => id),
    )
    if (there.size > 0)
      await trx
        .insertInto('standing')
        .values([...there].toSorted().map((id) => ({ subject, subject_id: id, day, asked: 1 })))
        .onConflict((c) =>
          c
            .columns(['day', 'subject', 'subject_id'])
            .doUpdateSet({ asked: (w) => w('standing.asked', '+', 1) }),
        )
        .execute()
    const gone = ids.filter((id) => !there.has(id))
    if (gone.length > 0) await forget(trx, day, subject, gone)
  }
}

async function forget(trx: Db, day: string, subject: StandingSubject, ids: string[]): Promise<void> {
  for (const table of ['standing', 'standing_date'] as const)
    await trx
      .deleteFrom(table)
      .where('day', '=', day)
      .where('subject', '=', subject)
      .where('subject_id', 'in', ids)
      .execute()
  if (subject === 'deployment')
    await trx.deleteFrom('standing_gap').where('day', '=', day).where('deployment_id', 'in', ids).execute()
}

const Rules = z.record(z.string(), z.string())

/** By what rules a day was begun; undefined when it was not. */
export async function rulesOfDay(db: Db, day: string): Promise<Record<string, string> | undefined> {
  const row = await db
    .selectFrom('standing_day')
    .select('rules_json')
    .where('day', '=', day)
    .executeTakeFirst()
  return row && Rules.parse(JSON.parse(row.rules_json))
}

/** In a transaction: begins a day with everything there is, or asks anew for the deployments of the classes whose rules changed. */
export async function setRulesOfDay(trx: Db, day: string, rules: Record<string, string>): Promise<void> {
  const before = await rulesOfDay(trx, day)
  const rules_json = JSON.stringify(rules)
  await trx
    .insertInto('standing_day')
    .values({ day, rules_json })
    .onConflict((c) => c.column('day').doUpdateSet({ rules_json }))
    .execute()
  if (before) {
    const changed = Object.keys(rules).filter((riskClass) => rules[riskClass] !== before[riskClass])
    if (changed.length === 0) return
    await trx
      .updateTable('standing')
      .set((w) => ({ asked: w('asked', '+', 1) }))
      .where('day', '=', day)
      .where('subject', '=', 'deployment')
      .where('subject_id', 'in', (q) =>
        q.selectFrom('deployment').select('deployment.id').where('risk_class', 'in', changed),
      )
      .execute()
    return
  }
  for (const subject of ['agreement', 'deployment'] as const)
    await trx
      .insertInto('standing')
      .columns(['subject', 'subject_id', 'day', 'asked'])
      .expression((w) =>
        w
          .selectFrom(subject)
          // Without a condition SQLite takes the conflict clause for a join.
          .where((e) => e.lit(true))
          .select((e) => [
            e.val(subject).as('subject'),
            'id as subject_id',
            e.val(day).as('day'),
            e.lit(1).as('asked'),
          ]),
      )
      .onConflict((c) => c.doNothing())
      .execute()
}

/** What is to be reckoned anew for a day: deployments first, then papers vendor by vendor. */
export async function toReckon(db: Db, day: string, limit: number): Promise<ToReckon[]> {
  // Nearly always nothing: the index of what is behind is empty then.
  // PostgreSQL takes a third of all rows for behind; asked for one of them, it would go through all but the index.
  const { behind } = await db
    .selectFrom('standing')
    .select((w) => w.fn.countAll<number>().as('behind'))
    .where('day', '=', day)
    .whereRef('made', '<', 'asked')
    .executeTakeFirstOrThrow()
  if (Number(behind) === 0) return []
  const rows = await db
    .selectFrom('standing as s')
    .leftJoin('agreement as a', (join) =>
      join.onRef('a.id', '=', 's.subject_id').on('s.subject', '=', 'agreement'),
    )
    .select(['s.subject', 's.subject_id as id', 's.asked'])
    .where('s.day', '=', day)
    .whereRef('s.made', '<', 's.asked')
    .orderBy('s.subject', 'desc')
    .orderBy('a.vendor_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, subject: row.subject as StandingSubject }))
}

/** How many deployments and agreements wait to be reckoned anew, of all. */
export async function waiting(db: Db, day: string) {
  const counted = await db
    .selectFrom('standing')
    .select((w) => [
      'subject',
      w.fn.countAll<number>().as('all'),
      w.fn.countAll<number>().filterWhere('made', '<', w.ref('asked')).as('waiting'),
    ])
    .where('day', '=', day)
    .groupBy('subject')
    .execute()
  return counted.map(({ subject, all, waiting }) => ({ subject, all: Number(all), waiting: Number(waiting) }))
}

export interface Reckoned {
  gaps: Omit<Insertable<Schema['standing_gap']>, 'day' | 'deployment_id'>[]
  dates: Pick<Schema['standing_date'], 'due' | 'kind' | 'date_json'>[]
  /** Terms of an agreement that nobody has decided on. */
  unreviewed: number
}

/** Keeps what was reckoned, unless a later question has been answered meanwhile. In a transaction. */
export async function keepReckoned(
  trx: Db,
  day: string,
  of: ToReckon,
  { gaps, dates, unreviewed }: Reckoned,
): Promise<void> {
  const answered = await trx
    .updateTable('standing')
    .set({ made: of.asked, unreviewed })
    .where('day', '=', day)
    .where('subject', '=', of.subject)
    .where('subject_id', '=', of.id)
    .where('made', '<', of.asked)
    .executeTakeFirst()
  if (answered.numUpdatedRows === 0n) return
  await trx
    .deleteFrom('standing_date')
    .where('day', '=', day)
    .where('subject', '=', of.subject)
    .where('subject_id', '=', of.id)
    .execute()
  if (dates.length > 0)
    await trx
      .insertInto('standing_date')
      .values(dates.map((date, number) => ({ ...date, subject: of.subject, subject_id: of.id, day, number })))
      .execute()
  if (of.subject !== 'deployment') return
  await trx.deleteFrom('standing_gap').where('day', '=', day).where('deployment_id', '=', of.id).execute()
  if (gaps.length > 0)
    await trx
      .insertInto('standing_gap')
      .values(gaps.map((gap) => ({ ...gap, day, deployment_id: of.id })))
      .execute()
}

/** Forgets the days before one, and those that nobody will ask for again. In a transaction. */
export async function forgetDays(trx: Db, keep: string[]): Promise<void> {
  for (const table of ['standing', 'standing_gap', 'standing_date', 'standing_day'] as const)
    await trx.deleteFrom(table).where('day', 'not in', keep).execute()
}

/** Everything is reckoned anew: after rows came in that nobody has noted one by one. In a transaction. */
export async function forgetStanding(trx: Db): Promise<void> {
  for (const table of [
    'standing',
    'standing_gap',
    'standing_date',
    'standing_day',
    'standing_change',
  ] as const)
    await trx.deleteFrom(table).execute()
}
