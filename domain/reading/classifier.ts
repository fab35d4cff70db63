import { gunzipSync } from 'fflate'
import type { Unit } from './context.ts'
import { type Features, featureBits, featuresOf } from './features.ts'
import { candidateLogit, stackFeatures } from './stacking.ts'
import file from './weights/weights.json' with { type: 'json' }

/** Two logistic regressions a category: over hashed words, then over how the first stands in the document. */
export interface WeightsFile {
  featureBits: number
  categories: {
    key: string
    /** A stored weight is this times its signed byte. */
    scale: number
    /** Weights of the second look, in the order of `stackFeatures`. */
    stack: number[]
    /** Score from which a unit is taken for the category. */
    threshold: number
  }[]
  /** Signed bytes of all categories, one after the other, gzipped, in base64. */
  data: string
}

const { categories, data }: WeightsFile = file
const size = 2 ** featureBits

let unpacked: Int8Array | undefined
function weights(): Int8Array {
  unpacked ??= new Int8Array(gunzipSync(Uint8Array.from(atob(data), (c) => c.charCodeAt(0))).buffer)
  return unpacked
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
  const features = featuresOf(units)
  const all = weights()
  const logits = categories.map(({ scale }, c) => {
    const own = all.subarray(c * size, (c + 1) * size)
    return Float32Array.from(features, (f) => dot(own, f) * scale)
  })
  const lengths = units.map((unit) => unit.plain.split(' ').length)
  return categories.map(({ stack }, c) =>
    Float32Array.from(units, (_, u) => {
      const first = logits[c]?.[u] ?? 0
      if (first < candidateLogit) return 0
      const z = stackFeatures(logits, lengths, c, u).reduce((sum, x, i) => sum + x * (stack[i] ?? 0), 0)
      return 1 / (1 + Math.exp(-z))
    }),
  )
}

function dot(own: Int8Array, { index, value }: Features): number {
  let sum = 0
  for (let i = 0; i < index.length; i++) sum += (own[index[i] ?? 0] ?? 0) * (value[i] ?? 0)
  return sum
}
