import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { recordEvent } from '#db/events.ts'
import { type TrailFilter, trail } from '#db/trail.ts'
import type { House } from './house.server.ts'
import type { Report } from './reports.server.ts'

const Words = z.string().trim().max(200).optional().catch(undefined)
const Day = z.iso.date().optional().catch(undefined)
const Filter = z.object({
  actor: Words,
  action: Words,
  subject: Words,
  from: Day,
  to: Day,
  before: z.coerce.number().int().positive().optional().catch(undefined),
})

const pageLength = 100

/** A page of the trail, newest first, for its screen. */
export async function trailPage({ db }: Pick<House, 'db'>, search: URLSearchParams) {
  const { before, ...filter } = Filter.parse(Object.fromEntries(search))
  const rows = await trail(db, { ...filter, before }, pageLength)
  return {
    filter,
    rows: rows.map(({ id, at, actor, origin, action, subject, detail }) => ({
      id,
      at,
      actor,
      origin,
      action,
      subject,
      words: Object.entries(detail)
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join('; '),
    })),
    next: rows.length === pageLength ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** The whole trail as a file; taking it is in the trail, too. Undefined for a name that is neither. */
export async function trailFile(
  { db }: Pick<House, 'db'>,
  name: string | undefined,
  search: URLSearchParams,
  by: string,
): Promise<Report | undefined> {
  if (name !== 'trail.csv' && name !== 'trail.jsonl') return undefined
  const filter = Filter.parse(Object.fromEntries(search))
  await recordEvent(db, {
    actor: by,
    action: 'exported',
    subject: 'event',
    subjectId: name,
    detail: { ...filter },
  })
  const rows = (await everyRow(db, filter)).map(({ detail, ...row }) => ({
    ...row,
    detail: name === 'trail.csv' ? JSON.stringify(detail) : detail,
  }))
  const text =
    name === 'trail.csv'
      ? // What begins like a formula is quoted as text, so that a spreadsheet shows it and does not run it.
        stringify(rows, { header: true, escape_formulas: true })
      : rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const mime = name === 'trail.csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8'
  return { fileName: `carveout-${name}`, mime, bytes: new TextEncoder().encode(text) }
}

async function everyRow(db: House['db'], filter: TrailFilter) {
  const rows: Awaited<ReturnType<typeof trail>> = []
  for (;;) {
    const page = await trail(db, { ...filter, before: rows.at(-1)?.id ?? filter.before }, 1000)
    rows.push(...page)
    if (page.length < 1000) return rows
  }
}
