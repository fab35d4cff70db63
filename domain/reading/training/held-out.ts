import { type NetworkFile, networkLook, networkOf } from '../network.ts'
import {
  byWord,
  type Candidate,
  candidatesOf,
  candidateUnits,
  clip,
  type Logits,
  scoreOf,
  secondView,
  type Verdict,
} from '../second-look.ts'
import { sumOfTrees, type Trees } from '../trees.ts'
import { learnTrees, type Shape } from './boosting.ts'
import { type Contract, targetsOf } from './contracts.ts'
import { Learned } from './learned.ts'
import { type Example, learnRegression, logit } from './regression.ts'
import { vocabularyOf } from './vocabulary.ts'

/** The first and second look, each learned without the contracts that it is then asked about. */

export const folds = 5
export const inFold = (fold: number) => (_: unknown, i: number) => i % folds === fold
export const notIn = (fold: number) => (_: unknown, i: number) => i % folds !== fold

export const secondLook: Shape = { rounds: 150, depth: 4, smallestLeaf: 8, rowShare: 0.6, featureShare: 0.25 }

export type Targets = Map<Contract, Int8Array>
export const targetsFor = (contracts: Contract[], label: string): Targets =>
  new Map(contracts.map((contract) => [contract, targetsOf(contract, label)]))

export const examplesOf = (contracts: Contract[], targets: Targets): Example[] =>
  contracts.flatMap((contract) =>
    contract.features.flatMap((features, i) => {
      const target = targets.get(contract)?.[i] ?? 0
      return target < 0 ? [] : [{ features, target }]
    }),
  )

/** Logits of one category for every contract, by weights that were learned without it. */
export function heldOutLogits(contracts: Contract[], targets: Targets): Map<Contract, Float32Array> {
  const out = new Map<Contract, Float32Array>()
  for (let fold = 0; fold < folds; fold++) {
    const weights = learnRegression(examplesOf(contracts.filter(notIn(fold)), targets))
    for (const contract of contracts.filter(inFold(fold)))
      out.set(
        contract,
        Float32Array.from(contract.features, (f) => logit(weights, f)),
      )
  }
  return out
}

/**
 * Logits of the network for the candidates of every contract, by one that was learned without it.
 * @param networks one for each fold
 * @param logits held-out logits of the first look, all categories
 */
export function heldOutNetwork(
  contracts: Contract[],
  networks: NetworkFile[],
  logits: Map<Contract, Logits>,
): Map<Contract, Logits> {
  const out = new Map<Contract, Logits>()
  networks.forEach((file, fold) => {
    for (const contract of contracts.filter(inFold(fold))) {
      const first = logits.get(contract) ?? []
      out.set(
        contract,
        networkLook(networkOf(file, first.length), contract.context.units, candidateUnits(first)),
      )
    }
  })
  return out
}

const viewOf = ({ context: { units, mayMatch } }: Contract, logits: Logits) =>
  secondView(units, logits, mayMatch)

export interface SecondLook {
  vocabulary: string[]
  trees: Trees
  verdict: Verdict
  /** Scores of every contract's units, by trees that were learned without it. */
  scores: Map<Contract, Float32Array>
}

/**
 * Learns a category's second look from held-out logits of all categories.
 * @param network its held-out logits
 */
export function learnSecondLook(
  contracts: Contract[],
  logits: Map<Contract, Logits>,
  category: number,
  targets: Targets,
  network: Map<Contract, Logits>,
): SecondLook {
  const vocabulary = vocabularyOf(contracts, logits, category, targets)
  const places = byWord(vocabulary)
  const rows = new Map<Contract, Candidate[]>(
    contracts.map((contract) => [
      contract,
      [...candidatesOf(viewOf(contract, logits.get(contract) ?? []), category, places)],
    ]),
  )
  const rowsOf = (some: Contract[]) =>
    some.flatMap((contract) =>
      (rows.get(contract) ?? []).flatMap(({ unit, x }) => {
        const target = targets.get(contract)?.[unit] ?? 0
        return target < 0 ? [] : [{ x, target }]
      }),
    )
  const said = contracts.map((contract, i) => ({
    contract,
    fold: i % folds,
    opinions: (rows.get(contract) ?? []).map(({ unit, x }) => ({
      unit,
      x,
      trees: 0,
      network: network.get(contract)?.[category]?.[unit] ?? 0,
      target: targets.get(contract)?.[unit] ?? 0,
    })),
  }))
  for (let fold = 0; fold < folds; fold++) {
    const trees = learnTrees(rowsOf(contracts.filter(notIn(fold))), secondLook)
    for (const { opinions } of said.filter((one) => one.fold === fold))
      for (const opinion of opinions) opinion.trees = sumOfTrees(trees, opinion.x)
  }
  const verdict = learnVerdict(said.flatMap(({ opinions }) => opinions).filter(({ target }) => target >= 0))
  const scores = new Map(
    said.map(({ contract, opinions }) => {
      const own = new Float32Array(contract.words.length)
      for (const { unit, trees, network: other } of opinions) own[unit] = scoreOf(verdict, trees, other)
      return [contract, own]
    }),
  )
  return { vocabulary, trees: learnTrees(rowsOf(contracts), secondLook), verdict, scores }
}

const steps = 400
const stride = 0.03

/** The logistic regression of what is right on what trees and network say of contracts that neither has seen. */
function learnVerdict(opinions: { trees: number; network: number; target: number }[]): Verdict {
  const weights = new Learned(3, (i) => [0.8, 0.2, 0][i] ?? 0)
  const verdict = () => {
    const [trees = 0, network = 0, shift = 0] = weights.value
    return { trees, network, shift }
  }
  for (let step = 1; step <= steps; step++) {
    const now = verdict()
    const slope = [0, 0, 0]
    for (const { trees, network, target } of opinions) {
      const error = scoreOf(now, trees, network) - target
      const seen = [trees, clip(network), 1]
      seen.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + (error * value) / opinions.length
      })
    }
    weights.slope.set(slope)
    weights.descend(step, stride)
  }
  return verdict()
}
