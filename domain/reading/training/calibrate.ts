import { termTypes } from '../../terms/index.ts'
import type { Calibration } from '../calibration.ts'
import { ruleKind } from '../calibration.ts'
import type { ReadingContext } from '../context.ts'
import { jaccard, wordSet } from '../second-look.ts'
import type { Contract } from './contracts.ts'
import { sigmoid } from './regression.ts'

/** Term type → category of the labels that says whether a reading of it is right. */
const labelOf: Record<string, string> = {
  liability_cap: 'Cap On Liability',
  damages_exclusion: 'Cap On Liability',
  limitation_period: 'Cap On Liability',
  liability_uncapped: 'Uncapped Liability',
  audit_right: 'Audit Rights',
  insurance: 'Insurance',
  exit_assistance: 'Post-Termination Services',
  post_termination: 'Post-Termination Services',
  renewal: 'Renewal Term',
  non_renewal_notice: 'Notice Period To Terminate Renewal',
  expiration: 'Expiration Date',
  initial_term: 'Expiration Date',
  effective_date: 'Effective Date',
  agreement_date: 'Agreement Date',
  governing_law: 'Governing Law',
  termination_for_convenience: 'Termination For Convenience',
  assignment: 'Anti-Assignment',
  change_of_control: 'Change Of Control',
  liquidated_damages: 'Liquidated Damages',
  warranty: 'Warranty Duration',
  parties: 'Parties',
}

interface Sample {
  score: number
  right: number
}

/** Fewer readings than this teach nothing about how often a reader is right. */
const fewest = 15

/**
 * How often the readers are right when they give a score, on contracts that the classifier has not seen.
 * @param scores held-out scores by key of the weights
 */
export function learnCalibration(
  contracts: Contract[],
  scores: Map<string, Map<Contract, Float32Array>>,
  thresholds: Map<string, number>,
): Calibration {
  const out: Calibration = {}
  const contexts = contracts.map((contract) => ({
    contract,
    context: heldOut(contract, scores, thresholds),
  }))
  for (const type of termTypes) {
    const label = labelOf[type.type]
    if (!label) continue
    const byKind = new Map<string, Sample[]>()
    for (const { contract, context } of contexts) {
      const spans = contract.spansOf(label)
      for (const { score, rule, spans: cited } of type.read(context)) {
        const samples = byKind.get(ruleKind(rule)) ?? []
        byKind.set(ruleKind(rule), samples)
        for (const { start, end } of cited)
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

const heldOut = (
  contract: Contract,
  scores: Map<string, Map<Contract, Float32Array>>,
  thresholds: Map<string, number>,
): ReadingContext => ({
  ...contract.context,
  score: (category, unit) => scores.get(category)?.get(contract)?.[unit.index] ?? 0,
  threshold: (category) => thresholds.get(category) ?? 2,
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
