import type { Trees } from '../trees.ts'
import { randomNumbers, sigmoid } from './regression.ts'

/** The second look: gradient-boosted trees for the logistic loss (Friedman 2001), over features in bins. */

export interface Shape {
  rounds: number
  depth: number
  smallestLeaf: number
  rowShare: number
  featureShare: number
}

const rate = 0.06
/** Holds leaves of few rows back. */
const damping = 8
const bins = 48

interface Row {
  x: ArrayLike<number>
  /** 1 says it, 0 doesn't. */
  target: number
}

interface Binned {
  /** Values at which bins begin. */
  edges: number[]
  /** Bin of each row. */
  bin: Uint8Array
}

/** Learns trees; the same rows give the same trees. */
export function learnTrees(rows: Row[], shape: Shape): Trees {
  const { rounds, depth, smallestLeaf, rowShare, featureShare } = shape
  const width = rows[0]?.x.length ?? 0
  const binned = Array.from({ length: width }, (_, j) => intoBins(rows.map(({ x }) => x[j] ?? 0)))
  const positives = rows.reduce((sum, { target }) => sum + target, 0)
  const base = Math.log((positives + 0.5) / (rows.length - positives + 0.5))
  const sums = new Float64Array(rows.length).fill(base)
  const random = randomNumbers(7)
  const feature: number[] = []
  const value: number[] = []
  const right: number[] = []
  const roots: number[] = []

  for (let round = 0; round < rounds; round++) {
    const slope = rows.map(({ target }, i) => sigmoid(sums[i] ?? 0) - target)
    const curve = rows.map((_, i) => Math.max(sigmoid(sums[i] ?? 0) * (1 - sigmoid(sums[i] ?? 0)), 1e-6))
    const chosen = rows.flatMap((_, i) => (random() < rowShare ? i : []))
    const asked = binned.flatMap(({ edges }, j) => (edges.length > 0 && random() < featureShare ? j : []))
    roots.push(feature.length)
    grow(chosen, depth)

    /** Splits the rows where it helps most and returns the index of the node. Leaves speak for all rows, chosen or not. */
    function grow(members: number[], levels: number): number {
      const node = feature.length
      const total = sumsOf(members, slope, curve)
      feature.push(-1)
      value.push((-rate * total.slope) / (total.curve + damping))
      right.push(0)
      const split = levels > 0 ? bestSplit(members, asked, binned, slope, curve, total, smallestLeaf) : null
      if (!split) return node
      const { bin, edges } = binned[split.feature] ?? { bin: new Uint8Array(), edges: [] }
      feature[node] = split.feature
      value[node] = edges[split.bin] ?? 0
      grow(
        members.filter((i) => (bin[i] ?? 0) <= split.bin),
        levels - 1,
      )
      const second = grow(
        members.filter((i) => (bin[i] ?? 0) > split.bin),
        levels - 1,
      )
      right[node] = second - node
      return node
    }

    const root = roots.at(-1) ?? 0
    rows.forEach(({ x }, i) => {
      let at = root
      for (let asks = feature[at] ?? -1; asks >= 0; asks = feature[at] ?? -1)
        at += (x[asks] ?? 0) < (value[at] ?? 0) ? 1 : (right[at] ?? 1)
      sums[i] = (sums[i] ?? 0) + (value[at] ?? 0)
    })
  }
  return {
    base,
    roots,
    feature: Int16Array.from(feature),
    value: Float32Array.from(value),
    right: Int16Array.from(right),
  }
}

/**
 * The mean of several sets of trees, each learned from the rows in another order and so from other draws of them: it
 * errs less by chance than one (Breiman 1996). What comes back is one set, its leaves weighed.
 */
export function learnMeanOfTrees(rows: Row[], shape: Shape, sets: number): Trees {
  const all = Array.from({ length: sets }, (_, i) => {
    const from = Math.floor((i / sets) * rows.length)
    return learnTrees([...rows.slice(from), ...rows.slice(0, from)], shape)
  })
  const feature = all.flatMap((trees) => [...trees.feature])
  const value = all.flatMap((trees) => [...trees.value])
  let before = 0
  const roots = all.flatMap((trees) => {
    const own = trees.roots.map((root) => root + before)
    before += trees.feature.length
    return own
  })
  return {
    base: all.reduce((sum, { base }) => sum + base, 0) / sets,
    roots,
    feature: Int16Array.from(feature),
    value: Float32Array.from(value, (v, node) => ((feature[node] ?? -1) < 0 ? v / sets : v)),
    right: Int16Array.from(all.flatMap((trees) => [...trees.right])),
  }
}

interface Sums {
  slope: number
  curve: number
}

function sumsOf(members: number[], slope: number[], curve: number[]): Sums {
  const sums = { slope: 0, curve: 0 }
  for (const i of members) {
    sums.slope += slope[i] ?? 0
    sums.curve += curve[i] ?? 0
  }
  return sums
}

const worth = ({ slope, curve }: Sums) => slope ** 2 / (curve + damping)

function bestSplit(
  members: number[],
  asked: number[],
  binned: Binned[],
  slope: number[],
  curve: number[],
  total: Sums,
  smallestLeaf: number,
): { feature: number; bin: number } | null {
  if (members.length < 2 * smallestLeaf) return null
  let best: { feature: number; bin: number } | null = null
  let most = 0.5
  for (const j of asked) {
    const { bin, edges } = binned[j] ?? { bin: new Uint8Array(), edges: [] }
    const slopes = new Float64Array(edges.length + 1)
    const curves = new Float64Array(edges.length + 1)
    const counts = new Int32Array(edges.length + 1)
    for (const i of members) {
      const b = bin[i] ?? 0
      slopes[b] = (slopes[b] ?? 0) + (slope[i] ?? 0)
      curves[b] = (curves[b] ?? 0) + (curve[i] ?? 0)
      counts[b] = (counts[b] ?? 0) + 1
    }
    const left = { slope: 0, curve: 0 }
    let count = 0
    for (let b = 0; b < edges.length; b++) {
      left.slope += slopes[b] ?? 0
      left.curve += curves[b] ?? 0
      count += counts[b] ?? 0
      if (count < smallestLeaf || members.length - count < smallestLeaf) continue
      const rest = { slope: total.slope - left.slope, curve: total.curve - left.curve }
      const gain = worth(left) + worth(rest) - worth(total)
      if (gain <= most) continue
      most = gain
      best = { feature: j, bin: b }
    }
  }
  return best
}

/** Values into bins of about the same number of rows. A split at an edge is exact in 32-bit floats, as it is stored. */
function intoBins(values: number[]): Binned {
  const sorted = Float64Array.from(values).sort()
  const edges: number[] = []
  for (let b = 1; b < bins; b++) {
    const edge = Math.fround(sorted[Math.floor((b * sorted.length) / bins)] ?? 0)
    if (edge !== edges.at(-1) && edge > (sorted[0] ?? 0)) edges.push(edge)
  }
  const bin = Uint8Array.from(values, (v) => {
    let low = 0
    let high = edges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (v >= (edges[middle] ?? 0)) low = middle + 1
      else high = middle
    }
    return low
  })
  return { edges, bin }
}
