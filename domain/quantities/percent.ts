import type { Found } from './found.ts'
import { NUMBER_WORDS, wordsToNumber } from './numbers.ts'

const pattern = new RegExp(
  `(\\d{1,3}(?:\\.\\d{1,4})?)\\s{0,2}\\)?\\s{0,2}(?:%|per\\s?cent\\b|percent\\b)|\\b(${NUMBER_WORDS})\\s{1,2}(?:per\\s?cent\\b|percent\\b)(?!\\s{0,2}\\()`,
  'gi',
)

/** Percentages in reading order: 99.9 for "99.9%", "99.9 per cent". */
export function readPercents(text: string): Found<number>[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = match[1] ? Number(match[1]) : wordsToNumber(match[2] ?? '')
    return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length }]
  })
}
