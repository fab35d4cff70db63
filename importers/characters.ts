/** Characters as contracts use them: ligatures taken apart, odd spaces made plain; quotes stay as printed. */

const ligatures: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}

/** Signs that look the same as one on the keyboard; fonts of PDFs mix them up. */
const twins: Record<string, string> = { '\u037e': ';', '\u2044': '/', '\u2215': '/', '\u212a': 'K' }

/** Marks a hyphen that was only ever a place to break a word. */
export const softHyphen = '\u00ad'

const anythingOdd = /[^\x20-\x7e\u2018-\u201d]/
const spaces = /[\t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const nothing = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** Cleans one run of text; soft hyphens stay, since only a line end tells what they mean. */
export function cleanCharacters(text: string): string {
  if (!anythingOdd.test(text)) return text
  return text
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligatures[ligature] ?? ligature)
    .replace(spaces, ' ')
    .replace(nothing, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u037e\u2044\u2215\u212a]/g, (twin) => twins[twin] ?? twin)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this counts
const garbage = /[\u0000-\u0008\u000e-\u001f\u0080-\u009f\ufffd]|[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/gu

/** Share of the characters, 0..1, that no reader could make words of: private use, control, replacement. */
export function garbageShare(text: string): number {
  const inked = text.replace(/\s+/g, '').length
  return inked === 0 ? 0 : (text.match(garbage)?.length ?? 0) / inked
}
