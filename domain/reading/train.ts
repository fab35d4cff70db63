/**
 * Learns the classifier's weights: `npm run train -- FOLDER`, where FOLDER has `labels.jsonl` (one contract a line:
 * `{ id, labels: { category: { spans } } }`) and `txt/ID.txt`. Deterministic; takes a few minutes on two cores.
 * Five folds by contract: the second look learns from logits of contracts that the first hasn't seen, and thresholds (best F1
 * over spans) are chosen where neither has.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'fflate'
import { documentFromText } from '../document/plain.ts'
import { buildContext } from './build.ts'
import type { WeightsFile } from './classifier.ts'
import type { Unit } from './context.ts'
import { type Features, featureBits, featuresOf } from './features.ts'
import { candidateLogit, type Logits, stackFeatures, stackSize } from './stacking.ts'

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

interface Contract {
  units: Unit[]
  words: Set<string>[]
  features: Features[]
  labels: Record<string, { spans: string[] } | undefined>
}

const wordsOf = (s: string) =>
  new Set(
    s
      .toLowerCase()
      .replace(/[.,;:]/g, '')
      .replace(/\//g, ' ')
      .split(/\s+/)
      .filter(Boolean),
  )

function jaccard(a: Set<string>, b: Set<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return both / (a.size + b.size - both || 1)
}

function load(folder: string): Contract[] {
  const lines = readFileSync(path.join(folder, 'labels.jsonl'), 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { id, labels } = JSON.parse(line) as { id: string; labels: Contract['labels'] }
    const text = readFileSync(path.join(folder, 'txt', `${id}.txt`), 'utf8')
    const { units } = buildContext(documentFromText(text))
    return { units, words: units.map((u) => wordsOf(u.plain)), features: featuresOf(units), labels }
  })
}

/** 1 says it, 0 doesn't, -1 can't be told from the label and is left out. */
function targets({ units, words, labels }: Contract, category: string): Int8Array {
  const y = new Int8Array(units.length)
  const flat = units.map((u) => u.plain.toLowerCase())
  for (const span of labels[category]?.spans ?? []) {
    const whole = wordsOf(span)
    let hit = false
    words.forEach((w, i) => {
      if (jaccard(whole, w) < 0.5) return
      y[i] = 1
      hit = true
    })
    for (const piece of span.split('<omitted>').map((p) => p.replace(/\s+/g, ' ').trim().toLowerCase()))
      flat.forEach((words, i) => {
        if (y[i] === 1 || piece.length < 4) return
        if (words.length > 25 && piece.includes(words)) y[i] = hit ? -1 : 1
        else if (words.includes(piece.slice(0, 80))) y[i] = hit || piece.length > 40 ? -1 : 1
      })
  }
  return y
}

interface Example {
  features: Features
  target: number
  weight: number
}

/**
 * How much more often each feature stands in what says the category than in what doesn't, as the size of its log ratio.
 * Features scaled by it learn better from few positives (naive-Bayes features, Wang and Manning 2012).
 */
function logRatios(rows: Example[]): Float32Array {
  const size = 2 ** featureBits
  const inside = new Float32Array(size).fill(1)
  const outside = new Float32Array(size).fill(1)
  let positives = 2
  for (const { features, target } of rows) {
    const counts = target ? inside : outside
    for (const at of features.index) counts[at] = (counts[at] ?? 0) + 1
    positives += target
  }
  const negatives = rows.length + 4 - positives
  return inside.map((count, i) =>
    Math.min(6, Math.abs(Math.log(count / positives / ((outside[i] ?? 1) / negatives))) + 0.02),
  )
}

/**
 * The mean of two logistic regressions, one over the features as they are and one over features scaled by their log
 * ratios: each errs elsewhere. Both are linear in the same features, so that their mean is one set of weights.
 */
