/** Numbers as lists print them. */

export function letters(value: number): string {
  if (value < 1) return String(value)
  // Word and the browsers differ after z: Word doubles the letter. Contracts seldom get there.
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const romanSteps: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

export function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [step, numeral] of romanSteps)
    while (rest >= step) {
      text += numeral
      rest -= step
    }
  return text
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** 1 to 99 in words, "Twenty-One"; figures beyond. */
export function inWords(value: number): string {
  const small = ones[value]
  const ten = tens[Math.floor(value / 10) - 2]
  const words = small ?? (ten ? ten + (value % 10 ? `-${ones[value % 10]}` : '') : String(value))
  return words.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
}

const irregular: Record<string, string> = {
  One: 'First',
  Two: 'Second',
  Three: 'Third',
  Five: 'Fifth',
  Eight: 'Eighth',
  Nine: 'Ninth',
  Twelve: 'Twelfth',
}

/** "First", "Twenty-First". */
export function ordinalInWords(value: number): string {
  const words = inWords(value)
  const last = /[A-Z]?[a-z]{1,60}$/.exec(words)?.[0] ?? ''
  const ordinal = irregular[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return words.slice(0, words.length - last.length) + ordinal
}

/** "1st", "22nd". */
export function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}
