/**
 * Learns the classifier's weights and how sure the readers may be: `npm run train -- FOLDER`, the folder as
 * `loadContracts` takes it. The same folder gives the same weights; takes about ten minutes on two cores.
 *
 * Five folds by contract: the second look learns from logits of contracts that the first hasn't seen, and thresholds and
 * confidence are learned where neither has seen the contract.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'fflate'
import type { WeightsFile } from '../classifier.ts'
import { featureBits } from '../features.ts'
import { type Candidate, candidatesOf, jaccard, type Logits, wordSet } from '../second-look.ts'
import { sumOfTrees, type Trees } from '../trees.ts'
import { learnTrees } from './boosting.ts'
import { learnCalibration } from './calibrate.ts'
import { type Contract, loadContracts, targetsOf } from './contracts.ts'
import { type Example, learnRegression, logit, sigmoid } from './regression.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Category of the labels → key of the weights. */
const categories: Record<string, string> = {
  'Cap On Liability': 'cap_on_liability',
  'Uncapped Liability': 'uncapped_liability',
  'Audit Rights': 'audit_right',
  Insurance: 'insurance',
  'Post-Termination Services': 'post_termination',
  'Renewal Term': 'renewal',
  'Notice Period To Terminate Renewal': 'non_renewal_notice',
  'Expiration Date': 'expiration',
  'Governing Law': 'governing_law',
  'Termination For Convenience': 'termination_for_convenience',
  'Anti-Assignment': 'assignment',
  'Change Of Control': 'change_of_control',
  'Liquidated Damages': 'liquidated_damages',
  'Warranty Duration': 'warranty',
}

const folds = 5
const inFold = (fold: number) => (_: unknown, i: number) => i % folds === fold
const notIn = (fold: number) => (_: unknown, i: number) => i % folds !== fold

const examplesOf = (contracts: Contract[], targets: Map<Contract, Int8Array>): Example[] =>
  contracts.flatMap((contract) =>
    contract.features.flatMap((features, i) => {
      const target = targets.get(contract)?.[i] ?? 0
      return target < 0 ? [] : [{ features, target }]
    }),
  )

/** Logits of every contract by weights that were learned without it. */
function heldOutLogits(contracts: Contract[], targets: Map<Contract, Int8Array>[]): Map<Contract, Logits> {
  const out = new Map<Contract, Logits>(contracts.map((c) => [c, []]))
  for (const y of targets)
    for (let fold = 0; fold < folds; fold++) {
      const weights = learnRegression(examplesOf(contracts.filter(notIn(fold)), y))
      for (const contract of contracts.filter(inFold(fold)))
        out.get(contract)?.push(Float32Array.from(contract.features, (f) => logit(weights, f)))
    }
  return out
}

type Rows = Map<Contract, Candidate[]>

const treeRows = (contracts: Contract[], rows: Rows, targets: Map<Contract, Int8Array>) =>
  contracts.flatMap((contract) =>
    (rows.get(contract) ?? []).flatMap(({ unit, x }) => {
      const target = targets.get(contract)?.[unit] ?? 0
      return target < 0 ? [] : [{ x, target }]
    }),
  )

/** Scores of every contract's units by trees that were learned without it. */
function heldOutScores(contracts: Contract[], rows: Rows, targets: Map<Contract, Int8Array>) {
  const out = new Map<Contract, Float32Array>()
  for (let fold = 0; fold < folds; fold++) {
    const trees = learnTrees(treeRows(contracts.filter(notIn(fold)), rows, targets))
    for (const contract of contracts.filter(inFold(fold))) {
      const scores = new Float32Array(contract.words.length)
      for (const { unit, x } of rows.get(contract) ?? []) scores[unit] = sigmoid(sumOfTrees(trees, x))
      out.set(contract, scores)
    }
  }
  return out
}

/** How much F1 a lower threshold may cost: a clause that was missed costs more than one too many to look at. */
const recallIsWorth = 0.008

