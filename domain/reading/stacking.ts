/**
 * The second look at a unit: how its scores stand beside those of its neighbours, of the rest of the document and of the
 * other categories. A sentence that resembles a renewal weighs less in a paper that has a better one next to it.
 * The same code runs in training.
 */

/** Units whose first logit is below this are no candidates; most of a document is far below. */
export const candidateLogit = -5

/** Of one document: a logit for each category (outer) and unit (inner). */
export type Logits = Float32Array[]

/** How many numbers `stackFeatures` gives for so many categories. */
export const stackSize = (categories: number) => 9 + categories

/**
 * What the second look sees of unit `unit` for category `category`: numbers of about the size of one.
 * @param lengths words of each unit
 */
export function stackFeatures(logits: Logits, lengths: number[], category: number, unit: number): number[] {
  const own = logits[category] ?? new Float32Array()
  const z = own[unit] ?? 0
  let best = -12
  let above = 0
  for (let i = 0; i < own.length; i++) {
    if (i === unit) continue
    const other = own[i] ?? 0
    if (other > best) best = other
    if (other > z) above++
  }
  const near = (i: number) => clip(own[i] ?? -8)
  const length = Math.log2((lengths[unit] ?? 0) + 1)
  return [
    1,
    clip(z),
    Math.max(0, z) / 2,
    clip(best),
    clip(z - best),
    Math.log2(above + 1) / 3,
    near(unit - 1),
    near(unit + 1),
    (length - 4.5) / 1.5,
    ...logits.map((all, i) => (i === category ? 0 : clip(all[unit] ?? 0))),
  ]
}

const clip = (z: number) => Math.max(-8, Math.min(8, z)) / 4
