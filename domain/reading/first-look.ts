import type { Unit } from './context.ts'
import { featureBits, featuresOf, scalesOf } from './features.ts'
import type { Logits } from './second-look.ts'

/**
 * The first look: of each unit and category, the sum of its features' weights. Most of what reading costs is to fetch them, so
 * the weights of a feature stand together in sixteen bytes and are summed two to a number.
 */

/** Four 32-bit numbers a feature; byte c, less `zero`, is the weight of category c. */
export type Rows = Int32Array
const width = 16
const zero = 128

/** @param weights of each feature those of all categories side by side; at most sixteen categories */
export function rowsOf(weights: Int8Array, categories: number): Rows {
  const bytes = new Uint8Array(2 ** featureBits * width)
  for (let feature = 0, at = 0; feature < 2 ** featureBits; feature++)
    for (let c = 0; c < categories; c++) bytes[feature * width + c] = zero + (weights[at++] ?? 0)
  return new Int32Array(bytes.buffer)
}

const inGroup = new Int32Array(width)
const sums = new Float64Array(width)

/** A logit for each category and unit. @param scales of each category: what one step of its weights is worth */
export function firstLook(units: Unit[], rows: Rows, scales: number[]): Logits {
  const logits = scales.map(() => new Float32Array(units.length))
  let unit = 0
  for (const features of featuresOf(units)) {
    const [own, near, place] = scalesOf(features)
    sums.fill(0)
    addGroup(rows, features.index, 0, features.own, own)
    addGroup(rows, features.index, features.own, features.near, near)
    addGroup(rows, features.index, features.near, features.index.length, place)
    logits.forEach((all, c) => {
      all[unit] = (sums[c] ?? 0) * (scales[c] ?? 0)
    })
    unit++
  }
  return logits
}

function addGroup(rows: Rows, index: Int32Array, from: number, to: number, scale: number): void {
  inGroup.fill(0)
  for (let start = from; start < to; start += most) addRows(rows, index, start, Math.min(to, start + most))
  for (let c = 0; c < width; c++) sums[c] = (sums[c] ?? 0) + ((inGroup[c] ?? 0) - zero * (to - from)) * scale
}

/** So many bytes add up to less than 2 ** 16, and don't run over into the sum beside theirs. */
const most = 256
/** The first and the third byte of a number. */
const two = 0x00ff00ff

function addRows(rows: Rows, index: Int32Array, from: number, to: number): void {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let k = from; k < to; k++) {
    const row = (index[k] ?? 0) << 2
    const p = rows[row] ?? 0
    const q = rows[row + 1] ?? 0
    const r = rows[row + 2] ?? 0
    const s = rows[row + 3] ?? 0
    a = (a + (p & two)) | 0
    b = (b + ((p >>> 8) & two)) | 0
    c = (c + (q & two)) | 0
    d = (d + ((q >>> 8) & two)) | 0
    e = (e + (r & two)) | 0
    f = (f + ((r >>> 8) & two)) | 0
    g = (g + (s & two)) | 0
    h = (h + ((s >>> 8) & two)) | 0
  }
  addFour(0, a, b)
  addFour(4, c, d)
  addFour(8, e, f)
  addFour(12, g, h)
}

function addFour(at: number, even: number, odd: number): void {
  inGroup[at] = (inGroup[at] ?? 0) + (even & 0xffff)
  inGroup[at + 1] = (inGroup[at + 1] ?? 0) + (odd & 0xffff)
  inGroup[at + 2] = (inGroup[at + 2] ?? 0) + (even >>> 16)
  inGroup[at + 3] = (inGroup[at + 3] ?? 0) + (odd >>> 16)
}
