import type { Box } from '#domain/document/document.ts'

/** A paper's text and where it is printed. Offsets are those of the stored text, as everywhere. */
export interface WordsOnPages {
  text: string
  /** In text order; none where the source has no pages. */
  runs: PrintedRun[]
}

export interface PrintedRun {
  page: number
  start: number
  end: number
  box: Box
}

export interface Range {
  start: number
  end: number
}

/** Every place where the words stand, letter case and line breaks aside; at most 500. [] for fewer than two letters. */
export function findWords(text: string, words: string): Range[] {
  const wanted = words.trim()
  if (wanted.length < 2) return []
  const pattern = wanted
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  const found: Range[] = []
  for (const match of text.matchAll(new RegExp(pattern, 'gi'))) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length === 500) break
  }
  return found
}

/** The sentence around a range: what is cited when only a word of it was pointed at. */
export function sentenceAround(text: string, { start, end }: Range): Range {
  const before = text.slice(0, start)
  const block = before.lastIndexOf('\n\n') + 2
  const sentence = Math.max(
    ...['. ', '.\n', '; ', ';\n', '? ', '! '].map((stop) => before.lastIndexOf(stop) + 2),
  )
  const from = Math.max(before.includes('\n\n') ? block : 0, before.length > 1 ? sentence : 0)
  const rest = /[.;?!](?=\s|$)|\n\n|$/.exec(text.slice(end))
  const to = end + (rest ? rest.index + (rest[0].trim() ? 1 : 0) : 0)
  return { start: Math.min(from, start), end: Math.max(to, end) }
}

/** The part of a printed run that a range covers, its width shared out by characters; null where it covers none of it. */
export function partOf({ start, end, box: [x0, y0, x1, y1] }: PrintedRun, range: Range): Box | null {
  const from = Math.max(start, range.start)
  const to = Math.min(end, range.end)
  if (from >= to) return null
  const width = (x1 - x0) / Math.max(1, end - start)
  return [x0 + (from - start) * width, y0, x0 + (to - start) * width, y1]
}
