import { type Features, featureBits, scalesOf } from '../features.ts'

/** The first look: a logistic regression over hashed words. */

export interface Example {
  features: Features
  /** 1 says it, 0 doesn't. */
  target: number
}

const size = 2 ** featureBits
/** Positives are one in hundreds. */
const positiveWeight = 4

/**
 * The mean of two logistic regressions, one over the features as they are and one over features scaled by their log
 * ratios: each errs elsewhere. Both are linear in the same features, so that their mean is one set of weights.
 */
export function learnRegression(examples: Example[]): Float32Array {
  const plain = descend(examples, null)
  const scaled = descend(examples, logRatios(examples))
  return plain.map((weight, i) => (weight + (scaled[i] ?? 0)) / 2)
}

/** @param ratios what each weight is multiplied by, null for one */
export function logit(weights: Float32Array, features: Features, ratios: Float32Array | null = null): number {
  const { index } = features
  let sum = 0
  eachGroup(features, (from, to, scale) => {
    let group = 0
    for (let k = from; k < to; k++) {
      const i = index[k] ?? 0
      group += (weights[i] ?? 0) * (ratios ? (ratios[i] ?? 1) : 1)
    }
    sum += group * scale
  })
  return sum
}

function eachGroup(features: Features, visit: (from: number, to: number, scale: number) => void): void {
  const [own, near, place] = scalesOf(features)
  visit(0, features.own, own)
  visit(features.own, features.near, near)
  visit(features.near, features.index.length, place)
}

/**
 * How much more often each feature stands in what says the category than in what doesn't, as the size of its log ratio.
 * Features scaled by it learn better from few positives (naive-Bayes features, Wang and Manning 2012).
 */
function logRatios(examples: Example[]): Float32Array {
  const inside = new Float32Array(size).fill(1)
  const outside = new Float32Array(size).fill(1)
  let positives = 2
  for (const { features, target } of examples) {
    const counts = target ? inside : outside
    for (const at of features.index) counts[at] = (counts[at] ?? 0) + 1
    positives += target
  }
  const negatives = examples.length + 4 - positives
  return inside.map((count, i) =>
    Math.min(6, Math.abs(Math.log(count / positives / ((outside[i] ?? 1) / negatives))) + 0.02),
  )
}

/** Adaptive gradient steps in a shuffled order that is the same each time. */
function descend(examples: Example[], ratios: Float32Array | null, epochs = 8): Float32Array {
  const weights = new Float32Array(size)
  const seen = new Float32Array(size).fill(0.02)
  const order = examples.map((_, i) => i)
  const random = randomNumbers(20_261_124)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const kept = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = kept
    }
    for (const at of order) {
      const example = examples[at]
      if (!example) continue
      const { features, target } = example
      const slope = (sigmoid(logit(weights, features, ratios)) - target) * (target ? positiveWeight : 1)
      if (Math.abs(slope) < 2e-3) continue
      eachGroup(features, (from, to, scale) => {
        for (let k = from; k < to; k++) {
          const i = features.index[k] ?? 0
          const step = slope * scale * (ratios ? (ratios[i] ?? 1) : 1) + 2e-6 * (weights[i] ?? 0)
          seen[i] = (seen[i] ?? 0) + step * step
          weights[i] = (weights[i] ?? 0) - (0.6 * step) / Math.sqrt(seen[i] ?? 1)
        }
      })
    }
  }
  return ratios ? weights.map((weight, i) => weight * (ratios[i] ?? 1)) : weights
}

export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

/** Numbers from 0 to 1 that are the same each time (a linear congruential generator). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
}
