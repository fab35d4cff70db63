import type { Clause, Passage, Unit } from './context.ts'
import { wordSet } from './second-look.ts'
import { sumOfTrees, type Trees } from './trees.ts'

/**
 * The third look: which runs of neighbouring units are one passage, as a lawyer would mark it: one sentence, a sentence
 * with its list, or two that belong together. It learns from all categories at once. The same code runs in training.
 */

export interface PassageCandidate {
  first: number
  last: number
  /** What the trees ask about. */
  x: Float32Array
}

/** A passage has a unit that scores as much, and each unit at least something. */
const bestUnit = 0.04
const everyUnit = 0.002
const longest = 5
const mostCharacters = 4000

/** How a unit stands to the next: in the same sentence, the same paragraph, another paragraph, or there is none. */
type Gap = 0 | 1 | 2 | 3
const paragraph = 2

export interface PassageText {
  units: Unit[]
  gaps: Gap[]
  /** So many distinct words have these neighbouring units together. */
  size(first: number, last: number): number
}

/**
 * What the candidates of every category are reckoned from.
 * @param words `wordSet` of a unit
 */
export function passageText(text: string, units: Unit[], words: (unit: number) => Set<string>): PassageText {
  const gaps = units.map((unit, i): Gap => {
    const next = units[i + 1]
    if (!next) return 3
    const between = text.slice(unit.end, next.start)
    if (between.includes('\n\n')) return paragraph
    return between.length <= 3 && next.leadIn ? 0 : 1
  })
  const sizes = new Map<number, number>()
  const size = (first: number, last: number) => {
    if (first === last) return words(first).size
    const key = first * longest + last - first
    const known = sizes.get(key)
    if (known !== undefined) return known
    const own = wordSet(text.slice(units[first]?.start, units[last]?.end)).size
    sizes.set(key, own)
    return own
  }
  return { units, gaps, size }
}

const logOdds = (p: number) => Math.log(Math.max(p, 0.001) / (1 - Math.min(p, 0.999)))

const nothing = logOdds(0)

/** Words with which a sentence goes on about the one before it. */
const goesOn =
  /^(?:\(?\w{1,4}[).] ?)?(?:provided|such|if|the foregoing|notwithstanding the foregoing|in (?:such|the) event|in addition|however|any such|this|these|those|it|upon|said|except|unless|further|also|each|without|thereafter|all such|and|or|[a-z])/

/**
 * The runs of units that may be a passage of the category, with what the third look sees of them; one at a time.
 * @param scores the units' scores in the category
 * @param category its index among `categories`
 */
export function* passageCandidates(
  { units, gaps, size: sizeOf }: PassageText,
  scores: Float32Array,
  category: number,
  categories: number,
): Generator<PassageCandidate> {
  const best = scores.reduce((a, b) => Math.max(a, b), 0)
  if (best < bestUnit) return
  const p = (i: number) => scores[i] ?? 0
  const allOdds = scores.map((score) => (score > 0 ? logOdds(score) : nothing))
  const odds = (i: number) => allOdds[i] ?? nothing
  const gap = (i: number): Gap => gaps[i] ?? 3
  const clause = (i: number): Clause | null | undefined => units[i]?.clause
  const sameClause = (a: number, b: number) => units[a]?.clause && units[a]?.clause === units[b]?.clause
  const opens = (i: number) => (goesOn.test(units[i]?.plain ?? '') ? 1 : 0)
  const bestOdds = logOdds(bestUnit)
  const expected = scores.reduce((a, b) => a + b, 0)
  const ranked = scores.filter((score) => score >= everyUnit).sort((a, b) => b - a)

  for (let a = 0; a < units.length; a++) {
    if (p(a) < everyUnit) continue
    for (let b = a; b < units.length && b < a + longest; b++) {
      if (b > a && gap(b - 1) === paragraph && !sameClause(a, b) && !units[b]?.leadIn) break
      const start = units[a]?.start ?? 0
      const end = units[b]?.end ?? 0
      if (end - start > mostCharacters) break
      if (p(b) < everyUnit) continue
      const own = Array.from({ length: b - a + 1 }, (_, i) => odds(a + i))
      const most = Math.max(...own)
      if (most < bestOdds) continue
      const size = sizeOf(a, b) || 1
      const inside = [0, 0, 0]
      for (let i = a; i < b; i++) inside[gap(i)] = (inside[gap(i)] ?? 0) + 1
      const ends = units[b]?.plain ?? ''
      const share = (i: number) => (units[i] ? sizeOf(i, i) / size : 0)
      const peak = a + own.indexOf(most)
      const [before, after] = [odds(a - 1), odds(b + 1)]
      const x = [most, Math.min(...own), own.reduce((sum, z) => sum + z, 0) / own.length, odds(a), odds(b)]
      x.push(before, after, odds(a - 2), odds(b + 2), Math.max(before, after))
      x.push(own.length, size, share(peak), share(a), share(b))
      x.push(inside[0] ?? 0, inside[1] ?? 0, inside[2] ?? 0, gap(a - 1), gap(b))
      x.push(logOdds(best), expected, ranked.indexOf(p(peak)), best - p(peak))
      x.push(opens(a), opens(b + 1), /[:;,]$/.test(units[a - 1]?.plain ?? '') ? 1 : 0)
      x.push(/:$/.test(ends) ? 1 : 0, /[;,]$/.test(ends) ? 1 : 0, units[a]?.leadIn ? 1 : 0)
      x.push(clause(a - 1) === clause(a) ? 1 : 0, clause(b + 1) === clause(b) ? 1 : 0)
      x.push(share(a - 1), share(b + 1), a / units.length, units.length)
      for (let c = 0; c < categories; c++) x.push(c === category ? 1 : 0)
      yield { first: a, last: b, x: Float32Array.from(x) }
    }
  }
}

/** What the third look has learned. */
export interface PassageTrees {
  /** That a passage is about what a lawyer would mark. */
  marked: Trees
  /** That it has all of it. */
  whole: Trees
}

const probability = (z: number) => 1 / (1 + Math.exp(-z))
/** Of two passages that are as likely marked, the one that is likelier whole is taken. */
const wholeness = 0.4
/** A passage less likely than this is none. */
const faint = 0.05

/** Passages that don't overlap, the best first. */
export function choosePassages(
  candidates: Iterable<PassageCandidate>,
  { marked, whole }: PassageTrees,
): Passage[] {
  const judged: (Passage & { worth: number })[] = []
  for (const { first, last, x } of candidates) {
    const score = probability(sumOfTrees(marked, x))
    if (score < faint) continue
    judged.push({ first, last, score, worth: score + wholeness * probability(sumOfTrees(whole, x)) })
  }
  const chosen: Passage[] = []
  const covered = new Set<number>()
  for (const { first, last, score } of judged.sort((a, b) => b.worth - a.worth || a.first - b.first)) {
    let free = true
    for (let unit = first; unit <= last; unit++) if (covered.has(unit)) free = false
    if (!free) continue
    for (let unit = first; unit <= last; unit++) covered.add(unit)
    chosen.push({ first, last, score })
  }
  return chosen.sort((a, b) => b.score - a.score || a.first - b.first)
}

/** From which score on passages are taken: one at least must be likely, the others beside it may be less so. */
export interface PassageThreshold {
  presence: number
  each: number
}

/** @param passages of one document, the best first */
export function takenPassages(passages: Passage[], { presence, each }: PassageThreshold): Passage[] {
  if ((passages[0]?.score ?? 0) < presence) return []
  return passages.filter(({ score }) => score >= each)
}
