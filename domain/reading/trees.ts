/** Decision trees that add up to a logit; all trees of a category in flat arrays, each tree in pre-order. */
export interface Trees {
  /** The logit before any tree has spoken. */
  base: number
  /** Where each tree starts. */
  roots: number[]
  /** Which number the node asks about, -1 for a leaf. */
  feature: Int16Array
  /** From this value on the answer is the right child; of a leaf, what it adds. */
  value: Float32Array
  /** How many nodes further the right child stands; the left one is next. */
  right: Int16Array
}

/** The sum of what the trees say of `x`: a logit. */
export function sumOfTrees({ base, roots, feature, value, right }: Trees, x: ArrayLike<number>): number {
  let sum = base
  for (const root of roots) {
    let at = root
    for (let asks = feature[at] ?? -1; asks >= 0; asks = feature[at] ?? -1)
      at += (x[asks] ?? 0) < (value[at] ?? 0) ? 1 : (right[at] ?? 1)
    sum += value[at] ?? 0
  }
  return sum
}
