import { memoize } from 'es-toolkit/function'
import { type Duration, readDurations } from '../../quantities/duration.ts'
import { type Money, readMoney } from '../../quantities/money.ts'
import { readPercents } from '../../quantities/percent.ts'

/** The first period that the words name, or undefined. */
export function firstDuration(words: string): Duration | undefined {
  return readDurations(words)[0]?.value
}

/**
 * The period of a notice, "on 30 days' notice", where other periods stand in the same sentence; the first period
 * where none stands by that word.
 */
export function noticePeriod(words: string): Duration | undefined {
  const periods = readDurations(words)
  const noticed = periods.find(
    ({ start, end }) =>
      /^['’)]{0,3} ?(?:[\w'’-]{1,60} ){0,5}?(?:notice|notification)\b/i.test(words.slice(end, end + 80)) ||
      /\bnotice of (?:\w{1,40} ){0,5}$/i.test(words.slice(0, start)),
  )
  return (noticed ?? periods[0])?.value
}

/** The sums that the words name, in reading order. */
export function moneyIn(words: string): Money[] {
  return readMoney(words).map((found) => found.value)
}

/** The percentages that the words name, in reading order. */
export function percentIn(words: string): number[] {
  return readPercents(words).map((found) => found.value)
}

const american = memoize(
  (currency: string) =>
    new Intl.NumberFormat('en-US', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
)

/** "$1,000,000"; decimals only where the sum has them. */
export const plainMoney = ({ amount, currency }: Money): string => american(currency).format(amount)
