import { byWord, type Candidate, candidatesOf, type Logits, secondView } from '../second-look.ts'
import { sumOfTrees, type Trees } from '../trees.ts'
import { learnTrees, type Shape } from './boosting.ts'
import { type Contract, targetsOf } from './contracts.ts'
import { type Example, learnRegression, logit, sigmoid } from './regression.ts'
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

const viewOf = ({ context: { units, mayMatch } }: Contract, logits: Logits) =>
  secondView(units, logits, mayMatch)

export interface SecondLook {
  vocabulary: string[]
  trees: Trees
  /** Scores of every contract's units, by trees that were learned without it. */
  scores: Map<Contract, Float32Array>
}

/** Learns a category's second look from held-out logits of all categories. */
export function learnSecondLook(
  contracts: Contract[],
  logits: Map<Contract, Logits>,
  category: number,
  targets: Targets,
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
  const scores = new Map<Contract, Float32Array>()
  for (let fold = 0; fold < folds; fold++) {
    const trees = learnTrees(rowsOf(contracts.filter(notIn(fold))), secondLook)
    for (const contract of contracts.filter(inFold(fold))) {
      const own = new Float32Array(contract.words.length)
      for (const { unit, x } of rows.get(contract) ?? []) own[unit] = sigmoid(sumOfTrees(trees, x))
      scores.set(contract, own)
    }
  }
  return { vocabulary, trees: learnTrees(rowsOf(contracts), secondLook), scores }
}
