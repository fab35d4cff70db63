import { z } from 'zod'
import { Duration, durationDays, plainDuration } from '../quantities/duration.ts'
import { Money } from '../quantities/money.ts'

/**
 * Caps as amounts: what a cap gives is a function of a year's fees. With the fees known it is a number; without, two
 * caps are compared for all fees at once, because one may be better for a small deal and worse for a large one.
 */

/** The part of a liability cap's value that says how much. */
export const CapAmount = z.object({
  form: z.enum(['fixed', 'fees_multiple', 'fees_paid', 'greater_of', 'lesser_of', 'other']),
  amount: Money.optional(),
  multiple: z.number().positive().optional(),
  lookback: Duration.optional(),
  get of() {
    return z.array(CapAmount).optional()
  },
})
export type CapAmount = z.infer<typeof CapAmount>

/** What a cap gives for a year's fees of `fees`, in whole currency units. */
type Gives = (fees: number) => number

interface Reckoned {
  gives: Gives
  /** Fees at which the function may bend or cross. */
  sums: number[]
  currencies: string[]
  /** What had to be taken as given, in sentences. */
  assumed: string[]
}

const DAYS_OF_A_YEAR = 365

/** Null when the cap names no amount that can be reckoned with. */
function reckon(cap: CapAmount): Reckoned | null {
  if (cap.form === 'fixed') {
    const { amount } = cap
    if (!amount) return null
    return { gives: () => amount.amount, sums: [amount.amount], currencies: [amount.currency], assumed: [] }
  }
  if (cap.form === 'greater_of' || cap.form === 'lesser_of') {
    const limbs = (cap.of ?? []).map(reckon)
    if (limbs.length === 0 || limbs.some((limb) => limb === null)) return null
    const known = limbs.filter((limb) => limb !== null)
    const pick = cap.form === 'greater_of' ? Math.max : Math.min
    return {
      gives: (fees) => pick(...known.map((limb) => limb.gives(fees))),
      sums: known.flatMap((limb) => limb.sums),
      currencies: known.flatMap((limb) => limb.currencies),
      assumed: known.flatMap((limb) => limb.assumed),
    }
  }
  if (cap.form === 'other' || (cap.form === 'fees_multiple' && cap.multiple === undefined && !cap.lookback))
    return null
  const years = cap.lookback ? durationDays(cap.lookback) / DAYS_OF_A_YEAR : 1
  const share = (cap.multiple ?? 1) * years
  const assumed = cap.lookback
    ? []
    : ['The clause names no period for the fees; twelve months are taken for granted.']
  return { gives: (fees) => share * fees, sums: [], currencies: [], assumed }
}

/** What a cap comes to with a year's fees; null when it can't be told, or would need a rate of exchange. */
export function amountOf(cap: CapAmount, annualFees?: Money): Money | null {
  const known = reckon(cap)
  if (!known) return null
  const currencies = [...new Set([...known.currencies, ...(annualFees ? [annualFees.currency] : [])])]
  const [currency] = currencies
  if (currencies.length !== 1 || !currency) return null
  const amount = known.gives(annualFees?.amount ?? 0)
  // Without the fees a limb of fees counts for nothing; only a cap that does not need them is an amount.
  if (!annualFees && known.gives(1) !== known.gives(2)) return null
  return { amount, currency }
}

export interface CapComparison {
  verdict: 'enough' | 'short' | 'unsure'
  /** Found as a share of required, 0 and up, where it can be told. */
  share: number | null
  /** What the verdict rests on, or would need, in sentences. */
  notes: string[]
}

/** The cap that a playbook asks for: `fees` × twelve months' fees, and at least `amount`. */
export const wantedCap = (fees: number, amount?: Money): CapAmount => {
  const ofFees: CapAmount = { form: 'fees_multiple', multiple: fees, lookback: 'P12M' }
  return amount ? { form: 'greater_of', of: [ofFees, { form: 'fixed', amount }] } : ofFees
}

