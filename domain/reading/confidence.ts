import type { Candidate } from '../terms/term.ts'
import { categoryOf } from './categories.ts'
import type { ReadingContext } from './context.ts'
import { wordSet } from './second-look.ts'
import { sumOfTrees, type Trees } from './trees.ts'
import file from './weights/confidence.json' with { type: 'json' }
import { widen } from './widen.ts'

/**
 * How likely a finding is right: learned from how often findings like it were right on contracts with lawyers' labels
 * that nothing in the engine had seen. The same code runs in training.
 */

export interface ConfidenceFile {
  /** Term types that it was learned for; the trees know each by its place. */
  types: string[]
  trees: { base: number; roots: number[]; feature: number[]; value: number[]; right: number[] }
}

const { types, trees }: ConfidenceFile = file
const forest: Trees = {
  base: trees.base,
  roots: trees.roots,
  feature: Int16Array.from(trees.feature),
  value: Float32Array.from(trees.value),
  right: Int16Array.from(trees.right),
}

const inside = (p: number) => Math.min(0.98, Math.max(0.02, p))
/** Log odds of a probability, which is kept a little away from 0 and 1. */
const logOdds = (p: number) => Math.log(inside(p) / (1 - inside(p)))
const probability = (z: number) => 1 / (1 + Math.exp(-z))

/**
 * The confidence of each of a document's findings of one type, 0.02..0.98. A type without labels keeps its reader's score.
 * @param candidates all of the type; the first span of each is the one that says it
 */
export function confidences(
  context: ReadingContext,
  type: string,
  candidates: Candidate<unknown>[],
): number[] {
  const place = types.indexOf(type)
  const views = place < 0 ? [] : viewsOf(context, type, candidates, place, types.length)
  return candidates.map(({ score }, i) => {
    const view = views[i]
    return Math.round(inside(view ? probability(sumOfTrees(forest, view)) : score) * 1000) / 1000
  })
}

const suffix =
  /\b(?:inc|llc|ltd|corp|corporation|limited|company|l\.?p|gmbh|plc|bank|trust|ag|b\.?v|n\.?v|s\.?a)\b/i

/**
 * What is known of each finding: who decided and how surely, its units, its rivals, its place, its passage, how much its
 * value says, and of a party how the paper speaks of it.
 */
export function viewsOf(
  context: ReadingContext,
  type: string,
  candidates: Candidate<unknown>[],
  place: number,
  places: number,
): Float32Array[] {
  const { text, units } = context
  const category = categoryOf(type) ?? type
  const passages = context.passages(category)
  const bestPassage = passages[0]?.score ?? 0
  const bestScore = Math.max(...candidates.map(({ score }) => score))
  return candidates.map(({ score, rule, spans, value }, i) => {
    const { start, end } = widen(context, category, spans[0] ?? { start: 0, end: 0 })
    const own = units.filter((unit) => unit.start < end && unit.end > start)
    const unitOdds = own.map((unit) => logOdds(context.score(category, unit)))
    const around = passages.filter(
      (p) => (units[p.first]?.start ?? 0) < end && (units[p.last]?.end ?? 0) > start,
    )
    const passage = Math.max(0, ...around.map((p) => p.score))
    return Float32Array.of(
      ...[logOdds(score), rule === 'classifier' ? 1 : 0, rule === 'pattern' ? 1 : 0],
      ...[Math.max(-9, ...unitOdds), Math.min(9, ...unitOdds), own.length],
      ...[i, candidates.length, bestScore - score],
      ...[
        start / text.length,
        Math.log(start + 1),
        Math.log(text.length),
        wordSet(text.slice(start, end)).size,
      ],
      ...[passage, bestPassage, bestPassage - passage, passages.length],
      ...[Object.keys(value ?? {}).length, JSON.stringify(value ?? null).includes('"unknown"') ? 1 : 0],
      ...(type === 'parties' ? partyView(text, value as PartyValue) : noParty),
      ...Array.from({ length: places }, (_, p) => (p === place ? 1 : 0)),
    )
  })
}

interface PartyValue {
  name: string
  aliases: string[]
}

const noParty = Array.from({ length: 7 }, () => 0)
/** Signatures stand in so many last characters. */
const signatures = 12_000

const partyView = (text: string, { name, aliases }: PartyValue): number[] => [
  aliases.length,
  Math.log(1 + timesIn(text, name)),
  Math.log(1 + Math.max(0, ...aliases.map((alias) => timesIn(text, alias)))),
  text.indexOf(name, Math.max(0, text.length - signatures)) >= 0 ? 1 : 0,
  suffix.test(name) ? 1 : 0,
  name.split(' ').filter((word) => /^[a-z]/.test(word)).length,
  name.length,
]

/** How often the words stand in the text; more than sixty times is sixty. */
function timesIn(text: string, words: string): number {
  let times = 0
  for (let at = text.indexOf(words); at >= 0 && times < 60; at = text.indexOf(words, at + 1)) times++
  return words ? times : 0
}
