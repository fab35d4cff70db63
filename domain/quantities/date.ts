import { z } from 'zod'
import type { Found } from './found.ts'

/** A day: "2026-03-01". */
export const IsoDate = z.iso.date()
export type IsoDate = z.infer<typeof IsoDate>

const british = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** "31 Mar 2027". */
export const plainDate = (iso: string): string => british.format(new Date(`${iso}T00:00:00Z`))

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const year = '((?:19|20)\\d\\d)'
// Text recognition and superscripts part the ordinal: "20t h".
const day = '(\\d{1,2})\\s?(?:s\\s?t|n\\s?d|r\\s?d|t\\s?h)?'

const shapes: {
  pattern: RegExp
  parts: (m: RegExpMatchArray) => [year: string, month: string, day: string]
}[] = [
  // January 1, 2020; Jan. 1st 2020
  {
    pattern: new RegExp(`(?<![A-Za-z])${month}\\s{1,3}${day}\\s?[,.]?\\s{0,3}${year}(?!\\d)`, 'gi'),
    parts: (m) => [m[3] ?? '', m[1] ?? '', m[2] ?? ''],
  },
  // 1 January 2020; 1st day of January, 2020; 1st of January 2020
  {
    pattern: new RegExp(
      `(?<!\\d)${day}\\s{0,3}(?:day\\s{1,3})?(?:of\\s{1,3})?(?:the month of\\s)?(?:[A-Z][a-z]{2,5}day,?\\s)?${month}\\s?,?\\s{0,3}${year}(?!\\d)`,
      'gi',
    ),
    parts: (m) => [m[3] ?? '', m[2] ?? '', m[1] ?? ''],
  },
  // 2020-01-31
  { pattern: /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g, parts: (m) => [m[1] ?? '', m[2] ?? '', m[3] ?? ''] },
  // 1/31/2020, 1/31/20, 1-31-2020: month first, as contracts under United States law write it
  {
    pattern: /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)?\d\d)\b/g,
    parts: (m) => [m[3] ?? '', m[1] ?? '', m[2] ?? ''],
  },
  { pattern: /\b(\d{1,2})-(\d{1,2})-((?:19|20)\d\d)\b/g, parts: (m) => [m[3] ?? '', m[1] ?? '', m[2] ?? ''] },
  // 31.1.2020: day first
  {
    pattern: /\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b/g,
    parts: (m) => [m[3] ?? '', m[2] ?? '', m[1] ?? ''],
  },
]

/** Full dates in reading order; days that no calendar has, and blanks to be filled in, are left out. */
export function readDates(text: string): Found<IsoDate>[] {
  const found: Found<IsoDate>[] = []
  // Every shape has a year or a day of two digits.
  if (!/\d\d/.test(text)) return found
  for (const { pattern, parts } of shapes)
    for (const match of text.matchAll(pattern)) {
      const value = toIso(...parts(match))
      const end = match.index + match[0].length
      if (value && !found.some((f) => match.index < f.end && end > f.start))
        found.push({ value, start: match.index, end })
    }
  return found.sort((a, b) => a.start - b.start)
}

function toIso(yearText: string, monthText: string, dayText: string): IsoDate | undefined {
  const y =
    yearText.length === 2 ? Number(yearText) + (Number(yearText) > 40 ? 1900 : 2000) : Number(yearText)
  const named = months.indexOf(monthText.slice(0, 3).toLowerCase()) + 1
  const printed = named || Number(monthText)
  // "29/3/18": a month that no year has is a day, so the day comes first.
  const dayFirst = !named && printed > 12 && Number(dayText) <= 12
  const m = dayFirst ? Number(dayText) : printed
  const d = dayFirst ? printed : Number(dayText)
  const date = new Date(Date.UTC(y, m - 1, d))
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return undefined
  return date.toISOString().slice(0, 10)
}
