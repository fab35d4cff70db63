import type { Unit } from './context.ts'

/**
 * What the first look sees of a unit: its words in ones, twos and threes, the words around it, its heading, the words that
 * introduce its list and its place in the document; each hashed to an index. The same code runs in training.
 *
 * Words are hashed while the letters are read and never cut out of the text: this is most of what reading a paper costs.
 */

/** Indices are below 2 ** featureBits. */
export const featureBits = 18
const mask = 2 ** featureBits - 1

/** Three groups, one after the other: the unit's own words, its neighbours', its place. */
export interface Features {
  index: Int32Array
  /** Where the first group ends, and the second. */
  own: number
  near: number
}

/** Each group is scaled to its own length, so that a long sentence counts as much as a short one. */
export function scalesOf({ index, own, near }: Features): [own: number, near: number, place: number] {
  return [
    1 / Math.sqrt(own || 1),
    0.45 / Math.sqrt(near - own || 1),
    0.7 / Math.sqrt(index.length - near || 1),
  ]
}

/** The final mix of MurmurHash3 with other constants; the index space is small, so that the low bits must be good. */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x7feb352d)
  h ^= h >>> 15
  h = Math.imul(h, 0x846ca68b)
  return h ^ (h >>> 16)
}

const both = (a: number, b: number) => mix((Math.imul(a, 0x9e3779b1) + b) | 0)

/** FNV-1a. */
const basis = 2166136261
const step = (h: number, code: number) => Math.imul(h ^ code, 16777619)

function named(name: string): number {
  let h = basis
  for (let i = 0; i < name.length; i++) h = step(h, name.charCodeAt(i))
  return mix(h)
}

interface Words {
  whole: Int32Array
  /** By their first letters, so that "terminates" and "termination" meet. */
  stems: Int32Array
}

const stemLength = 6
const mostWords = 220
const year = named('<year>')
const number = named('<number>')
/** Marks that say something by themselves: sums, shares, quotations. */
const marks = new Set(['$', '€', '£', '%', '"', '“', '”'].map((mark) => mark.charCodeAt(0)))

const isLetter = (code: number) => code < 128 && (code | 32) >= 97 && (code | 32) <= 122
const isDigit = (code: number) => code >= 48 && code <= 57

const whole = new Int32Array(mostWords)
const stems = new Int32Array(mostWords)

/** Lower case; numbers by their shape, since the amount is no matter of kind. */
function wordsOf(text: string, most: number): Words {
  let count = 0
  let i = 0
  while (i < text.length && count < most) {
    const from = i
    const code = text.charCodeAt(i)
    if (isLetter(code)) {
      let h = basis
      let stem = 0
      for (let at = code; isLetter(at); at = text.charCodeAt(i)) {
        h = step(h, at | 32)
        if (++i - from === stemLength) stem = h
      }
      whole[count] = mix(h)
      stems[count++] = mix((stem || h) ^ 0x55555555)
    } else if (isDigit(code)) {
      while (isDigit(text.charCodeAt(i))) i++
      const shape = i - from === 4 ? year : number
      whole[count] = shape
      stems[count++] = shape ^ 0x55555555
    } else {
      i++
      if (!marks.has(code)) continue
      whole[count] = mix(code)
      stems[count++] = mix(code)
    }
  }
  return { whole: whole.slice(0, count), stems: stems.slice(0, count) }
}

/** So many words open a sentence: they say who does what. */
const opening = 12
/** So many words of a neighbour count. */
const neighbouring = 50

const one = named('1')
const stem = named('stem')
const opens = named('opens')
const two = named('2')
const three = named('3')
const first = named('first')
const neighbours = [
  [-1, named('before')],
  [-2, named('before that')],
  [1, named('after')],
] as const
const heading = named('heading')
const headingTwo = named('heading 2')
const intro = named('intro')
const at = named('at')
const nth = named('unit')
const size = named('length')
const bias = named('bias')

/** A bit for each index that the group has, so that it counts once; small enough to stay near the processor. */
const seen = new Int32Array(2 ** (featureBits - 5))
/** Enough for the words of a unit, three neighbours, a heading and an introduction. */
const found = new Int32Array(6 * mostWords + 3 * neighbouring + 200)
let count = 0

function add(hash: number): void {
  const index = hash & mask
  const bits = seen[index >> 5] ?? 0
  const bit = 1 << index
  if (bits & bit) return
  seen[index >> 5] = bits | bit
  found[count++] = index
}

/** Ends a group that began at `from`. Returns where the next begins. */
function ended(from: number): number {
  for (let k = from; k < count; k++) seen[(found[k] ?? 0) >> 5] = 0
  return count
}

/**
 * Features of every unit of one document, in its order; one at a time, so that a long paper's never stand in memory together.
 */
export function* featuresOf(units: Unit[]): Generator<Features> {
  const words = units.map((unit) => wordsOf(unit.plain, mostWords))
  const headings = new Map<string, Int32Array>()
  const introductions = new Map<Unit, Int32Array>()
  for (const [i, unit] of units.entries()) {
    count = 0
    if (words[i]) addOwn(words[i])
    const own = ended(0)
    addNeighbours(words, i)
    const near = ended(own)
    addHeading(remember(headings, unit.heading, headingWords))
    if (unit.leadIn)
      for (const word of remember(introductions, unit.leadIn, introducingWords)) add(both(intro, word))
    add(both(at, Math.floor(10 * unit.position)))
    add(both(nth, Math.min(i, 12)))
    add(both(size, Math.floor(2 * Math.log2((words[i]?.whole.length ?? 0) + 1))))
    add(bias)
    ended(near)
    yield { index: found.slice(0, count), own, near }
  }
}

function addOwn({ whole: own, stems: beginnings }: Words): void {
  for (let j = 0; j < own.length; j++) {
    const word = own[j] ?? 0
    add(both(one, word))
    add(both(stem, beginnings[j] ?? 0))
    if (j < opening) add(both(opens, word))
    if (j + 1 >= own.length) continue
    const pair = both(word, own[j + 1] ?? 0)
    add(both(two, pair))
    if (j + 2 < own.length) add(both(three, both(pair, own[j + 2] ?? 0)))
  }
  if (own.length > 0) add(both(first, own.length > 1 ? both(own[0] ?? 0, own[1] ?? 0) : (own[0] ?? 0)))
}

function addNeighbours(words: Words[], unit: number): void {
  for (const [distance, name] of neighbours) {
    const other = words[unit + distance]?.whole
    if (!other) continue
    const end = Math.min(neighbouring, other.length)
    for (let j = 0; j < end; j++) add(both(name, other[j] ?? 0))
  }
}

function addHeading(title: Int32Array): void {
  for (let j = 0; j < title.length; j++) {
    add(both(heading, title[j] ?? 0))
    if (j + 1 < title.length) add(both(headingTwo, both(title[j] ?? 0, title[j + 1] ?? 0)))
  }
}

const headingWords = (title: string) => wordsOf(title, 12).whole
const introducingWords = (unit: Unit) => wordsOf(unit.plain, 60).whole

function remember<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  const earlier = known.get(key)
  if (earlier !== undefined) return earlier
  const made = make(key)
  known.set(key, made)
  return made
}
