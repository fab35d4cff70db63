import { gunzipSync } from 'fflate'
import type { Unit } from './context.ts'
import { type Features, featureBits, featuresOf } from './features.ts'
import { candidatesOf, type Logits, wordSet } from './second-look.ts'
import { sumOfTrees, type Trees } from './trees.ts'
import file from './weights/weights.json' with { type: 'json' }

/** A category's logistic regression over hashed words, and the trees of its second look. */
export interface WeightsFile {
  featureBits: number
  categories: {
    key: string
    /** A stored weight is this times its signed byte. */
    scale: number
    /** Words that the second look asks for. */
    vocabulary: string[]
    base: number
    roots: number[]
    /** How many nodes the category's trees have. */
    nodes: number
    /** Score from which a unit is taken for the category. */
    threshold: number
  }[]
  /** Signed bytes of all categories, one after the other, gzipped, in base64. */
  regressions: string
  /** Nodes of all trees, gzipped, in base64: all features (int16), all ways right (int16), all values (float32). */
  trees: string
}

const { categories, regressions, trees }: WeightsFile = file
const size = 2 ** featureBits

const unpacked = (base64: string): ArrayBuffer =>
  Uint8Array.from(gunzipSync(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)))).buffer

interface Model {
  weights: Int8Array
  trees: Trees[]
}

let loaded: Model | undefined
function model(): Model {
  loaded ??= { weights: new Int8Array(unpacked(regressions)), trees: treesOf(unpacked(trees)) }
  return loaded
}

function treesOf(buffer: ArrayBuffer): Trees[] {
  const count = categories.reduce((sum, { nodes }) => sum + nodes, 0)
  const feature = new Int16Array(buffer, 0, count)
  const right = new Int16Array(buffer, 2 * count, count)
  const value = new Float32Array(buffer, 4 * count, count)
  let from = 0
  return categories.map(({ base, roots, nodes }) => {
    const to = from + nodes
    const own = {
      base,
      roots,
      feature: feature.subarray(from, to),
      right: right.subarray(from, to),
      value: value.subarray(from, to),
    }
    from = to
    return own
  })
}

/** Score from which a unit counts; 2 (never) for a category without a model. */
export const thresholdOf = (category: string) => categories.find((c) => c.key === category)?.threshold ?? 2

/** The scores (0..1) of all units, by category; an unknown category scores nothing. */
export function scoreUnits(units: Unit[]): (category: string) => Float32Array {
  let scores: Float32Array[] | undefined
  return (category) => {
    const index = categories.findIndex((c) => c.key === category)
    if (index < 0) return new Float32Array(units.length)
    scores ??= scoreAll(units)
    return scores[index] ?? new Float32Array(units.length)
  }
}

function scoreAll(units: Unit[]): Float32Array[] {
  const { weights, trees } = model()
  const features = featuresOf(units)
  const logits: Logits = categories.map(({ scale }, c) => {
    const own = weights.subarray(c * size, (c + 1) * size)
    return Float32Array.from(features, (f) => dot(own, f) * scale)
  })
  const words = units.map(({ plain }) => wordSet(plain))
  return categories.map(({ vocabulary }, c) => {
    const scores = new Float32Array(units.length)
    const own = trees[c]
    if (!own) return scores
    for (const { unit, x } of candidatesOf(units, words, logits, c, vocabulary))
      scores[unit] = 1 / (1 + Math.exp(-sumOfTrees(own, x)))
    return scores
  })
}

function dot(own: Int8Array, { index, value }: Features): number {
  let sum = 0
  for (let i = 0; i < index.length; i++) sum += (own[index[i] ?? 0] ?? 0) * (value[i] ?? 0)
  return sum
}
