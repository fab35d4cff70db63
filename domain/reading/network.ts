import type { Unit } from './context.ts'
import { unpacked } from './packed.ts'
import type { Logits } from './second-look.ts'

/**
 * A network that reads the words of a unit in their order, which the first look only knows in threes: filters over
 * three neighbouring words, of each the strongest answer in the unit (Kim 2014), and one layer over those of the unit, the units
 * beside it, its heading and what introduces its list. It starts from word vectors, so that it knows words that stand for each
 * other. The same code runs in training.
 */

/** What it sees of a unit: numbers of words, 0 for none; and the unit's place. */
export interface Seen {
  own: Int32Array
  heading: Int32Array
  leadIn: Int32Array
  place: Float64Array
}

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

/** What the network sees of every unit of a document, made when asked for. */
export function seenBy(units: Unit[], numbers: Map<string, number>): (unit: number) => Seen | undefined {
  const numbersOf = (words: string[]) => Int32Array.from(words, (word) => numbers.get(word) ?? unknown)
  return (at) => {
    const unit = units[at]
    if (!unit) return undefined
    const heading = numbersOf(wordsOf(unit.heading).slice(0, most.heading))
    const place = new Float64Array(placeSize)
    place[Math.min(tenths - 1, Math.floor((tenths * at) / units.length))] = 0.5
    place[tenths] = at < opening ? 0.5 : 0
    place[tenths + 1] = heading.length > 0 ? 0.5 : 0
    return {
      own: numbersOf(wordsOf(unit.plain).slice(0, most.own)),
      heading,
      leadIn: numbersOf(unit.leadIn ? wordsOf(unit.leadIn.plain).slice(-most.leadIn) : []),
      place,
    }
  }
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

export interface Network {
  numbers: Map<string, number>
  filters: number
  hidden: number
  answers: Float32Array
  bias: Float32Array
  layer: { weights: Float32Array; bias: Float32Array }
  output: { weights: Float32Array; bias: Float32Array }
}

/** @param categories how many there are */
export function networkOf(file: NetworkFile, categories: number): Network {
  const { filters, hidden, scales } = file
  const bytes = new Int8Array(unpacked(file.answers))
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
    answers: Float32Array.from(bytes, (byte, i) => byte * (scales[i % filters] ?? 0)),
    bias: take(filters),
    layer: { weights: take(hidden * width), bias: take(hidden) },
    output: { weights: take(categories * hidden), bias: take(categories) },
  }
}

/** The strongest answer of each filter to three neighbouring words, nothing below 0. */
function strongest({ filters, answers, bias }: Network, words: Int32Array, into: Float64Array, from: number) {
  const row = reach * filters
  for (let t = 0; t < words.length; t++) {
    const before = t > 0 ? (words[t - 1] ?? none) * row : -1
    const here = (words[t] ?? none) * row + filters
    const after = t + 1 < words.length ? (words[t + 1] ?? none) * row + 2 * filters : -1
    for (let q = 0; q < filters; q++) {
      let sum = (bias[q] ?? 0) + (answers[here + q] ?? 0)
      if (before >= 0) sum += answers[before + q] ?? 0
      if (after >= 0) sum += answers[after + q] ?? 0
      if (sum > (into[from + q] ?? 0)) into[from + q] = sum
    }
  }
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
  const pooled = (unit: number) => {
    const known = own[unit]
    if (known) return known
    const all = new Float64Array(filters)
    const words = seen(unit)?.own
    if (words) strongest(network, words, all, 0)
    own[unit] = all
    return all
  }
  const width = parts * filters + placeSize
  const input = new Float64Array(width)
  const inner = new Float64Array(hidden)
  for (let unit = 0; unit < units.length; unit++) {
    if (!wanted[unit]) continue
    const view = seen(unit)
    if (!view) continue
    input.fill(0)
    input.set(pooled(unit), 0)
    input.set(pooled(unit - 1), filters)
    input.set(pooled(unit + 1), 2 * filters)
    strongest(network, view.heading, input, 3 * filters)
    strongest(network, view.leadIn, input, 4 * filters)
    input.set(view.place, parts * filters)
    for (let j = 0; j < hidden; j++) {
      let sum = layer.bias[j] ?? 0
      for (let i = 0, at = j * width; i < width; i++, at++) sum += (layer.weights[at] ?? 0) * (input[i] ?? 0)
      inner[j] = Math.max(0, sum)
    }
    for (let c = 0; c < categories; c++) {
      let sum = output.bias[c] ?? 0
      for (let j = 0; j < hidden; j++) sum += (output.weights[c * hidden + j] ?? 0) * (inner[j] ?? 0)
      const all = logits[c]
      if (all) all[unit] = sum
    }
  }
  return logits
}
