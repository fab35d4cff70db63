/** How numbered and bulleted things begin, in any format: shared by everything that must not join them on. */

const roman = '[ivxlcdm]{1,7}'

/** "1.", "1.1", "12.3.4)", "(a)", "a)", "(iv)", "A.", "C.4.b", "•". */
const markerPattern = new RegExp(
  `^(?:\\(?\\d{1,3}(?:\\.\\d{1,3}){0,5}[.)]?|\\(?(?:[a-z]{1,2}|${roman})[.)]|[A-Z](?:\\.[0-9A-Za-z]{1,3}){1,4}\\.?|[•·▪◦‣●○■□➢–—*§o-])$`,
  'i',
)

/** "Article IV", "Section 9.2", "Schedule 2", "Annex A", "§ 4". */
const namedPattern =
  /^(?:article|section|schedule|annex|appendix|exhibit|attachment|clause|part|chapter|§)\s{1,400}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]{1,6}|[A-Z](?:-\d{1,2})?)\s?[.:)–—-]?$/i

/** "9.2" of "9.2."; "" of letters and bullets. */
export const figuresOf = (marker: string): string =>
  /^(\d{1,3}(?:\.\d{1,3}){0,4})[.)]?$/.exec(marker)?.[1] ?? ''

/** "2." in a list below item 9 is 9.2, as the paper's own references call it. */
export const figuresBelow = (above: string, marker: string): string =>
  above && figuresOf(marker) ? `${above}.${marker}` : marker

/** True when the words are a number or bullet and nothing else. */
export const isMarker = (words: string): boolean => markerPattern.test(words) || namedPattern.test(words)

const opening = new RegExp(
  `^(?:\\d{1,3}(?:\\.\\d{1,3}){1,5}[.)]?\\s|\\d{1,3}[.)]\\s|\\((?:\\d{1,3}|[a-zA-Z]{1,2}|${roman})\\)|(?:[a-z]|${roman})[.)]\\s|[A-H][.)]\\s|[A-Z]\\.\\d{1,3}[.\\s]|[•·▪◦‣●○■□➢]|[–—*-]\\s|[o§]\\s(?=[A-Z]))`,
)
const namedOpening =
  /^(?:(?:ARTICLE|Article|SECTION|Section|SCHEDULE|Schedule|ANNEX|Annex|APPENDIX|Appendix|EXHIBIT|Exhibit|ATTACHMENT|Attachment)\s{1,400}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|[A-Z](?:-\d{1,2})?)\b|§\s?\d)/

/** What follows a mention of a section within a sentence: "Section 6.3, with", "Article 5 of", "Section 3(k);". */
const mentioned = /^(?:\([a-zA-Z0-9]{1,4}\)){0,4}\s{0,2}(?:[,;)]|[a-z])/

/** The number or bullet that a line opens with, as printed, or "" when it has none. */
export function openingMarker(line: string): string {
  const number = opening.exec(line)?.[0]
  if (number) return number.trim()
  const named = namedOpening.exec(line)?.[0] ?? ''
  return mentioned.test(line.slice(named.length)) ? '' : named.trim()
}
