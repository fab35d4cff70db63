import type { Unit } from './context.ts'

/**
 * What the classifier sees of a unit: its words in ones, twos and threes, the words around it, its heading, the words that
 * introduce its list and its place in the document; each hashed to an index. The same code runs in training.
 */

/** Indices are below 2 ** featureBits. */
export const featureBits = 18
const mask = 2 ** featureBits - 1

export interface Features {
  index: Int32Array
  value: Float32Array
}

/** FNV-1a with a final mix; the index space is small, so that the low bits must be good. */
function hash(words: string): number {
  let h = 2166136261
  for (let i = 0; i < words.length; i++) {
    h ^= words.charCodeAt(i)
    h = Math.imul(h, 16777619)
  }
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  h ^= h >>> 12
  return h & mask
}

const token = /[a-z]+|\d+|[$€£%]|[“”"]/g

/** So many words open a sentence: they say who does what. */
const opening = 12

/** The word without a common ending, so that "terminates" and "termination" meet. */
const stem = (word: string) =>
  word.length > 5 ? word.replace(/(?:ations?|ments?|ings?|ed|es|s|able|ly)$/, '') : word

/** Lower case; numbers by their shape, since the amount is no matter of kind. */
function tokens(words: string, most: number): string[] {
  const found = words.toLowerCase().match(token) ?? []
  return found
    .slice(0, most)
    .map((word) => (/^\d/.test(word) ? (word.length === 4 ? '<year>' : '<number>') : word))
}

/** Shapes that a unit has or hasn't, by name. */
export const signs: [name: string, find: RegExp][] = [
  ['period', /\b(?:days?|months?|years?|hours?|weeks?)\b/i],
  ['money', /[$€£]\s?\d|\b(?:USD|dollars)\b/],
  [
    'date',
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d|\b\d{1,2}\/\d{1,2}\/\d{2}/,
  ],
  ['capitals', /^[^a-z]{40,}$/],
  ['shall not', /\b(?:shall|will|may) not\b|\bin no event\b|\bneither\b/i],
  ['notice', /\bnotice\b/i],
  ['except', /\b(?:except|other than|excluding|notwithstanding)\b/i],
  ['definition', /["“][A-Z][^"”]{1,40}["”]\s(?:means|shall mean)/],
  ['party bracket', /\((?:the |each,? an? )?["“]/],
]

/** Features of every unit of one document, in its order. */
export function featuresOf(units: Unit[]): Features[] {
  const words = units.map((unit) => tokens(unit.plain, 220))
  return units.map((unit, i) => {
    const own = new Set<number>()
    const mine = words[i] ?? []
    for (let j = 0; j < mine.length; j++) {
      own.add(hash(`1 ${mine[j]}`))
      own.add(hash(`stem ${stem(mine[j] ?? '')}`))
      if (j < opening) own.add(hash(`opens ${mine[j]}`))
      if (j + 1 < mine.length) own.add(hash(`2 ${mine[j]} ${mine[j + 1]}`))
      if (j + 2 < mine.length) own.add(hash(`3 ${mine[j]} ${mine[j + 1]} ${mine[j + 2]}`))
    }
    for (const [name, find] of signs) if (find.test(unit.plain)) own.add(hash(`has ${name}`))
    own.add(hash(`first ${mine.slice(0, 2).join(' ')}`))

    const near = new Set<number>()
    for (const [distance, name] of [
      [1, 'before'],
      [2, 'before that'],
      [-1, 'after'],
    ] as const)
      for (const word of (words[i - distance] ?? []).slice(0, 50)) near.add(hash(`${name} ${word}`))

    const place = new Set<number>()
    const heading = tokens(unit.heading, 12)
    for (let j = 0; j < heading.length; j++) {
      place.add(hash(`heading ${heading[j]}`))
      if (j + 1 < heading.length) place.add(hash(`heading ${heading[j]} ${heading[j + 1]}`))
    }
    if (unit.leadIn) for (const word of tokens(unit.leadIn.plain, 60)) place.add(hash(`intro ${word}`))
    place.add(hash(`at ${Math.floor(10 * unit.position)}`))
    place.add(hash(`unit ${Math.min(i, 12)}`))
    place.add(hash(`length ${Math.floor(2 * Math.log2(mine.length + 1))}`))
    place.add(hash('bias'))
    return together([own, 1], [near, 0.45], [place, 0.7])
  })
}

/** Each group is scaled to its own length, so that a long sentence counts as much as a short one. */
function together(...groups: [Set<number>, number][]): Features {
  const size = groups.reduce((sum, [set]) => sum + set.size, 0)
  const index = new Int32Array(size)
  const value = new Float32Array(size)
  let at = 0
  for (const [set, weight] of groups) {
    const scaled = weight / Math.sqrt(set.size || 1)
    for (const one of set) {
      index[at] = one
      value[at++] = scaled
    }
  }
  return { index, value }
}
