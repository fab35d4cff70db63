/** "24 November 2026" in the language of `locale`; `iso` is a day or a moment, of which the day counts. */
export const longDate = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 10)}T00:00:00Z`),
  )

/** "1 gap", "3 gaps". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** "a, b and c". */
export const listed = (words: string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
