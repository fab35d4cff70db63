/**
 * Learns the classifier's weights and how sure the readers may be: `npm run train -- FOLDER VECTORS [--logits FOLDER]`, the
 * folder as `loadContracts` takes it, the vectors as `readVectors` does. The same files give the same weights; takes
 * about half an hour, most of it for the network. With `--logits` the networks and the held-out logits of the first look are kept
 * there, and taken from there when they are: weights of the first look then stay as they are, and only what rests on them is
 * learned anew.
 *
 * Five folds by contract: each look learns from what the one before says of contracts that it hasn't seen, and thresholds
 * and confidence are learned where none of them has seen the contract.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'fflate'
import { categories } from '../categories.ts'
import type { WeightsFile } from '../classifier.ts'
import { featureBits } from '../features.ts'
import type { NetworkFile } from '../network.ts'
import type { Logits } from '../second-look.ts'
import type { Trees } from '../trees.ts'
import { learnConfidence } from './confidence.ts'
import { type Contract, loadContracts } from './contracts.ts'
import {
  examplesOf,
  folds,
  heldOutLogits,
  heldOutNetwork,
  learnSecondLook,
  notIn,
  type Targets,
  targetsFor,
} from './held-out.ts'
import { learnNetwork, lessonOf, networkVocabulary, readVectors } from './network.ts'
import { learnRegression } from './regression.ts'
import { learnThirdLook } from './third-look.ts'
import { chooseThresholds } from './thresholds.ts'

const size = 2 ** featureBits
const weightsFile = (name: string) => path.join(import.meta.dirname, '..', 'weights', name)
const rounded = (value: number) => Math.round(value * 1e6) / 1e6
const base64 = (bytes: ArrayBufferLike) =>
  Buffer.from(gzipSync(new Uint8Array(bytes), { level: 9, mtime: 0 })).toString('base64')

interface FirstLook {
  scale: number
  bytes: Int8Array
  logits: Map<Contract, Float32Array>
}

function learnFirstLook(contracts: Contract[], targets: Targets): FirstLook {
  const weights = learnRegression(examplesOf(contracts, targets))
  const scale = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) / 127
  return {
    scale,
    bytes: Int8Array.from(weights, (w) => Math.round(w / scale)),
    logits: heldOutLogits(contracts, targets),
  }
}

/** The first look of an earlier run: its weights from the weights file, its held-out logits from `file`. */
function keptFirstLook(contracts: Contract[], key: string, file: string): FirstLook {
  const kept = JSON.parse(readFileSync(weightsFile('weights.json'), 'utf8')) as WeightsFile
  const at = kept.categories.findIndex((category) => category.key === key)
  const regressions = Int8Array.from(gunzipSync(Buffer.from(kept.regressions, 'base64')))
  const stored = readFileSync(file)
  const all = new Float32Array(stored.buffer.slice(stored.byteOffset, stored.byteOffset + stored.length))
  let from = 0
  const logits = new Map(
    contracts.map((contract) => {
      const to = from + contract.words.length
      const own = all.slice(from, to)
      from = to
      return [contract, own]
    }),
  )
  if (at < 0 || from !== all.length) throw new Error(`${file} is of other contracts or another category.`)
  return {
    scale: kept.categories[at]?.scale ?? 1,
    bytes: regressions.filter((_, i) => i % kept.categories.length === at),
    logits,
  }
}

function keepLogits(contracts: Contract[], file: string, { logits }: FirstLook): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(
    file,
    Buffer.concat(contracts.map((c) => Buffer.from((logits.get(c) ?? new Float32Array()).buffer))),
  )
}