/** Holds a cap against the wanted one, with a year's fees where they are known. */
export function compareCaps(found: CapAmount, wanted: CapAmount, annualFees?: Money): CapComparison {
  const has = reckon(found)
  const wants = reckon(wanted)
  if (!has || !wants)
    return {
      verdict: 'unsure',
      share: null,
      notes: ['The amount of the cap could not be told from its words.'],
    }
  const currencies = [
    ...new Set([...has.currencies, ...wants.currencies, ...(annualFees ? [annualFees.currency] : [])]),
  ]
  if (currencies.length > 1)
    return {
      verdict: 'unsure',
      share: null,
      notes: [`${currencies.join(' and ')} stand side by side; no rate of exchange is assumed.`],
    }
  const comparison = annualFees
    ? compareAt(has.gives, wants.gives, annualFees)
    : compareForAll(has, wants, currencies[0])
  if (has.assumed.length === 0) return comparison
  return {
    ...comparison,
    verdict: comparison.verdict === 'short' && (comparison.share ?? 1) < 0.5 ? 'short' : 'unsure',
    notes: [...comparison.notes, ...has.assumed],
  }
}

function compareAt(has: Gives, wants: Gives, fees: Money): CapComparison {
  const [given, asked] = [has(fees.amount), wants(fees.amount)]
  const at = (amount: number) => plainMoney({ amount, currency: fees.currency })
  const enough = atLeast(given, asked)
  return {
    verdict: enough ? 'enough' : 'short',
    share: asked === 0 ? 1 : given / asked,
    notes: [`With ${plainMoney(fees)} a year it gives ${at(given)}; ${at(asked)} is asked for.`],
  }
}

/** Both functions are piecewise linear, so the places where they meet lie between a few decades of fees. */
function compareForAll(has: Reckoned, wants: Reckoned, currency: string | undefined): CapComparison {
  const largest = Math.max(1, ...has.sums, ...wants.sums)
  const fees = Array.from({ length: 401 }, (_, i) => largest * 10 ** (-4 + i / 50))
  const enough = fees.map((f) => atLeast(has.gives(f), wants.gives(f)))
  const share = Math.max(...fees.map((f) => has.gives(f) / wants.gives(f)))
  if (enough.every(Boolean)) return { verdict: 'enough', share: 1, notes: [] }
  if (!enough.some(Boolean)) return { verdict: 'short', share, notes: [] }
  const sum = (amount: number) => plainMoney({ amount, currency: currency ?? 'USD' })
  const turn = enough.findIndex((value, i) => i > 0 && value !== enough[i - 1])
  const at = meet(has.gives, wants.gives, fees[turn - 1] ?? 0, fees[turn] ?? 0)
  const turnsAgain = enough.findIndex((value, i) => i > turn && value !== enough[i - 1])
  const until =
    turnsAgain < 0
      ? ''
      : ` and up to ${sum(meet(has.gives, wants.gives, fees[turnsAgain - 1] ?? 0, fees[turnsAgain] ?? 0))}`
  const words = enough[0]
    ? `It is enough only while a year's fees are not over ${sum(at)}`
    : `It is enough only when a year's fees are at least ${sum(at)}${until}`
  return { verdict: 'unsure', share: null, notes: [`${words}; a year's fees are not known.`] }
}

/** The fees between `low` and `high` at which the answer turns, to a whole unit, by halving. */
function meet(has: Gives, wants: Gives, low: number, high: number): number {
  const atLow = atLeast(has(low), wants(low))
  let [from, to] = [low, high]
  while (to - from > 0.01) {
    const middle = (from + to) / 2
    if (atLeast(has(middle), wants(middle)) === atLow) from = middle
    else to = middle
  }
  return Math.round(to)
}

/** Not short by a rounding of the last digit. */
const atLeast = (given: number, asked: number) => given >= asked * (1 - 1e-9)

const british = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** "USD 1,000,000". */
export const plainMoney = ({ amount, currency }: Money): string => `${currency} ${british.format(amount)}`

/** "12 months’", "1 month’s". */
const possessive = (words: string) => (words.endsWith('s') ? `${words}’` : `${words}’s`)

/** "greater of 12 months' fees and USD 1,000,000". */
export function plainCap(cap: CapAmount): string {
  switch (cap.form) {
    case 'fixed':
      return cap.amount ? plainMoney(cap.amount) : 'an amount that could not be told'
    case 'greater_of':
    case 'lesser_of':
      return `${cap.form === 'greater_of' ? 'greater' : 'lesser'} of ${(cap.of ?? []).map(plainCap).join(' and ')}`
    case 'fees_paid':
    case 'fees_multiple': {
      const period = cap.lookback
        ? `${possessive(plainDuration(cap.lookback))} fees`
        : 'the fees, no period named'
      return cap.multiple && cap.multiple !== 1 ? `${cap.multiple}× ${period}` : period
    }
    case 'other':
      return 'an amount that could not be told'
  }
}
