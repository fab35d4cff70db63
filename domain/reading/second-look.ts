import type { Clause, Unit } from './context.ts'
import { signs } from './features.ts'

/**
 * The second look at a unit: how its first scores stand beside those of its neighbours, of its clause, of the rest of the
 * document and of the other categories, and a few words that part what says the category from what only resembles it.
 * The same code runs in training.
 */

/** Units whose first logit is below this are no candidates; most of a document is far below. */
export const candidateLogit = -5.5

/** Of one document: a logit for each category (outer) and unit (inner). */
export type Logits = Float32Array[]

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
  x: number[]
}

const clip = (z: number) => Math.max(-9, Math.min(9, z))
const probability = (z: number) => 1 / (1 + Math.exp(-z))

interface Clauses {
  first: Map<Clause | null, number>
  count: Map<Clause | null, number>
}

/** Counts the units of each clause. */
function clausesOf(units: Unit[]): Clauses {
  const first = new Map<Clause | null, number>()
  const count = new Map<Clause | null, number>()
  for (const { clause, index } of units) {
    if (!first.has(clause)) first.set(clause, index)
    count.set(clause, (count.get(clause) ?? 0) + 1)
  }
  return { first, count }
}

/**
 * The candidates of a category with what the second look sees of them: numbers in a fixed order.
 * @param words `wordSet` of each unit
 * @param vocabulary words of the category whose presence counts
 */
export function candidatesOf(
  units: Unit[],
  words: Set<string>[],
  logits: Logits,
  category: number,
  vocabulary: string[],
): Candidate[] {
  const own = logits[category] ?? new Float32Array()
  const order = [...own.keys()].sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0))
  const rank = new Map(order.map((unit, i) => [unit, i]))
  const expected = own.reduce((sum, z) => sum + probability(z), 0)
  const most = logits.map((all) => all.reduce((a, b) => Math.max(a, b), -12))
  const { first, count } = clausesOf(units)
  const strongest = new Map<Clause | null, number>()
  units.forEach(({ clause }, i) => {
    strongest.set(clause, Math.max(strongest.get(clause) ?? -12, own[i] ?? -12))
  })
  const near = (i: number) => clip(own[i] ?? -9)

  return units.flatMap((unit, i) => {
    const z = own[i] ?? -12
    if (z < candidateLogit) return []
    const other = (order[0] === i ? order[1] : order[0]) ?? i
    const best = own[other] ?? -9
    const mine = words[i] ?? new Set<string>()
    const x = [
      clip(z),
      ...[near(i - 1), near(i + 1), near(i - 2), near(i + 2), near(i - 3), near(i + 3)],
      Math.max(near(i - 1), near(i + 1)),
      ...[clip(best), clip(z - best), rank.get(i) ?? 0, expected, expected - probability(z)],
      ...[Math.min(20, Math.abs(i - other)), jaccard(mine, words[other] ?? new Set()), units.length],
      ...most.map((all, c) => (c === category ? 0 : clip(all))),
      ...logits.map((all, c) => (c === category ? 0 : clip(all[i] ?? -9))),
      ...[
        clip(strongest.get(unit.clause) ?? -9),
        count.get(unit.clause) ?? 0,
        i - (first.get(unit.clause) ?? i),
      ],
      ...[unit.clause?.level ?? 0, unit.leadIn ? 1 : 0, unit.leadIn ? near(unit.leadIn.index) : -9],
      ...[unit.position, Math.min(i, 60), mine.size],
      ...signs.map(([, find]) => (find.test(unit.plain) ? 1 : 0)),
      ...vocabulary.map((word) => (mine.has(word) ? 1 : 0)),
    ]
    return { unit: i, x }
  })
}
