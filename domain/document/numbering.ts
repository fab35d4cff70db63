/** How a block is numbered, as printed at its start. */
export interface Marker {
  /** "9.2", "(b)", "Article IX", "Schedule 2". */
  printed: string
  scheme:
    | 'division'
    | 'attachment'
    | 'decimal'
    | 'roman_top'
    | 'letter_top'
    | 'lower'
    | 'upper'
    | 'roman'
    | 'digit'
  /** Parts of a decimal number: 2 for "9.2"; 1 for everything else. */
  depth: number
  /** Its place among its siblings: 2 for "(b)" and for "9.2"; NaN where it can't be told. */
  ordinal: number
  /** Characters to skip to what follows the number. */
  length: number
}

const roman = '[ivxlc]{1,7}'

const shapes: { find: RegExp; scheme: Marker['scheme'] }[] = [
  {
    find: /^(?:schedule|exhibit|annex|appendix|attachment|addendum)\s{1,3}(?:[A-Z]{1,2}(?:-\d{1,2})?|[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,2})?)(?![\w.])[.:]?/i,
    scheme: 'attachment',
  },
  {
    find: /^(?:article|part|chapter|title)\s{1,3}(?:[IVXLC]{1,7}|\d{1,3}|[A-Z])(?!\w)[.:]?/i,
    scheme: 'division',
  },
  { find: /^(?:section|clause)\s{1,3}\d{1,3}(?:\.\d{1,3}){0,4}(?![\w(])[.:]?/i, scheme: 'decimal' },
  { find: /^§\s{0,2}\d{1,3}(?:\.\d{1,3}){0,4}[.:]?/, scheme: 'decimal' },
  // C.4.b, A.1: lettered outlines
  { find: /^[A-Z]\.\d{1,2}(?:\.(?:\d{1,2}|[a-z]))?[.)]?(?=\s)/, scheme: 'decimal' },
  { find: /^\d{1,3}(?:\.\d{1,3}){1,4}[.)]?(?=\s|$|[A-Z(“"])/, scheme: 'decimal' },
  { find: /^\d{1,2}[.)](?=\s)/, scheme: 'decimal' },
  { find: /^[IVX]{1,6}[.)](?=\s)/, scheme: 'roman_top' },
  { find: /^[A-Z][.)](?=\s)/, scheme: 'letter_top' },
  { find: /^\((?:[a-z]|aa|bb|cc)\)/, scheme: 'lower' },
  { find: new RegExp(`^\\(${roman}\\)`), scheme: 'roman' },
  { find: /^\([A-Z]\)/, scheme: 'upper' },
  { find: /^\(\d{1,2}\)/, scheme: 'digit' },
  { find: /^[a-z][.)](?=\s)/, scheme: 'lower' },
  { find: new RegExp(`^${roman}[.)](?=\\s)`), scheme: 'roman' },
]

const isRoman = new RegExp(`^${roman}$`, 'i')

/** The number at the start of the words, or null. A year, an amount and "12 months" are no numbers of clauses. */
export function markerOf(words: string): Marker | null {
  for (const { find, scheme } of shapes) {
    const match = find.exec(words)
    if (!match) continue
    const printed = match[0]
      .replace(/[.:]$/, '')
      .replace(/^([a-z]+|\d+)\)$/i, '($1)')
      .replace(/^§\s*/, '')
    const number = printed.replace(/^(?:section|clause)\s+/i, '')
    const own = scheme === 'decimal' && !printed.startsWith('(') ? number : printed
    const length = match[0].length + (/^\s*/.exec(words.slice(match[0].length))?.[0].length ?? 0)
    return {
      printed: own.replace(/^\((\d+)\)$/, scheme === 'decimal' ? '$1' : '($1)'),
      scheme,
      depth: scheme === 'decimal' ? own.split('.').length : 1,
      ordinal: ordinalOf(own),
      length,
    }
  }
  return null
}

function ordinalOf(printed: string): number {
  const last = /([A-Za-z]{1,20}|\d{1,9})\)?$/.exec(printed)?.[1] ?? ''
  if (/^\d+$/.test(last)) return Number(last)
  if (/^[a-z]$/i.test(last)) return last.toLowerCase().charCodeAt(0) - 96
  return isRoman.test(last) ? romanValue(last) : Number.NaN
}

/** The value of a roman number, "iv" → 4. */
export function romanValue(letters: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  let total = 0
  const all = letters.toLowerCase()
  for (let i = 0; i < all.length; i++) {
    const value = values[all[i] ?? ''] ?? 0
    total += value < (values[all[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return total
}