/** The lowest threshold whose F1 over labelled spans is about the best, on contracts that the weights have not seen. */
function chooseThreshold(contracts: Contract[], category: string, scores: Map<Contract, Float32Array>) {
  const all: [threshold: number, f1: number][] = []
  for (let threshold = 0.14; threshold < 0.7; threshold += 0.02) {
    let right = 0
    let missed = 0
    let wrong = 0
    for (const contract of contracts) {
      const spans = contract.spansOf(category).map(wordSet)
      const taken = contract.words.filter((_, i) => (scores.get(contract)?.[i] ?? 0) >= threshold)
      for (const span of spans) taken.some((words) => jaccard(span, words) >= 0.5) ? right++ : missed++
      for (const words of taken) if (!spans.some((span) => jaccard(span, words) >= 0.5)) wrong++
    }
    all.push([threshold, (2 * right) / (2 * right + wrong + missed || 1)])
  }
  const best = Math.max(...all.map(([, f1]) => f1))
  return all.find(([, f1]) => f1 >= best - recallIsWorth) ?? ([0.5, best] as const)
}

const base64 = (bytes: ArrayBufferLike) =>
  Buffer.from(gzipSync(new Uint8Array(bytes), { level: 9, mtime: 0 })).toString('base64')

/** Nodes of all trees as the classifier unpacks them. */
function packTrees(trees: Trees[]): ArrayBuffer {
  const count = trees.reduce((sum, { feature }) => sum + feature.length, 0)
  const buffer = new ArrayBuffer(8 * count)
  const feature = new Int16Array(buffer, 0, count)
  const right = new Int16Array(buffer, 2 * count, count)
  const value = new Float32Array(buffer, 4 * count, count)
  let at = 0
  for (const one of trees) {
    feature.set(one.feature, at)
    right.set(one.right, at)
    value.set(one.value, at)
    at += one.feature.length
  }
  return buffer
}

const weightsFile = (name: string) => path.join(import.meta.dirname, '..', 'weights', name)
const rounded = (value: number) => Math.round(value * 1e6) / 1e6

function main(folder: string | undefined): void {
  if (!folder) throw new Error('Name the folder with labels.jsonl and txt/: npm run train -- FOLDER')
  const contracts = loadContracts(folder)
  const names = Object.keys(categories)
  const targets = names.map((category) => new Map(contracts.map((c) => [c, targetsOf(c, category)])))
  const logits = heldOutLogits(contracts, targets)
  const bytes = new Int8Array(names.length * 2 ** featureBits)
  const file: WeightsFile = { featureBits, categories: [], regressions: '', trees: '' }
  const allTrees: Trees[] = []
  const scores = new Map<string, Map<Contract, Float32Array>>()
  names.forEach((category, c) => {
    const y = targets[c] ?? new Map<Contract, Int8Array>()
    const key = categories[category] ?? category
    const vocabulary = vocabularyOf(contracts, logits, c, y)
    const rows: Rows = new Map(
      contracts.map((contract) => [
        contract,
        candidatesOf(contract.context.units, contract.words, logits.get(contract) ?? [], c, vocabulary),
      ]),
    )
    const held = heldOutScores(contracts, rows, y)
    const [threshold, f1] = chooseThreshold(contracts, category, held)
    const weights = learnRegression(examplesOf(contracts, y))
    const scale = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) / 127
    bytes.set(
      Int8Array.from(weights, (w) => Math.round(w / scale)),
      c * 2 ** featureBits,
    )
    const trees = learnTrees(treeRows(contracts, rows, y))
    allTrees.push(trees)
    scores.set(key, held)
    file.categories.push({
      key,
      scale,
      vocabulary,
      base: rounded(trees.base),
      roots: trees.roots,
      nodes: trees.feature.length,
      threshold: rounded(threshold),
    })
    console.log(`${category.padEnd(36)} held-out span F1 ${f1.toFixed(3)} at ${threshold.toFixed(2)}`)
  })
  file.regressions = base64(bytes.buffer)
  file.trees = base64(packTrees(allTrees))
  writeFileSync(weightsFile('weights.json'), `${JSON.stringify(file)}\n`)
  const thresholds = new Map(file.categories.map(({ key, threshold }) => [key, threshold]))
  writeFileSync(
    weightsFile('calibration.json'),
    `${JSON.stringify(learnCalibration(contracts, scores, thresholds), null, 1)}\n`,
  )
}

main(process.argv[2])
