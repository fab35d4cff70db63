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

/** The name of the language when the text is surely not English, else null. Other scripts are "another script". */
export function foreignLanguage(text: string): string | null {
  const sample = text.slice(0, 60_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters > 200 && latin / letters < 0.5) return 'another script'
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 60) return null
  const share = (list: string[]) => words.filter((word) => list.includes(word)).length / words.length
  const english = share(common.en ?? [])
  if (english > 0.08) return null
  const [best] = Object.keys(names)
    .map((code) => ({ code, share: share(common[code] ?? []) }))
    .sort((a, b) => b.share - a.share)
  return best && best.share > 0.08 && best.share > 1.5 * english ? (names[best.code] ?? null) : null
}