function learn(contracts: Contract[], y: Map<Contract, Int8Array>): Float32Array {
  const rows = contracts.flatMap((c) =>
    c.features.flatMap((features, i): Example[] => {
      const target = y.get(c)?.[i] ?? 0
      return target < 0 ? [] : [{ features, target, weight: target ? 4 : 1 }]
    }),
  )
  const plain = descend(rows, null)
  const scaled = descend(rows, logRatios(rows))
  return plain.map((weight, i) => (weight + (scaled[i] ?? 0)) / 2)
}

/** Adaptive gradient steps; positives count more, since they are one in hundreds. Deterministic. */
function descend(rows: Example[], ratios: Float32Array | null, epochs = 8): Float32Array {
  const weights = new Float32Array(2 ** featureBits)
  const seen = new Float32Array(2 ** featureBits).fill(0.02)
  const values = rows.map(({ features: { index, value } }) =>
    ratios ? value.map((v, k) => v * (ratios[index[k] ?? 0] ?? 1)) : value,
  )
  const order = rows.map((_, i) => i)
  let seed = 20_261_124
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return seed / 2 ** 32
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const kept = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = kept
    }
    for (const at of order) {
      const row = rows[at]
      const value = values[at]
      if (!row || !value) continue
      const { index } = row.features
      const slope = (sigmoid(logit(weights, { index, value })) - row.target) * row.weight
      if (Math.abs(slope) < 2e-3) continue
      for (let k = 0; k < index.length; k++) {
        const i = index[k] ?? 0
        const step = slope * (value[k] ?? 0) + 2e-6 * (weights[i] ?? 0)
        seen[i] = (seen[i] ?? 0) + step * step
        weights[i] = (weights[i] ?? 0) - (0.6 * step) / Math.sqrt(seen[i] ?? 1)
      }
    }
  }
  return ratios ? weights.map((weight, i) => weight * (ratios[i] ?? 1)) : weights
}

