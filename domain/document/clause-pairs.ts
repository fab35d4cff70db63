import { type ClausePiece, isHeading, sameHeading } from './clause-pieces.ts'

/** Which clause of one paper answers to which of another. */

/** How alike two clauses must be to be one clause that says something else, 0..1. */
const ALIKE = 0.5
/** What speaking of the same term adds to the likeness of two clauses: enough by itself, their words choose among several. */
const SAME_SUBJECT = ALIKE
/** What speaking of different terms takes away. */
const OTHER_SUBJECT = 0.2
/** What the same heading adds: "Procedure" and "By Customer" stand over many things. */
const SAME_HEADING = 0.3

/** New clause to old clause: the same words first, then the same number and heading, headings by themselves, the most alike. */
export function pairs(old: ClausePiece[], now: ClausePiece[]): Map<number, number> {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  const take = (i: number, j: number) => {
    partner.set(i, j)
    taken.add(j)
  }
  const pair = (fits: (a: ClausePiece, b: ClausePiece) => boolean) => {
    for (const [i, piece] of now.entries()) {
      if (partner.has(i)) continue
      const options = old.flatMap((other, j) => (!taken.has(j) && fits(other, piece) ? [j] : []))
      const nearest = options.sort((a, b) => Math.abs(a - i) - Math.abs(b - i))[0]
      if (nearest !== undefined) take(i, nearest)
    }
  }
  const alike = likenessIn([...old, ...now])
  pair((a, b) => a.text === b.text)
  pair((a, b) => a.number === b.number && sameHeading(a, b))
  pair((a, b) => isHeading(a) && isHeading(b) && sameHeading(a, b))
  pair((a, b) => a.number !== null && a.number === b.number && alike(a, b) >= ALIKE)
  const candidates = now.flatMap((piece, i) =>
    partner.has(i)
      ? []
      : old.flatMap((other, j) => {
          const score = taken.has(j) ? 0 : alike(other, piece)
          return score >= ALIKE ? [{ i, j, score }] : []
        }),
  )
  for (const { i, j } of candidates.sort((a, b) => b.score - a.score))
    if (!partner.has(i) && !taken.has(j)) take(i, j)
  return partner
}

/** How alike clauses of these papers are: words shared, those that few clauses have the most, headings, terms read in them. */
function likenessIn(all: ClausePiece[]) {
  const clausesWith = new Map<string, number>()
  for (const { words } of all)
    for (const word of words) clausesWith.set(word, (clausesWith.get(word) ?? 0) + 1)
  const weightOf = (words: Iterable<string>) => {
    let sum = 0
    for (const word of words) sum += Math.log(1 + all.length / (clausesWith.get(word) ?? 1))
    return sum
  }
  const weights = new Map(all.map((piece) => [piece, weightOf(piece.words)]))
  return (a: ClausePiece, b: ClausePiece): number => {
    const shared = weightOf(intersection(a.words, b.words))
    const words =
      (2 * shared) / ((weights.get(a) ?? 0) + (weights.get(b) ?? 0)) + (sameHeading(a, b) ? SAME_HEADING : 0)
    if (a.subjects.size === 0 || b.subjects.size === 0) return words
    const subjects = intersection(a.subjects, b.subjects).length
    return words + (subjects > 0 ? SAME_SUBJECT : -OTHER_SUBJECT)
  }
}

const intersection = (a: Set<string>, b: Set<string>): string[] => [...a].filter((one) => b.has(one))

/** The new clauses whose partners stand in the same order: the longest such run; the others have moved. */
export function inOrder(partner: Map<number, number>): Set<number> {
  const sorted = [...partner].sort((a, b) => a[0] - b[0])
  const best = sorted.map(() => 1)
  const previous = sorted.map(() => -1)
  for (const [i, [, from]] of sorted.entries())
    for (let j = 0; j < i; j++) {
      const earlier = sorted[j]
      if (earlier && earlier[1] < from && (best[j] ?? 0) + 1 > (best[i] ?? 0)) {
        best[i] = (best[j] ?? 0) + 1
        previous[i] = j
      }
    }
  const kept = new Set<number>()
  for (let at = best.indexOf(Math.max(...best)); at >= 0; at = previous[at] ?? -1) {
    const pair = sorted[at]
    if (pair) kept.add(pair[0])
  }
  return kept
}
