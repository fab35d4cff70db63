import { z } from 'zod'
import type { Found } from './found.ts'
import { digitsToNumber, NUMBER_WORDS, wordsToNumber } from './numbers.ts'

/** In whole currency units, with decimals where printed. */
export const Money = z.object({
  amount: z.number('Write the amount as a number.').nonnegative('An amount is not below zero.'),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'Write the currency as three letters, like USD.'),
})
export type Money = z.infer<typeof Money>

const signs: [RegExp, string][] = [
  [/^(?:US\$|U\.S\.\s?\$|USD|US dollars?|U\.S\. dollars?|United States dollars?|dollars?)/i, 'USD'],
  [/^(?:€|EUR|euros?)/i, 'EUR'],
  [/^(?:£|GBP|pounds?(?: sterling)?)/i, 'GBP'],
  [/^(?:CA\$|C\$|CAD|Canadian dollars?)/i, 'CAD'],
  [/^(?:A\$|AU\$|AUD|Australian dollars?)/i, 'AUD'],
  [/^(?:CHF|Swiss francs?)/i, 'CHF'],
  [/^(?:¥|JPY|yen)/i, 'JPY'],
  [/^(?:CNY|RMB)/i, 'CNY'],
  [/^(?:INR|Rs\.?)/i, 'INR'],
  [/^\$/, 'USD'],
]
const before =
  '(?:US\\$|U\\.S\\.\\s?\\$|CA\\$|C\\$|AU\\$|A\\$|\\$|€|£|¥|\\b(?:USD|EUR|GBP|CAD|AUD|CHF|JPY|CNY|RMB|INR|Rs\\.?))\\s{0,2}\\$?\\s{0,2}'
const after =
  '\\s{0,2}(?:USD|EUR|GBP|CAD|AUD|CHF|JPY|CNY|RMB|INR|euros?\\b|(?:US |U\\.S\\. |United States |Canadian |Australian )?dollars?\\b|pounds?(?: sterling)?\\b|Swiss francs?\\b|yen\\b|€|£)'
const digits = '\\d{1,3}(?:[.,]\\d{3}){0,5}(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,15}(?:[.,]\\d{1,2})?'
const scale = '(?:\\s{0,2}(?:thousand|million|billion|mn|bn|m|k)\\b)?'

const inDigits = new RegExp(
  `(?:(${before})(${digits})(${scale})|(?<![\\d.,])(${digits})(${scale})(${after}))`,
  'gi',
)
const inWords = new RegExp(
  `\\b(${NUMBER_WORDS})\\s{1,2}(?:and \\d\\d\\/100\\s{1,2})?(${after.slice('\\s{0,2}'.length)})`,
  'gi',
)

const factor = (words: string | undefined) =>
  ({ thousand: 1e3, k: 1e3, million: 1e6, mn: 1e6, m: 1e6, billion: 1e9, bn: 1e9 })[
    words?.trim().toLowerCase() ?? ''
  ] ?? 1

const currencyOf = (sign: string) => signs.find(([pattern]) => pattern.test(sign.trim()))?.[1] ?? 'USD'

/**
 * Sums of money in reading order. "two million dollars ($2,000,000)" is one sum: the words are skipped where digits say
 * the same right behind them. A bare "$" is taken as US dollars.
 */
export function readMoney(text: string): Found<Money>[] {
  const found: Found<Money>[] = []
  for (const match of text.matchAll(inDigits)) {
    const [all, sign1, number1, scale1, number2, scale2, sign2] = match
    const amount = digitsToNumber(number1 ?? number2 ?? '') * factor(scale1 ?? scale2)
    if (!Number.isFinite(amount)) continue
    const value = { amount: Math.round(amount * 100) / 100, currency: currencyOf(sign1 ?? sign2 ?? '') }
    found.push({ value, start: match.index, end: match.index + all.length })
  }
  for (const match of text.matchAll(inWords)) {
    const amount = wordsToNumber(match[1] ?? '')
    const end = match.index + match[0].length
    if (amount === undefined) continue
    const twin = found.find((f) => f.value.amount === amount && f.start >= end && f.start - end < 25)
    if (twin) twin.start = match.index
    else if (!found.some((f) => match.index < f.end && end > f.start))
      found.push({ value: { amount, currency: currencyOf(match[2] ?? '') }, start: match.index, end })
  }
  return found.sort((a, b) => a.start - b.start)
}
