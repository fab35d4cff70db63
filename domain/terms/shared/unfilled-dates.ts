import type { Span } from '../../document/document.ts'

/** Days that nobody has filled in yet: a lawyer marks them as the paper's dates all the same. */
const unfilled: RegExp[] = [
  // "the ___ day of ____, 2019", "this day of , 20", "[·] day of May, in the year ____"
  /(?:\b(?:this|the)\s{1,3})?(?:(?:_{1,40}|\[[^\]]{0,12}\]|[●•·])\s{0,3})?(?:(?:st|nd|rd|th)\s{1,3})?\bday\s{1,3}of\s{0,3}(?:(?:_{1,40}|\[[^\]]{0,12}\]|[●•·]|[A-Z][a-z]{2,8})\s{0,3})?,?\s{0,3}(?:in the year\s)?(?:(?:19|20)(?:\d\d\b|_{1,12}|(?!\d))|_{2,40}|\[[^\]]{0,12}\])/g,
  // "[●] June 2020", "___ ______, 2019"
  /(?:_{2,40}|\[[^\]]{0,12}\]|[●•])\s{0,3}(?:st|nd|rd|th)?\s(?:of\s)?(?:_{2,40}|\[[^\]]{0,12}\]|(?:January|February|March|April|May|June|July|August|September|October|November|December)),?\s(?:(?:19|20)\d\d\b|_{2,40}|\[[^\]]{0,12}\])/g,
  // "June ___, 2020"
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s{0,3}(?:_{1,40}|\[[^\]]{0,8}\]|[●•])\s{0,3},?\s{0,3}(?:(?:19|20)\d\d\b|_{2,40})/g,
  // "[·], 2019", "________, 2019"
  /(?:_{3,40}|\[[^\]]{0,12}\]|[●•])\s{0,3},\s{0,3}(?:19|20)\d\d\b/g,
  // "as of , 2020 (the", "is entered into on 2018 (the"
  /(?<=\b(?:as of|dated|on)\s{1,3})(?:,\s{0,3})?(?:19|20)\d\d\b(?=,?\s{0,3}(?:\(|by\b|between\b|among\b))/g,
  // "the 1st day of December (the “Effective Date”)": a day without its year
  /\b\d{1,2}(?:st|nd|rd|th)\s{1,3}day\s{1,3}of\s{1,3}(?:January|February|March|April|May|June|July|August|September|October|November|December)(?=,?\s{0,3}\()/g,
]
const maybeUnfilled = /_|\[|[●•·]|\bday\s{1,3}of\b|\b(?:of|on|dated)\s{1,3},?\s{0,3}(?:19|20)\d\d\b/

/** Dates in the text with a gap where a day, a month or a year should be. They may overlap dates that are complete. */
export function unfilledDates(text: string): Span[] {
  if (!maybeUnfilled.test(text)) return []
  const found: Span[] = []
  for (const pattern of unfilled)
    for (const { index: start, 0: words } of text.matchAll(pattern)) {
      const end = start + words.length
      if (!found.some((other) => start < other.end && end > other.start)) found.push({ start, end })
    }
  return found
}
