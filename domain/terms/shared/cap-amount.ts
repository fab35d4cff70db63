import { z } from 'zod'
import { Duration, plainDuration } from '../../quantities/duration.ts'
import { Money } from '../../quantities/money.ts'
import { firstDuration, moneyIn, plainMoney } from './amounts.ts'

/**
 * How much a cap allows, read from the words after "shall not exceed": a sum, the fees of a period, a multiple of
 * them, or the greater or lesser of several such limbs.
 */
export const Limb = z.object({
  form: z.enum(['fixed', 'fees_multiple', 'fees_paid', 'greater_of', 'lesser_of', 'other']),
  amount: Money.optional(),
  /** 2 for twice the fees; 1.5 for 150% of them. */
  multiple: z.number().positive().optional(),
  /** The period whose fees count, back from the event. */
  lookback: Duration.optional(),
  get of() {
    return z.array(Limb).optional()
  },
})
export type Limb = z.infer<typeof Limb>

const GREATER =
  /\b(?:the )?(?:greater|higher|larger|highest|greatest|more) of\b|\bwhichever is (?:the )?(?:greater|higher|larger|more)/i
const LESSER =
  /\b(?:the )?(?:lesser|lower|smaller|least|lowest) of\b|\bwhichever is (?:the )?(?:lesser|lower|smaller|less)/i
// "three (3) times", "one (1) month" repeat a number and begin no limb.
const LIMB_MARK =
  /(?:^|[\s;,])\(?(?:i{1,3}|iv|[a-d]|[1-4]|ll|l)\)\s(?!times\b|x\b|months?\b|years?\b|quarters?\b|days?\b)/i

const FEES =
  /\b(?:fees?|amounts?|sums?|charges?|payments?|price|consideration|mon(?:ey|ies|eys)|revenues?|royalties|compensation|subscription|remuneration|spend|commission|(?:purchase|contract|order) (?:price|value)|value of)\b/i
const PAID =
  /\b(?:paid|payable|pays|pay|due|owed|owing|received|receives|committed|invoiced|billed|collected|charge[ds]|spent|remitted|fees?|price|value|subscription)\b/i

const NUMBER_WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
}

/** The amount of a cap, or null when the words name none that can be told ("[***]"). */
export function readCapAmount(words: string): Limb | null {
  const form = GREATER.test(words) ? 'greater_of' : LESSER.test(words) ? 'lesser_of' : null
  if (form) {
    const of = limbsOf(words)
      .map(readLimb)
      .filter((limb): limb is Limb => limb !== null)
    if (of.length >= 2) return { form, of }
    return of[0] ?? { form: 'other' }
  }
  return readLimb(words)
}

/** "(i) A and (ii) B", "A or B, whichever is the greater", "the greater of A and B". */
function limbsOf(words: string): string[] {
  const after = words.replace(
    /^.{0,2000}?\b(?:greater|higher|larger|highest|greatest|more|lesser|lower|smaller|least|lowest) of:?/i,
    '',
  )
  const body = after.split(/,? whichever is/i)[0] ?? after
  const marked = body
    .split(new RegExp(LIMB_MARK.source, 'gi'))
    .filter((limb) => /[a-z0-9]/i.test(limb) && limb.trim().length > 2)
  if (marked.length >= 2) return marked
  return body.split(
    /,? (?:and|or) (?=(?:an amount|the|[$€£]|US|USD|EUR|GBP|\w{1,40} (?:\(\d{1,20}x?\) )?times|twice|\d{1,20}(?:\.\d{1,20})?(?:%|x| ?times)|all|total|fees|one|two|three|ten|five))/i,
  )
}

function readLimb(words: string): Limb | null {
  const multiple = readMultiple(words)
  const lookback = readLookback(words)
  const fees = FEES.test(words) && PAID.test(words)
  if (multiple !== undefined && multiple !== 1 && FEES.test(words)) {
    return { form: 'fees_multiple', multiple, ...(lookback && { lookback }) }
  }
  const amount = moneyIn(words)[0]
  if (amount && !(fees && words.search(FEES) < words.search(/[$€£]|\b(?:USD|EUR|GBP|dollars)\b/))) {
    return { form: 'fixed', amount }
  }
  if (fees || multiple !== undefined) return { form: 'fees_paid', ...(lookback && { lookback }) }
  return null
}

/** "two (2) times", "2x", "twice", "150% of"; undefined when the fees count once without saying so. */
function readMultiple(words: string): number | undefined {
  const percent = /(\d{1,20}(?:\.\d{1,20})?) ?(?:%|per ?cent)\)?(?: \([^)]{0,30}\))? of\b/i.exec(words)?.[1]
  if (percent) return Number(percent) / 100
  const digits = /(\d{1,20}(?:\.\d{1,20})?)\)? ?(?:x\b|×|times\b)/i.exec(words)?.[1]
  if (digits) return Number(digits)
  const word =
    /\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: \(\d{1,20}x?\))?(?: ?x| times)\b/i.exec(
      words,
    )?.[1]
  if (word) return NUMBER_WORDS[word.toLowerCase()]
  if (/\b(?:twice|double)\b/i.test(words)) return 2
  if (/\b(?:thrice|triple)\b/i.test(words)) return 3
  return undefined
}

const BACK =
  /\b(?:during|in|for|within|over|preceding|prior|previous|last|past|immediately|by)\b[^.;]{0,120}?\b(?:months?|years?|quarters?|days)\b|\b(?:months?|year)['’]s?\b|\bannual|\bmonths?['’]? (?:of )?(?:fees|charges)/i

/** The period back from the event; "annual fees" are those of twelve months. */
function readLookback(words: string): Duration | undefined {
  if (!BACK.test(words)) return undefined
  const read = firstDuration(words)
  if (read) return read
  if (
    /\b(?:annual|annualised|annualized|yearly|(?:preceding|prior|previous|last|past|contract|calendar) (?:\w{1,40} )?year)\b/i.test(
      words,
    )
  )
    return 'P12M'
  return undefined
}

/** A limb in plain words: "2× 12 months' fees". */
export function plainLimb(limb: Limb): string {
  const fees = limb.lookback
    ? `${plainDuration(limb.lookback)}${/s$/.test(plainDuration(limb.lookback)) ? "'" : "'s"} fees`
    : 'the fees'
  switch (limb.form) {
    case 'fixed':
      return limb.amount ? plainMoney(limb.amount) : 'a fixed sum'
    case 'fees_paid':
      return fees
    case 'fees_multiple':
      return `${limb.multiple ?? ''}× ${fees}`
    case 'greater_of':
    case 'lesser_of':
      return `${limb.form === 'greater_of' ? 'greater' : 'lesser'} of ${(limb.of ?? []).map(plainLimb).join(' and ')}`
    case 'other':
      return 'limited otherwise'
  }
}
