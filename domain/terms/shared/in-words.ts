/** Names of values as people read them. */

/** Spelt otherwise than the name is. */
const spellings = {
  ip: 'IP',
  ai: 'AI',
  'non payment': 'non-payment',
  'fine tuned': 'fine-tuned',
  'third party': 'third-party',
  'sell off': 'sell-off',
  'wind down': 'wind-down',
  'knew infringing': 'what was known to infringe',
}

/** "wilful_misconduct" → "wilful misconduct", "ip_infringement" → "IP infringement". */
export const inWords = (name: string): string =>
  Object.entries(spellings).reduce(
    (words, [spelt, written]) => words.replaceAll(new RegExp(`\\b${spelt}\\b`, 'g'), written),
    name.replaceAll('_', ' '),
  )

/**
 * "non-payment, security, other reasons".
 * @param other what "other" is called here; last, wherever it stands in the value
 */
export function listInWords(names: readonly string[], other: string): string {
  const named = names.filter((name) => name !== 'other').map(inWords)
  return [...named, ...(named.length < names.length ? [other] : [])].join(', ')
}
