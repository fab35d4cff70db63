/** Words that every text of a language is full of. */
const common: Record<string, string[]> = {
  en: ['the', 'of', 'and', 'to', 'in', 'or', 'shall', 'any', 'by', 'this', 'for', 'is'],
  de: ['der', 'die', 'und', 'das', 'den', 'von', 'zu', 'mit', 'nicht', 'ist', 'oder', 'für'],
  fr: ['le', 'la', 'les', 'des', 'et', 'du', 'une', 'dans', 'par', 'pour', 'ou', 'est'],
  es: ['el', 'los', 'las', 'de', 'y', 'que', 'del', 'por', 'para', 'con', 'una', 'se'],
  it: ['il', 'di', 'che', 'della', 'del', 'per', 'con', 'una', 'gli', 'nel', 'sono', 'dei'],
  nl: ['het', 'een', 'van', 'en', 'de', 'is', 'dat', 'op', 'voor', 'niet', 'met', 'zijn'],
  pt: ['os', 'da', 'do', 'que', 'para', 'com', 'uma', 'dos', 'não', 'pelo', 'ou', 'em'],
}
const names: Record<string, string> = {
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
}

const languagesOf = new Map<string, string[]>()
for (const [code, words] of Object.entries(common))
  for (const word of words) languagesOf.set(word, [...(languagesOf.get(word) ?? []), code])

const pieces = 10
const pieceLength = 600

/** Pieces from all over the text: its words tell the language as surely as all of them. */
function sampleOf(text: string): string {
  if (text.length <= pieces * pieceLength) return text
  const step = (text.length - pieceLength) / (pieces - 1)
  return Array.from({ length: pieces }, (_, i) =>
    text.slice(Math.round(i * step), Math.round(i * step) + pieceLength),
  ).join(' ')
}

/** The name of the language when the text is surely not English, else null. Other scripts are "another script". */
export function foreignLanguage(text: string): string | null {
  const words =
    sampleOf(text)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const lengthOf = (some: string[]) => some.reduce((sum, word) => sum + word.length, 0)
  const letters = lengthOf(words)
  const latin = lengthOf(words.filter((word) => word < '{' || /^\p{Script=Latin}/u.test(word)))
  if (letters > 200 && latin / letters < 0.5) return 'another script'
  if (words.length < 60) return null
  const counts: Record<string, number> = {}
  for (const word of words)
    for (const code of languagesOf.get(word) ?? []) counts[code] = (counts[code] ?? 0) + 1
  const share = (code: string) => (counts[code] ?? 0) / words.length
  const english = share('en')
  if (english > 0.08) return null
  const [best] = Object.keys(names)
    .map((code) => ({ code, share: share(code) }))
    .sort((a, b) => b.share - a.share)
  return best && best.share > 0.08 && best.share > 1.5 * english ? (names[best.code] ?? null) : null
}
