import { termTypes } from '../../terms/index.ts'
import type { Calibration } from '../calibration.ts'
import { ruleKind } from '../calibration.ts'
import { categories } from '../categories.ts'
import { citedSpans } from '../citations.ts'
import type { ReadingContext } from '../context.ts'
import { type Passage, type PassageThreshold, takenPassages } from '../passages.ts'
import { jaccard, wordSet } from '../second-look.ts'
import type { Contract } from './contracts.ts'
import { sigmoid } from './regression.ts'

/** Types that no category of the classifier carries, and the label that says whether a reading of them is right. */
const labelOf: Record<string, string> = {
  effective_date: 'Effective Date',
  agreement_date: 'Agreement Date',
  parties: 'Parties',
}

/** What looks that were learned without a contract say of it. */
export interface HeldOut {
  scores: Map<Contract, Float32Array>
  passages: Map<Contract, Passage[]>
  threshold: PassageThreshold
}

interface Sample {
  score: number
  right: number
}

/** Fewer readings than this teach nothing about how often a reader is right. */
const fewest = 15

/**
 * How often the readers are right when they give a score, on contracts that the classifier has not seen.
 * @param heldOut by key of the weights
 */
export function learnCalibration(contracts: Contract[], heldOut: Map<string, HeldOut>): Calibration {
  const out: Calibration = {}
  const contexts = contracts.map((contract) => ({ contract, context: unseen(contract, heldOut) }))
  for (const type of termTypes) {
    const label = categories.find(({ types }) => types.includes(type.type))?.label ?? labelOf[type.type]
    if (!label) continue
    const byKind = new Map<string, Sample[]>()
    for (const { contract, context } of contexts) {
      const spans = contract.spansOf(label)
      for (const candidate of type.read(context)) {
        const { score, rule } = candidate
        const samples = byKind.get(ruleKind(rule)) ?? []
        byKind.set(ruleKind(rule), samples)
        for (const { start, end } of citedSpans(context, type.type, candidate))
          samples.push({ score, right: isRight(context.text.slice(start, end), spans) ? 1 : 0 })
      }
    }
    const all = [...byKind.values()].flat()
    if (all.length < fewest) continue
    out[type.type] = Object.fromEntries(
      [...byKind].map(([kind, samples]) => [kind, fit(samples.length < fewest ? all : samples)]),
    )
  }
  return out
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

/** Platt's scaling: a slope and a shift of the score's log odds, held a little to "as it is". */
function fit(samples: Sample[]): [slope: number, shift: number] {
  let slope = 1
  let shift = 0
  for (let step = 0; step < 3000; step++) {
    let bySlope = 1 * (slope - 1)
    let byShift = 0.2 * shift
    for (const { score, right } of samples) {
      const odds = logOdds(score)
      const off = sigmoid(slope * odds + shift) - right
      bySlope += off * odds
      byShift += off
    }
    slope = Math.max(0.1, slope - (0.3 * bySlope) / samples.length)
    shift -= (0.3 * byShift) / samples.length
  }
  return [Math.round(slope * 1e3) / 1e3, Math.round(shift * 1e3) / 1e3]
}

const logOdds = (score: number) => {
  const inside = Math.min(0.98, Math.max(0.02, score))
  return Math.log(inside / (1 - inside))
}
