import type { Unit } from './context.ts'
import { unpacked } from './packed.ts'
import type { Logits } from './second-look.ts'

/**
 * A network that reads the words of a unit in their order, which the first look only knows in threes: filters over
 * three neighbouring words, of each the strongest answer in the unit (Kim 2014), and one layer over those of the unit, the units
 * beside it, its heading and what introduces its list. It starts from word vectors, so that it knows words that stand for each
 * other. The same code runs in training.
 */

/** How many words of each count. */
const most = { own: 96, heading: 10, leadIn: 24 }
const tenths = 10
/** So many units open a paper. */
const opening = 12
export const placeSize = tenths + 2
/** Three neighbouring words. */
export const reach = 3
/** Own words, those of the units before and after, heading, introduction. */
export const parts = 5

const none = 0
const unknown = 1
/** Numbers of words begin here. */
export const firstWord = 2

const year = '<year>'
const number = '<number>'

/** Lower case; numbers by their shape, since the amount is no matter of kind. */
export function wordsOf(text: string): string[] {
  const found = text.toLowerCase().match(/[a-z]+|\d+|[$€£%"“”]/g) ?? []
  return found.map((word) => (/^\d/.test(word) ? (word.length === 4 ? year : number) : word))
}

/** The number of each word of the vocabulary. */
export const numbered = (vocabulary: string[]) => new Map(vocabulary.map((word, i) => [word, i + firstWord]))

/** What the network sees of the units of a document, made when asked for. */
export function seenBy(units: Unit[], numbers: Map<string, number>) {
  const numbersOf = (words: string[]) => Int32Array.from(words, (word) => numbers.get(word) ?? unknown)
  const headings = new Map<string, Int32Array>()
  const own = (unit: Unit): Int32Array => numbersOf(wordsOf(unit.plain).slice(0, most.own))
  const heading = (unit: Unit): Int32Array => {
    const known = headings.get(unit.heading)
    if (known) return known
    const made = numbersOf(wordsOf(unit.heading).slice(0, most.heading))
    headings.set(unit.heading, made)
    return made
  }
  const leadIn = (unit: Unit): Int32Array =>
    numbersOf(unit.leadIn ? wordsOf(unit.leadIn.plain).slice(-most.leadIn) : [])
  const place = (unit: Unit): Float64Array => {
    const all = new Float64Array(placeSize)
    all[Math.min(tenths - 1, Math.floor((tenths * unit.index) / units.length))] = 0.5
    all[tenths] = unit.index < opening ? 0.5 : 0
    all[tenths + 1] = heading(unit).length > 0 ? 0.5 : 0
    return all
  }
  return { own, heading, leadIn, place }
}

export interface NetworkFile {
  /** Its words, with blanks between. */
  vocabulary: string
  filters: number
  hidden: number
  /** Of each filter, what one step of its answers is worth. */
  scales: number[]
  /** Signed bytes: of each word the answers of all filters to it as the first, second and third of three. Gzipped, base64. */
  answers: string
  /** 32-bit floats: what each filter, the layer and the categories begin with and weigh. Gzipped, base64. */
  layers: string
}

export interface Layer {
  weights: Float32Array | Float64Array
  bias: Float32Array | Float64Array
}

export interface Network {
  numbers: Map<string, number>
  filters: number
  hidden: number
  answers: Int8Array
  scales: number[]
  bias: Float32Array
  layer: Layer
  output: Layer
}

/** @param categories how many there are */
export function networkOf(file: NetworkFile, categories: number): Network {
  const { filters, hidden, scales } = file
  const floats = new Float32Array(unpacked(file.layers))
  const width = parts * filters + placeSize
  let from = 0
  const take = (size: number) => {
    from += size
    return floats.subarray(from - size, from)
  }
  return {
    numbers: numbered(file.vocabulary.split(' ')),
    filters,
    hidden,
    answers: new Int8Array(unpacked(file.answers)),
    scales,
    bias: take(filters),
    layer: { weights: take(hidden * width), bias: take(hidden) },
    output: { weights: take(categories * hidden), bias: take(categories) },
  }
}

/** Below the sum of any three signed bytes. */
const least = -1000
/** As many as there are filters at most. */
const sums = new Int32Array(256)

/** The strongest answer of each filter to three neighbouring words, nothing below 0. */
function strongest(network: Network, words: Int32Array, into: Float64Array, from: number): void {
  const { filters, answers, bias, scales } = network
  const row = reach * filters
  sums.fill(least, 0, filters)
  for (let t = 0; t < words.length; t++) {
    const before = t > 0 ? (words[t - 1] ?? none) * row : none
    const here = (words[t] ?? none) * row + filters
    const after = t + 1 < words.length ? (words[t + 1] ?? none) * row + 2 * filters : none
    for (let q = 0; q < filters; q++) {
      const sum = (answers[before + q] ?? 0) + (answers[here + q] ?? 0) + (answers[after + q] ?? 0)
      if (sum > (sums[q] ?? 0)) sums[q] = sum
    }
  }
  if (words.length > 0)
    for (let q = 0; q < filters; q++)
      into[from + q] = Math.max(0, (bias[q] ?? 0) + (sums[q] ?? 0) * (scales[q] ?? 0))
}

/**
 * A logit for each category of the units that are wanted; the others keep 0.
 * @param wanted by unit, 1 for those
 */
export function networkLook(network: Network, units: Unit[], wanted: Uint8Array): Logits {
  const { filters, hidden, layer, output } = network
  const categories = output.bias.length
  const logits = Array.from({ length: categories }, () => new Float32Array(units.length))
  const seen = seenBy(units, network.numbers)
  const own: (Float64Array | undefined)[] = []
  const nothing = new Float64Array(filters)
  const pooled = (at: number) => {
    const unit = units[at]
    if (!unit) return nothing
    const known = own[at]
    if (known) return known
    const all = new Float64Array(filters)
    strongest(network, seen.own(unit), all, 0)
    own[at] = all
    return all
  }
  const width = parts * filters + placeSize
  const input = new Float64Array(width)
  const inner = new Float64Array(hidden)
  const said = new Float64Array(categories)
  for (const unit of units) {
    const at = unit.index
    if (!wanted[at]) continue
    input.fill(0)
    input.set(pooled(at), 0)
    input.set(pooled(at - 1), filters)
    input.set(pooled(at + 1), 2 * filters)
    strongest(network, seen.heading(unit), input, 3 * filters)
    strongest(network, seen.leadIn(unit), input, 4 * filters)
    input.set(seen.place(unit), parts * filters)
    sumsOf(layer, input, inner)
    for (let j = 0; j < hidden; j++) inner[j] = Math.max(0, inner[j] ?? 0)
    sumsOf(output, inner, said)
    logits.forEach((all, c) => {
      all[at] = said[c] ?? 0
    })
  }
  return logits
}

/** What a layer makes of its input. */
export function sumsOf({ weights, bias }: Layer, input: Float64Array, out: Float64Array): void {
  const width = input.length
  for (let j = 0; j < out.length; j++) {
    let sum = bias[j] ?? 0
    for (let i = 0, w = j * width; i < width; i++, w++) sum += (weights[w] ?? 0) * (input[i] ?? 0)
    out[j] = sum
  }
}
