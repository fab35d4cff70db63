/** Where a notice goes, as the words of a notices clause name it. */

export interface NoticeAddress {
  /** "Acme Ltd, 12 Harbour Street, London EC1A 4AA, Attention: General Counsel"; null when no address is printed. */
  post: string | null
  emails: string[]
}

const EMAIL = /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/g
const TO = /\b(?:to|at):? (?=[A-Z0-9])/g
/** Where something else begins. */
const END =
  /;|,? to: |,? with (?:a )?cop(?:y|ies)\b|,? or (?:to )?such other\b|,? (?:marked|copied|and|or by|by e-?mail)\b|\. (?=[A-Z])|\.$/g
/** A full stop behind these ends no sentence. */
const SHORTENED = /\b(?:St|Ave|Rd|Blvd|No|Inc|Ltd|Co|Corp|Attn|Fl|Ste)$/

const LONGEST = 300

function addressFrom(words: string): string {
  for (const { index, 0: end } of words.matchAll(END))
    if (!(end.startsWith('.') && SHORTENED.test(words.slice(0, index)))) return words.slice(0, index).trim()
  return words.trim()
}

/**
 * An address is taken only where it looks like one: parts divided by commas, and a number among them. "The address at its
 * head" names none.
 */
export function noticeAddressIn(words: string): NoticeAddress {
  const text = words.replace(/\s+/g, ' ')
  const post = [...text.matchAll(TO)]
    .map(({ index, 0: to }) => addressFrom(text.slice(index + to.length, index + to.length + LONGEST)))
    .find((address) => address.split(',').length >= 3 && /\d/.test(address) && !address.includes('@'))
  return { post: post ?? null, emails: [...new Set(text.match(EMAIL) ?? [])] }
}
