import { z } from 'zod'
import { ownersOfDates } from '#db/deadlines.ts'
import { countDates, datesByMonth, kindsOfDates } from '#db/standing-answers.ts'
import { addDays, addMonths } from '#domain/policy/calendar.ts'
import { DeadlineKind } from '#domain/policy/deadlines.ts'
import type { DeadlineWorkView } from '../components/policy-view.ts'
import type { DatesAsked } from './deadline-source.server.ts'
import { deadlinesInWork } from './deadlines.server.ts'
import type { House } from './house.server.ts'
import { vendorChoices } from './vendor-choices.server.ts'

/** A part of the dates, as the screen of deadlines asks for it. */
export const DeadlineFilter = z.object({
  kind: z.string().default(''),
  owner: z.string().default(''),
  vendor: z.string().default(''),
  within: z.coerce.number().int().positive().max(3660).optional().catch(undefined),
  state: z.enum(['open', 'snoozed', 'done', 'all']).catch('open'),
  view: z.enum(['list', 'calendar']).catch('list'),
  /** 2026-12 */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .catch(''),
})
export type DeadlineFilter = z.infer<typeof DeadlineFilter>

/** Dates of one screen; the rest is told as a number. */
const MOST = 200

/** The earliest dates that fit, how many fit besides, and what can be chosen. */
export async function deadlinePage(house: House, date: string, filter: DeadlineFilter) {
  const { kind, vendor, within, state, month } = filter
  const ends = [...(month ? [`${month}-31`] : []), ...(within ? [addDays(date, within)] : [])].sort()
  const asked = {
    ...(month && { from: `${month}-01` }),
    to: ends[0],
    kind: kind || undefined,
    vendor: vendor || undefined,
    owner: filter.owner === 'nobody' ? '' : filter.owner || undefined,
    state: state === 'all' ? undefined : state,
  }
  const { deadlines, undated } = await deadlinesInWork(house, date, { ...asked, limit: MOST })
  // Those of the papers fit already; of the others, which are few, all are given.
  const fits = (d: DeadlineWorkView) =>
    (!kind || d.kind === kind) &&
    (asked.owner === undefined || (d.owner ?? '') === asked.owner) &&
    (!vendor || d.vendor === vendor) &&
    (!asked.state || d.state === asked.state)
  const shown = deadlines.filter(fits)
  const isWhole = !kind && !vendor && !within && !month && !filter.owner
  const others = shown.filter((d) => !ofPapers.has(d.kind))
  const all = (await countDates(house.db, date, asked)) + others.length
  return {
    kinds: [...new Set([...(await kindsOfDates(house.db, date)), ...deadlines.map((d) => d.kind)])],
    owners: await ownersOfDates(house.db),
    vendors: await vendorChoices(house),
    deadlines: shown.slice(0, MOST),
    more: Math.max(0, all - MOST),
    // Of more dates than are shown the year would show the first months alone.
    months: isWhole && all > MOST ? await monthsAhead(house, date, asked) : undefined,
    undated: undated.filter(
      (u) => (!kind || u.id.startsWith(`${kind} `)) && (!vendor || u.vendor === vendor),
    ),
  }
}

/** Kinds that are kept in the database: see `allDeadlines`. */
const ofPapers = new Set<string>(DeadlineKind.options)

/** "2026-12" to how many dates of papers are in it, for the next twelve months. */
const monthsAhead = async (house: House, date: string, { state }: DatesAsked) =>
  Object.fromEntries(await datesByMonth(house.db, date, { state, from: date, to: addMonths(date, 12) }))
