import { z } from 'zod'
import type { Found } from './found.ts'
import { NUMBER_WORDS, wordsToNumber } from './numbers.ts'

const Iso = z
  .string()
  .regex(
    /^P(?!$)(\d{1,20}Y)?(\d{1,20}M)?(\d{1,20}W)?(\d{1,20}D)?(T\d{1,20}H)?$/,
    'Write a duration like P90D, P12M or PT72H.',
  )

/** ISO 8601 ("P90D", "P12M", "PT72H"), or business days, which have no ISO form. */
export const Duration = z.union([Iso, z.object({ businessDays: z.int().positive() })])
export type Duration = z.infer<typeof Duration>

const unit =
  '(business|working|banking)?[\\s-]{0,2}(?:(?:calendar|consecutive|full|whole|successive|contract|agreement|licen[cs]e)[\\s-]{1,2}){0,2}(hour|day|week|month|quarter|year|decade)s?\\b'
const number = `(?:(\\d{1,4})|(${NUMBER_WORDS}|an?|each))`
// The number in brackets, when there is one, repeats the words: "sixty (60) days", "twelve (12)-month", "24 (twenty four) months".
const pattern = new RegExp(
  `(?<![\\d.$€£])(?:\\b${number}\\s{0,2}(?:\\(\\s{0,2}(?:(\\d{1,4})|${NUMBER_WORDS})\\s{0,2}\\))?|\\(\\s{0,2}(\\d{1,4})\\s{0,2}\\))[\\s-]{0,3}(?:\\(\\s{0,2}\\d{1,4}\\s{0,2}\\)\\s?)?${unit}(?:['’])?`,
  'gi',
)

/** Periods of time in reading order. "a year" and "each year" are no period unless they measure one, so only numbers count. */
export function readDurations(text: string): Found<Duration>[] {
  const found: Found<Duration>[] = []
  for (const match of text.matchAll(pattern)) {
    const [all, plain, words, bracketed, alone, kind, name] = match
    const article = words && /^(?:an?|each)$/i.test(words)
    if (article) continue
    const count = Number(bracketed ?? alone ?? plain ?? wordsToNumber(words ?? '') ?? Number.NaN)
    if (!Number.isInteger(count) || count <= 0) continue
    const value = toDuration(count, (name ?? '').toLowerCase(), kind?.toLowerCase())
    if (value) found.push({ value, start: match.index, end: match.index + all.length })
  }
  return found
}

function toDuration(count: number, name: string, kind: string | undefined): Duration | undefined {
  if (kind === 'business' || kind === 'working' || kind === 'banking')
    return name === 'day' ? { businessDays: count } : undefined
  switch (name) {
    case 'hour':
      return `PT${count}H`
    case 'day':
      return `P${count}D`
    case 'week':
      return `P${count}W`
    case 'month':
      return `P${count}M`
    case 'quarter':
      return `P${count * 3}M`
    case 'year':
      return `P${count * 12}M`
    case 'decade':
      return `P${count * 120}M`
    default:
      return undefined
  }
}

/** Days for comparing one period with another: months of 365/12 days, a business day as 1.4 days. */
export function durationDays(duration: Duration): number {
  if (typeof duration !== 'string') return duration.businessDays * 1.4
  const part = (letter: string) =>
    Number(new RegExp(`(\\d+)${letter}`).exec(duration.split('T')[0] ?? '')?.[1] ?? 0)
  const hours = Number(/T(\d+)H/.exec(duration)?.[1] ?? 0)
  return part('Y') * 365 + (part('M') * 365) / 12 + part('W') * 7 + part('D') + hours / 24
}

const plural = (count: number, name: string) => `${count} ${name}${count === 1 ? '' : 's'}`

/** "60 days", "12 months", "3 years", "5 business days". */
export function plainDuration(duration: Duration): string {
  if (typeof duration !== 'string') return plural(duration.businessDays, 'business day')
  const months = /^P(\d+)M$/.exec(duration)?.[1]
  if (months && Number(months) > 12 && Number(months) % 12 === 0) return plural(Number(months) / 12, 'year')
  const names: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour' }
  return [...duration.matchAll(/(\d{1,9})([YMWDH])/g)]
    .map(([, n, l]) => plural(Number(n), names[l ?? ''] ?? ''))
    .join(' ')
}
