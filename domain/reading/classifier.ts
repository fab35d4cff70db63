import { gunzipSync } from 'fflate'
import type { Unit } from './context.ts'
import { type Features, featureBits, featuresOf } from './features.ts'
import file from './weights/weights.json' with { type: 'json' }

/** One logistic regression a category over hashed features; see weights/README.md for data and quality. */
export interface WeightsFile {
  featureBits: number
  categories: {
    key: string
    /** A stored weight is this times its signed byte. */
    scale: number
    /** Score from which a unit is taken for the category. */
    threshold: number
  }[]
  /** Signed bytes of all categories, one after the other, gzipped, in base64. */
  data: string
}

interface Model {
  weights: Int8Array
  scale: number
  threshold: number
}

let loaded: Map<string, Model> | undefined

function models(): Map<string, Model> {
  if (loaded) return loaded
  const { categories, data }: WeightsFile = file
  const all = data
    ? new Int8Array(gunzipSync(Uint8Array.from(atob(data), (c) => c.charCodeAt(0))).buffer)
    : new Int8Array()
  const size = 2 ** featureBits
  loaded = new Map(
    categories.map(({ key, scale, threshold }, i) => [
      key,
      { weights: all.subarray(i * size, (i + 1) * size), scale, threshold },
    ]),
  )
  return loaded
}

/** Score from which a unit counts; 2 (never) for a category without a model. */
export const thresholdOf = (category: string) => models().get(category)?.threshold ?? 2

/** The scores (0..1) of all units for a category; features are made once, when the first category is asked for. */
export function scoreUnits(units: Unit[]): (category: string) => Float32Array {
  let features: Features[] | undefined
  return (category) => {
    const model = models().get(category)
    if (!model) return new Float32Array(units.length)
    features ??= featuresOf(units)
    return Float32Array.from(features, (f) => sigmoid(dot(model, f)))
  }
}

function dot({ weights, scale }: Model, { index, value }: Features): number {
  let sum = 0
  for (let i = 0; i < index.length; i++) sum += (weights[index[i] ?? 0] ?? 0) * (value[i] ?? 0)
  return sum * scale
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
