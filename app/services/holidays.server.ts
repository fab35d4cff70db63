import Holidays from 'date-holidays'
import { memoize } from 'es-toolkit'
import type { BusinessCalendar } from '#domain/policy/calendar.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'

/** Public holidays of the place whose law governs an agreement, from the data of date-holidays (no network). */

const known = new Holidays()
const countries = Object.entries(known.getCountries('en'))

/** Places as contracts write them, where the library has another name. */
const written: Record<string, [country: string, state?: string]> = {
  'england and wales': ['GB', 'ENG'],
  england: ['GB', 'ENG'],
  scotland: ['GB', 'SCT'],
  'united states': ['US'],
  usa: ['US'],
  uk: ['GB'],
  'republic of ireland': ['IE'],
  'the netherlands': ['NL'],
}

function placeOf(jurisdiction: string): [string, string?] | null {
  const name = jurisdiction
    .toLowerCase()
    .replace(/^(?:the )?(?:state|commonwealth|province|republic|federal republic) of /, '')
    .trim()
  const direct = written[name] ?? written[jurisdiction.toLowerCase()]
  if (direct) return direct
  const country = countries.find(([, title]) => title.toLowerCase() === name)
  if (country) return [country[0]]
  for (const code of ['US', 'CA', 'AU', 'DE', 'CH']) {
    const state = Object.entries(known.getStates(code, 'en') ?? {}).find(
      ([, title]) => title.toLowerCase() === name,
    )
    if (state) return [code, state[0]]
  }
  return null
}

const calendars = new Map<string, BusinessCalendar>()

/**
 * The public and bank holidays of the governing law's place, two years around `date` (ISO). Undefined when the agreement
 * names no law or none that is known: then only weekends are no business days.
 */
export function calendarFor(terms: PolicyTerm[], date: string): BusinessCalendar | undefined {
  const law = terms.find((t) => t.type === 'governing_law' && t.review !== 'rejected')?.value.jurisdiction
  if (typeof law !== 'string') return undefined
  const year = Number(date.slice(0, 4))
  const key = `${law} ${year}`
  const before = calendars.get(key)
  if (before) return before
  const place = placeOf(law)
  if (!place) return undefined
  const calendar = { place: law, holidays: holidaysAround(place, year) }
  calendars.set(key, calendar)
  return calendar
}

/** The public and bank holidays of a country ("US"), two years around `date` (ISO). */
export const holidaysIn = (country: string, date: string): string[] =>
  ofCountry(`${country} ${date.slice(0, 4)}`)

/** Kept, as to reckon them takes longer than a page. @param key country and year */
const ofCountry = memoize((key: string): string[] => {
  const [country = '', year] = key.split(' ')
  return holidaysAround([country], Number(year))
})

function holidaysAround([country, state]: [string, string?], year: number): string[] {
  const of = state ? new Holidays(country, state) : new Holidays(country)
  const days = [year - 1, year, year + 1, year + 2, year + 3].flatMap((y) =>
    of
      .getHolidays(y, 'en')
      .filter((h) => h.type === 'public' || h.type === 'bank')
      .map((h) => h.date.slice(0, 10)),
  )
  return [...new Set(days)]
}
