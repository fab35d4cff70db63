import type { Clause, Unit } from './context.ts'
import { shapesOf } from './shapes.ts'
import type { WordIndex } from './word-index.ts'

/**
 * The second look at a unit: how its first scores stand beside those of its neighbours, of its clause, of the rest of the
 * document and of the other categories, and the words and shapes that part what says the category from what only
 * resembles it. The same code runs in training.
 */

/** Units whose first logit is below this are no candidates; most of a document is far below. */
export const candidateLogit = -5.5

/** Of one document: a logit for each category (outer) and unit (inner). */
export type Logits = Float32Array[]

/** By unit, 1 for the candidates of any category. */
export function candidateUnits(logits: Logits): Uint8Array {
  const wanted = new Uint8Array(logits[0]?.length ?? 0)
  for (const all of logits)
    all.forEach((logit, unit) => {
      if (logit >= candidateLogit) wanted[unit] = 1
    })
  return wanted
}

/** What the logits of a category's trees and of the network count together, learned for each category. */
export interface Verdict {
  trees: number
  network: number
  shift: number
}

/** A candidate's score, 0..1. @param trees the sum of what they say @param network its logit */
export const scoreOf = (verdict: Verdict, trees: number, network: number): number =>
  probability(verdict.trees * trees + verdict.network * clip(network) + verdict.shift)

/** What a unit is compared by: its distinct words, lower case, without the stops. */
export function wordSet(words: string): Set<string> {
  const plain = words
    .toLowerCase()
    .replace(/[.,;:]/g, '')
    .replace(/\//g, ' ')
  return new Set(plain.split(/\s+/).filter(Boolean))
}

/** Share of the words of both that stand in both, 0..1. */
export function jaccard(a: Set<string>, b: Set<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let both = 0
  for (const word of few) if (many.has(word)) both++
  return both / (a.size + b.size - both || 1)
}

export interface Candidate {
  /** Index of the unit. */
  unit: number
  /** What the trees ask about. */
  x: Float32Array
}

/** A document as the second look sees it, whatever the category. */
export interface SecondView {
  units: Unit[]
  logits: Logits
  /** The highest logit of each category. */
  most: number[]
  /** Number of each unit's clause, and by it the clause's first unit and how many it has. */
  clauses: { of: Int32Array; first: number[]; count: number[] }
  words(unit: number): Set<string>
  shapes(unit: number): Uint8Array
}

/** Logits beyond it are as good as sure. */
export const clip = (z: number) => Math.max(-9, Math.min(9, z))
const probability = (z: number) => 1 / (1 + Math.exp(-z))
/** Below any logit. */
const none = -12

/**
 * What the candidates of all categories are reckoned from; words and shapes of a unit when first asked.
 * @param mayMatch as the word index of the units tells it
 */
export function secondView(units: Unit[], logits: Logits, mayMatch: WordIndex['mayMatch']): SecondView {
  const words: (Set<string> | undefined)[] = []
  const shapes: (Uint8Array | undefined)[] = []
  const word = (unit: number) => {
    words[unit] ??= wordSet(units[unit]?.plain ?? '')
    return words[unit]
  }
  const shape = (unit: number) => {
    shapes[unit] ??= shapesOf(units[unit], word(unit), mayMatch)
    return shapes[unit]
  }
  const most = logits.map((all) => all.reduce((a, b) => Math.max(a, b), none))
  return { units, logits, most, clauses: clausesOf(units), words: word, shapes: shape }
}

function clausesOf(units: Unit[]): SecondView['clauses'] {
  const numbers = new Map<Clause | null, number>()
  const first: number[] = []
  const count: number[] = []
  const of = Int32Array.from(units, ({ clause }, i) => {
    const known = numbers.get(clause)
    const at = known ?? numbers.size
    if (known === undefined) {
      numbers.set(clause, at)
      first.push(i)
      count.push(0)
    }
    count[at] = (count[at] ?? 0) + 1
    return at
  })
  return { of, first, count }
}

/**
 * The candidates of a category with what the second look sees of them: numbers in a fixed order; one at a time, as a long paper
 * has many.
 * @param vocabulary words of the category whose presence counts, each with its place
 */
export function* candidatesOf(
  view: SecondView,
  category: number,
  vocabulary: Map<string, number>,
): Generator<Candidate> {
  const { units, logits, most, clauses } = view
  const own = logits[category] ?? new Float32Array()
  const chosen = units.filter(({ index }) => (own[index] ?? none) >= candidateLogit)
  if (chosen.length === 0) return
  const order = chosen.map(({ index }) => index).sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0))
  const rank = new Map(order.map((unit, i) => [unit, i]))
  const expected = own.reduce((sum, z) => sum + probability(z), 0)
  const strongest = new Float32Array(clauses.first.length).fill(none)
  clauses.of.forEach((clause, i) => {
    strongest[clause] = Math.max(strongest[clause] ?? none, own[i] ?? none)
  })
  const near = (i: number) => clip(own[i] ?? -9)

  for (const unit of chosen) {
    const i = unit.index
    const z = own[i] ?? none
    const other = order[0] === i ? order[1] : order[0]
    const best = other === undefined ? -9 : (own[other] ?? -9)
    const mine = view.words(i)
    const clause = clauses.of[i] ?? 0
    const [before, after] = [near(i - 1), near(i + 1)]
    const seen = [clip(z), before, after, near(i - 2), near(i + 2), near(i - 3), near(i + 3)]
    seen.push(Math.max(before, after), clip(best), clip(z - best), rank.get(i) ?? 0)
    seen.push(expected, expected - probability(z))
    if (other === undefined) seen.push(20, 0)
    else seen.push(Math.min(20, Math.abs(i - other)), jaccard(mine, view.words(other)))
    seen.push(units.length)
    most.forEach((all, c) => {
      seen.push(c === category ? 0 : clip(all))
    })
    logits.forEach((all, c) => {
      seen.push(c === category ? 0 : clip(all[i] ?? -9))
    })
    seen.push(clip(strongest[clause] ?? -9), clauses.count[clause] ?? 0, i - (clauses.first[clause] ?? i))
    seen.push(unit.clause?.level ?? 0, unit.leadIn ? 1 : 0, unit.leadIn ? near(unit.leadIn.index) : -9)
    seen.push(unit.position, Math.min(i, 60), mine.size)
    const shapes = view.shapes(i)
    const x = new Float32Array(seen.length + shapes.length + vocabulary.size)
    x.set(seen)
    x.set(shapes, seen.length)
    for (const word of mine) {
      const at = vocabulary.get(word)
      if (at !== undefined) x[seen.length + shapes.length + at] = 1
    }
    yield { unit: i, x }
  }
}

/** The vocabulary of a category by word. */
export const byWord = (vocabulary: string[]) => new Map(vocabulary.map((word, i) => [word, i]))
