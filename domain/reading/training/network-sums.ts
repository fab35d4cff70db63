import { reach } from '../network.ts'
import type { Learned } from './learned.ts'

/**
 * The sums of which learning the network consists, in plain loops: nearly all of its time is spent here.
 */

/** Adds the slopes of a layer's weights, and to `back` those of its input. @param slopes those of what it made */
export function slopesOf(
  weights: Learned,
  bias: Learned,
  slopes: Float64Array,
  input: Float64Array,
  back: Float64Array,
): void {
  const width = input.length
  const { value, slope: own } = weights
  for (let j = 0; j < slopes.length; j++) {
    const slope = slopes[j] ?? 0
    if (slope === 0) continue
    bias.slope[j] = (bias.slope[j] ?? 0) + slope
    for (let i = 0, w = j * width; i < width; i++, w++) {
      own[w] = (own[w] ?? 0) + slope * (input[i] ?? 0)
      back[i] = (back[i] ?? 0) + slope * (value[w] ?? 0)
    }
  }
}

/** Adds to `size` numbers of `into` the same of four rows of `rows`, each so many times. */
export function addFour(
  into: Float64Array,
  at: number,
  [a, b, c, d]: [number, number, number, number],
  rows: Float64Array,
  row: number,
  size: number,
): void {
  for (let k = 0, f = row; k < size; k++, f++)
    into[at + k] =
      (into[at + k] ?? 0) +
      a * (rows[f] ?? 0) +
      b * (rows[f + size] ?? 0) +
      c * (rows[f + 2 * size] ?? 0) +
      d * (rows[f + 3 * size] ?? 0)
}

/** Of each word the answers of all filters to it as the first, second and third of three. */
export function answersTo(
  present: number[],
  words: Float64Array,
  filter: Float64Array,
  size: number,
): Float64Array {
  const row = filter.length / size
  const answers = new Float64Array(present.length * row)
  for (let i = 0; i < present.length; i++)
    for (let q = 0; q < row; q += 4)
      fourProducts(answers, i * row + q, words, (present[i] ?? 0) * size, filter, q * size, size)
  return answers
}

/** Four rows of `rows` each times the vector that begins at `at`. */
function fourProducts(
  into: Float64Array,
  place: number,
  vectors: Float64Array,
  at: number,
  rows: Float64Array,
  row: number,
  size: number,
): void {
  let a = 0.0
  let b = 0.0
  let c = 0.0
  let d = 0.0
  for (let k = 0; k < size; k++) {
    const v = vectors[at + k] ?? 0
    const f = row + k
    a += v * (rows[f] ?? 0)
    b += v * (rows[f + size] ?? 0)
    c += v * (rows[f + 2 * size] ?? 0)
    d += v * (rows[f + 3 * size] ?? 0)
  }
  into[place] = a
  into[place + 1] = b
  into[place + 2] = c
  into[place + 3] = d
}

/** Of each filter: its strongest answer, nothing below 0; where, -1 for nowhere; and the slope that comes back. */
export interface Strongest {
  most: Float64Array
  at: Int16Array
  back: Float64Array
}

export function strongest(text: Int32Array, answers: Float64Array, bias: Float64Array): Strongest {
  const filters = bias.length
  const row = reach * filters
  const most = new Float64Array(filters)
  const at = new Int16Array(filters).fill(-1)
  for (let t = 0; t < text.length; t++) {
    const before = t > 0 ? (text[t - 1] ?? 0) * row : -1
    const here = (text[t] ?? 0) * row + filters
    const after = t + 1 < text.length ? (text[t + 1] ?? 0) * row + 2 * filters : -1
    for (let q = 0; q < filters; q++) {
      let sum = (bias[q] ?? 0) + (answers[here + q] ?? 0)
      if (before >= 0) sum += answers[before + q] ?? 0
      if (after >= 0) sum += answers[after + q] ?? 0
      if (sum > (most[q] ?? 0)) {
        most[q] = sum
        at[q] = t
      }
    }
  }
  return { most, at, back: new Float64Array(filters) }
}