/** One network for each fold, learned without it, and last one of all contracts. Those that `kept` has are taken from there. */
function learnNetworks(
  contracts: Contract[],
  targets: Targets[],
  vectorsFile: string,
  kept: string | undefined,
): NetworkFile[] {
  const vocabulary = networkVocabulary(contracts)
  const vectors = readVectors(vectorsFile, vocabulary)
  const lessons = contracts.map((contract) =>
    lessonOf(
      contract,
      vocabulary,
      targets.map((all) => all.get(contract) ?? new Int8Array()),
    ),
  )
  return Array.from({ length: folds + 1 }, (_, fold) => {
    const file = kept && path.join(kept, `network-${fold}.json`)
    if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as NetworkFile
    const network = learnNetwork(lessons.filter(notIn(fold)), vocabulary, vectors, fold + 1)
    if (file) writeFileSync(file, JSON.stringify(network))
    console.log(`network ${fold + 1} of ${folds + 1}`)
    return network
  })
}

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

const told = ({ base, roots, feature }: Trees) => ({ base: rounded(base), roots, nodes: feature.length })

function main([folder, vectors, flag, logitsFolder]: string[]): void {
  if (!folder || !vectors || (flag && (flag !== '--logits' || !logitsFolder)))
    throw new Error(
      'Name the folder with labels.jsonl and txt/ and the file of word vectors: npm run train -- FOLDER VECTORS [--logits FOLDER]',
    )
  const contracts = loadContracts(folder)
  const targets = categories.map(({ label }) => targetsFor(contracts, label))
  const first = categories.map(({ key }, c) => {
    const file = logitsFolder ? path.join(logitsFolder, `${key}.logits`) : undefined
    if (file && existsSync(file)) return keptFirstLook(contracts, key, file)
    const learned = learnFirstLook(contracts, targets[c] ?? new Map())
    if (file) keepLogits(contracts, file, learned)
    console.log(`first look at ${key}`)
    return learned
  })
  const logits = new Map<Contract, Logits>(
    contracts.map((contract) => [
      contract,
      first.map((look) => look.logits.get(contract) ?? new Float32Array()),
    ]),
  )
  const networks = learnNetworks(contracts, targets, vectors, logitsFolder)
  const network = heldOutNetwork(contracts, networks.slice(0, folds), logits)
  const second = categories.map(({ key }, c) => {
    const look = learnSecondLook(contracts, logits, c, targets[c] ?? new Map(), network)
    console.log(`second look at ${key}`)
    return look
  })
  const labels = categories.map(({ label }) => label)
  const third = learnThirdLook(
    contracts,
    labels,
    second.map(({ scores }) => scores),
  )
  const thresholds = chooseThresholds(contracts, labels, third.passages).map(
    ({ spanF1, ...threshold }, c) => {
      const { presence, each } = threshold
      console.log(`${labels[c]?.padEnd(36)} held-out span F1 ${spanF1.toFixed(3)} at ${presence}/${each}`)
      return threshold
    },
  )
  const bytes = new Int8Array(categories.length * size)
  first.forEach((look, c) => {
    look.bytes.forEach((byte, i) => {
      bytes[i * categories.length + c] = byte
    })
  })
  const file: WeightsFile = {
    featureBits,
    categories: categories.map(({ key }, c) => ({
      key,
      scale: first[c]?.scale ?? 1,
      vocabulary: second[c]?.vocabulary ?? [],
      ...told(second[c]?.trees ?? third.trees.marked),
      verdict: second[c]?.verdict ?? { trees: 1, network: 0, shift: 0 },
      threshold: thresholds[c] ?? { presence: 0.5, each: 0.5 },
    })),
    passages: { marked: told(third.trees.marked), whole: told(third.trees.whole) },
    regressions: base64(bytes.buffer),
    trees: base64(packTrees([...second.map(({ trees }) => trees), third.trees.marked, third.trees.whole])),
  }
  writeFileSync(weightsFile('weights.json'), `${JSON.stringify(file)}\n`)
  writeFileSync(weightsFile('network.json'), `${JSON.stringify(networks.at(-1))}\n`)
  const byKey = new Map(
    categories.map(({ key }, c) => [
      key,
      {
        scores: second[c]?.scores ?? new Map(),
        passages: third.passages[c] ?? new Map(),
        threshold: thresholds[c] ?? { presence: 0.5, each: 0.5 },
      },
    ]),
  )
  writeFileSync(weightsFile('confidence.json'), `${JSON.stringify(learnConfidence(contracts, byKey))}\n`)
}

main(process.argv.slice(2))