function logit(weights: Float32Array, { index, value }: Features): number {
  let sum = 0
  for (let i = 0; i < index.length; i++) sum += (weights[index[i] ?? 0] ?? 0) * (value[i] ?? 0)
  return sum
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

const folds = 5

/** Logits of every contract by weights that were learned without it. */
function heldOutLogits(contracts: Contract[], targetsOf: Map<Contract, Int8Array>[]): Logits[] {
  const logits: Logits[] = contracts.map((c) => targetsOf.map(() => new Float32Array(c.units.length)))
  targetsOf.forEach((y, category) => {
    for (let fold = 0; fold < folds; fold++) {
      const weights = learn(
        contracts.filter((_, i) => i % folds !== fold),
        y,
      )
      contracts.forEach((contract, i) => {
        if (i % folds !== fold) return
        const own = logits[i]?.[category]
        contract.features.forEach((f, u) => {
          if (own) own[u] = logit(weights, f)
        })
      })
    }
  })
  return logits
}

interface Row {
  contract: number
  unit: number
  x: number[]
  target: number
}

/** The candidates of a category, with what the second look sees of them. */
function candidates(
  contracts: Contract[],
  logits: Logits[],
  category: number,
  y: Map<Contract, Int8Array>,
): Row[] {
  return contracts.flatMap((contract, i) => {
    const all = logits[i] ?? []
    const lengths = contract.units.map((u) => u.plain.split(' ').length)
    return contract.units.flatMap((_, unit) =>
      (all[category]?.[unit] ?? candidateLogit - 1) < candidateLogit
        ? []
        : [
            {
              contract: i,
              unit,
              x: stackFeatures(all, lengths, category, unit),
              target: y.get(contract)?.[unit] ?? 0,
            },
          ],
    )
  })
}

/** Plain logistic regression with a little weight decay; positives count once, so that its scores are probabilities. */
function learnStack(rows: Row[], width: number): number[] {
  const weights = new Array<number>(width).fill(0)
  const usable = rows.filter((row) => row.target >= 0)
  const seen = new Array<number>(width).fill(1e-3)
  for (let epoch = 0; epoch < 300; epoch++) {
    const slope = new Array<number>(width).fill(0)
    for (const { x, target } of usable) {
      const off = sigmoid(x.reduce((sum, v, i) => sum + v * (weights[i] ?? 0), 0)) - target
      for (let i = 0; i < width; i++) slope[i] = (slope[i] ?? 0) + off * (x[i] ?? 0)
    }
    for (let i = 0; i < width; i++) {
      const step = ((slope[i] ?? 0) + (i === 0 ? 0 : 2 * (weights[i] ?? 0))) / usable.length
      seen[i] = 0.9 * (seen[i] ?? 0) + 0.1 * step * step
      weights[i] = (weights[i] ?? 0) - (0.05 * step) / Math.sqrt((seen[i] ?? 0) + 1e-10)
    }
  }
  return weights
}

/**
 * The threshold with the best F1 over labelled spans, on contracts that the weights have not seen. The second look gives
 * probabilities, so that nothing far below one half can be right; a rare category must not be led there by chance.
 */
function chooseThreshold(
  contracts: Contract[],
  category: string,
  rows: Row[],
  width: number,
): [number, number] {
  const held = contracts.map(() => [] as { score: number; words: Set<string> }[])
  for (let fold = 0; fold < folds; fold++) {
    const weights = learnStack(
      rows.filter((row) => row.contract % folds !== fold),
      width,
    )
    for (const { contract, unit, x } of rows) {
      if (contract % folds !== fold) continue
      const z = x.reduce((sum, v, i) => sum + v * (weights[i] ?? 0), 0)
      held[contract]?.push({ score: sigmoid(z), words: contracts[contract]?.words[unit] ?? new Set() })
    }
  }
  let best: [f1: number, threshold: number] = [0, 0.5]
  for (let threshold = 0.26; threshold < 0.7; threshold += 0.02) {
    let right = 0
    let missed = 0
    let wrong = 0
    contracts.forEach((c, i) => {
      const spans = (c.labels[category]?.spans ?? []).map(wordsOf)
      const taken = (held[i] ?? []).filter((one) => one.score >= threshold)
      for (const span of spans) taken.some((one) => jaccard(span, one.words) >= 0.5) ? right++ : missed++
      for (const one of taken) if (!spans.some((span) => jaccard(span, one.words) >= 0.5)) wrong++
    })
    const f1 = (2 * right) / (2 * right + wrong + missed || 1)
    if (f1 > best[0]) best = [f1, threshold]
  }
  return best
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4

function main(folder: string | undefined): void {
  if (!folder) throw new Error('Name the folder with labels.jsonl and txt/: npm run train -- FOLDER')
  const contracts = load(folder)
  const names = Object.keys(categories)
  const width = stackSize(names.length)
  const targetsOf = names.map((category) => new Map(contracts.map((c) => [c, targets(c, category)])))
  const logits = heldOutLogits(contracts, targetsOf)
  const bytes = new Int8Array(names.length * 2 ** featureBits)
  const out: WeightsFile = { featureBits, categories: [], data: '' }
  let sum = 0
  names.forEach((category, c) => {
    const y = targetsOf[c] ?? new Map()
    const rows = candidates(contracts, logits, c, y)
    const [f1, threshold] = chooseThreshold(contracts, category, rows, width)
    const weights = learn(contracts, y)
    const scale = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) / 127
    weights.forEach((w, i) => {
      bytes[c * 2 ** featureBits + i] = Math.round(w / scale)
    })
    const stack = learnStack(rows, width).map(rounded)
    out.categories.push({
      key: categories[category] ?? category,
      scale,
      stack,
      threshold: rounded(threshold),
    })
    sum += f1
    console.log(`${category.padEnd(36)} cross-validated span F1 ${f1.toFixed(3)} at ${threshold.toFixed(2)}`)
  })
  console.log(`mean ${(sum / names.length).toFixed(4)}`)
  if (process.argv[3] === '--dry') return
  out.data = Buffer.from(gzipSync(new Uint8Array(bytes.buffer), { level: 9, mtime: 0 })).toString('base64')
  const target = path.join(import.meta.dirname, 'weights', 'weights.json')
  writeFileSync(target, `${JSON.stringify(out)}\n`)
  console.log(`${target}: ${Math.round(out.data.length / 1000)} KB`)
}

main(process.argv[2])
