/** Numbers as contracts write them: "sixty (60)", "1,000,000", "1.471,60", "twenty-four". */

const ones: Record<string, number> = {
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
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const scales: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }

const word = `(?:${[...Object.keys(ones), ...Object.keys(tens), ...Object.keys(scales)].join('|')})`

/** Source of a pattern that matches a number in words, "one hundred and eighty". */
export const NUMBER_WORDS = `(?:${word}(?:[\\s-]{1,3}(?:and\\s{1,3})?${word}){0,8})`

/** "one hundred twenty" → 120; undefined when a word is no number. */
export function wordsToNumber(words: string): number | undefined {
  let total = 0
  let current = 0
  for (const part of words.toLowerCase().split(/[\s-]+/)) {
    if (part === 'and') continue
    const scale = scales[part]
    if (scale === 100) current = (current || 1) * 100
    else if (scale) {
      total += (current || 1) * scale
      current = 0
    } else {
      const value = ones[part] ?? tens[part]
      if (value === undefined) return undefined
      current += value
    }
  }
  return total + current
}

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** Source of a pattern that matches an ordinal, "third" or "3rd". */
export const ORDINALS = `(?:${ordinals.join('|')}|\\d{1,2}(?:st|nd|rd|th))`

/** "third" or "3rd" → 3; undefined when the word is no ordinal up to ten and no digits. */
export function ordinalToNumber(word: string): number | undefined {
  const at = ordinals.indexOf(word.toLowerCase())
  return at >= 0 ? at + 1 : Number.parseInt(word, 10) || undefined
}

/**
 * "1,000,000.50" and "1.000.000,50" alike; the last mark decides which of them marks the decimals.
 * A single mark before exactly three digits parts thousands: "1.471" is 1471, "1.47" is 1.47.
 */
export function digitsToNumber(digits: string): number {
  const lastDot = digits.lastIndexOf('.')
  const lastComma = digits.lastIndexOf(',')
  const last = Math.max(lastDot, lastComma)
  if (last < 0) return Number(digits)
  const mark = digits[last]
  const single = digits.indexOf(mark ?? '') === last && (lastDot < 0 || lastComma < 0)
  const thousands = digits.length - last - 1 === 3 && (!single || /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits))
  const repeated = !single && digits.indexOf(mark ?? '') !== last
  if (thousands || repeated) return Number(digits.replace(/[.,]/g, ''))
  return Number(`${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`)
}
