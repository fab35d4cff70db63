import { termTypes } from '../../terms/index.ts'
import { labelOf } from '../categories.ts'
import { citedSpans } from '../citations.ts'
import { type ConfidenceFile, viewsOf } from '../confidence.ts'
import type { Passage, ReadingContext } from '../context.ts'
import { type PassageThreshold, takenPassages } from '../passages.ts'
import { jaccard, wordSet } from '../second-look.ts'
import { learnTrees, type Shape } from './boosting.ts'
import type { Contract } from './contracts.ts'

/** What looks that were learned without a contract say of it. */
export interface HeldOut {
  scores: Map<Contract, Float32Array>
  passages: Map<Contract, Passage[]>
  threshold: PassageThreshold
}

/** One cited range: what is known of its finding, and whether a lawyer marked it. */
interface Sample {
  right: number
  view: (place: number, places: number) => Float32Array
}

/** Fewer readings than this teach nothing about how often a reader is right. */
const fewest = 15
/** Few and shallow: they shift what the score says, and there are some four thousand citations to learn from. */
const shape: Shape = { rounds: 80, depth: 3, smallestLeaf: 40, rowShare: 0.6, featureShare: 0.4 }
const rounded = (value: number) => Math.round(value * 1e4) / 1e4

/**
 * How often the readers are right, on contracts that the classifier has not seen.
 * @param heldOut by key of the weights
 */
export function learnConfidence(contracts: Contract[], heldOut: Map<string, HeldOut>): ConfidenceFile {
  const contexts = contracts.map((contract) => ({ contract, context: unseen(contract, heldOut) }))
  const byType = new Map<string, Sample[]>()
  for (const { type, read } of termTypes) {
    const label = labelOf(type)
    if (!label) continue
    const samples = contexts.flatMap(({ contract, context }) => {
      const spans = contract.spansOf(label)
      const candidates = read(context)
      return candidates.flatMap((candidate, i) =>
        citedSpans(context, type, candidate).map(
          ({ start, end }): Sample => ({
            right: isRight(context.text.slice(start, end), spans) ? 1 : 0,
            view: (place, places) =>
              viewsOf(context, type, candidates, place, places)[i] ?? new Float32Array(),
          }),
        ),
      )
    })
    if (samples.length >= fewest) byType.set(type, samples)
  }
  const rows = [...byType.values()].flatMap((samples, place) =>
    samples.map(({ view, right }) => ({ x: view(place, byType.size), target: right })),
  )
  const { base, roots, feature, value, right } = learnTrees(rows, shape)
  return {
    types: [...byType.keys()],
    trees: {
      base: rounded(base),
      roots,
      feature: Array.from(feature),
      value: Array.from(value, rounded),
      right: Array.from(right),
    },
  }
}

const unseen = (contract: Contract, heldOut: Map<string, HeldOut>): ReadingContext => ({
  ...contract.context,
  score: (category, unit) => heldOut.get(category)?.scores.get(contract)?.[unit.index] ?? 0,
  passages: (category) => {
    const own = heldOut.get(category)
    return own ? takenPassages(own.passages.get(contract) ?? [], own.threshold) : []
  },
})

function isRight(quote: string, spans: string[]): boolean {
  const words = wordSet(quote)
  return spans.some((span) => jaccard(words, wordSet(span)) >= 0.5 || quote.includes(span))
}
