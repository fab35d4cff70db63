import { gzipSync } from 'fflate'
import { firstWord, type NetworkFile, numbered, parts, placeSize, reach, type Seen, seenBy, wordsOf } from '../network.ts'
import type { Contract } from './contracts.ts'
import { randomNumbers, sigmoid } from './regression.ts'

/** Learns the network of `network.ts`: all categories at once, a contract at a time. */

const filters = 64
const hidden = 64
const epochs = 30
const rate = 2e-3
/** Word vectors come with knowledge of their own and are moved less. */
const vectorRate = 0.3
/** The mean of the weights after each epoch from here on is what is learned; it errs less than the last. */
const settled = 20
/** So much of what the layers are given is withheld, and so many words are made unknown. */
const withheld = 0.3
const unknownShare = 0.1
/** Positives are few. */
const positiveWeight = 3
/** Of the units that say no category so many are passed over; the others count for them. */
const passedOver = 0.5
/** An error smaller than this teaches nothing. */
const faint = 1e-3
/** Words that stand less often in the contracts teach nothing. */
const fewest = 3
/** Length of a word's vector in the beginning. */
const vectorLength = 3

/** Vectors of words, all of the same size. */
export type Vectors = Map<string, number[]>

/** What one contract teaches: units as the network sees them, and of each category the units' targets. */
interface Lesson {
  seen: Seen[]
  targets: Int8Array[]
}

/** The words of the network, the commonest first. */
export function networkVocabulary(contracts: Contract[]): string[] {
  const times = new Map<string, number>()
  for (const { context } of contracts)
    for (const { plain } of context.units)
      for (const word of wordsOf(plain)) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times]
    .filter(([, count]) => count >= fewest)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word]) => word)
}

export function lessonOf({ context: { units } }: Contract, vocabulary: string[], targets: Int8Array[]): Lesson {
  const seen = seenBy(units, numbered(vocabulary))
  return { seen: units.flatMap((_, i) => seen(i) ?? []), targets }
}

/** Numbers that are learned, by the method of Adam (Kingma and Ba 2015), and their mean once they have settled. */
class Learned {
  readonly value: Float64Array
  readonly slope: Float64Array
  private readonly mean: Float64Array
  private readonly spread: Float64Array
  private readonly sum: Float64Array
  private times = 0

  constructor(size: number, first: (i: number) => number) {
    this.value = Float64Array.from({ length: size }, (_, i) => first(i))
    this.slope = new Float64Array(size)
    this.mean = new Float64Array(size)
    this.spread = new Float64Array(size)
    this.sum = new Float64Array(size)
  }

  /** One step down, and the slopes begin anew. @param step how many there were, from 1 */
  descend(step: number, by: number, from = 0, to = this.value.length): void {
    const { value, slope, mean, spread } = this
    const [first, second] = [1 - 0.9 ** step, 1 - 0.999 ** step]
    for (let i = from; i < to; i++) {
      const g = slope[i] ?? 0
      const m = 0.9 * (mean[i] ?? 0) + 0.1 * g
      const v = 0.999 * (spread[i] ?? 0) + 0.001 * g * g
      mean[i] = m
      spread[i] = v
      value[i] = (value[i] ?? 0) - (by * (m / first)) / (Math.sqrt(v / second) + 1e-8)
      slope[i] = 0
    }
  }

  keep(): void {
    this.times++
    for (let i = 0; i < this.sum.length; i++) this.sum[i] = (this.sum[i] ?? 0) + (this.value[i] ?? 0)
  }

  kept(): Float64Array {
    return this.sum.map((sum) => sum / (this.times || 1))
  }
}

/** @param seed other seeds begin and err otherwise */
export function learnNetwork(
  lessons: Lesson[],
  vocabulary: string[],
  vectors: Vectors,
  seed: number,
): NetworkFile {
  const random = randomNumbers(seed)
  const spread = (size: number) => () => ((random() + random() + random() - 1.5) * 2) / Math.sqrt(size)
  const categories = lessons[0]?.targets.length ?? 0
  const size = vectors.values().next().value?.length ?? 0
  const width = parts * filters + placeSize
  const row = reach * filters
  const words = new Learned((vocabulary.length + firstWord) * size, () => 0)
  firstVectors(words.value, vocabulary, vectors, size, random)
  const filter = new Learned(row * size, spread(row * size / filters))
  const filterBias = new Learned(filters, () => 0)
  const layer = new Learned(hidden * width, spread(width))
  const layerBias = new Learned(hidden, () => 0)
  const output = new Learned(categories * hidden, spread(hidden))
  const outputBias = new Learned(categories, () => -5)
  const all = [filter, filterBias, layer, layerBias, output, outputBias]
  const order = lessons.map((_, i) => i)
  let step = 0

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    const by = epoch < settled ? rate : rate / 2
    for (const at of order) {
      const lesson = lessons[at]
      if (!lesson) continue
      const touched = learnFrom(lesson)
      step++
      for (const one of all) one.descend(step, by)
      for (const word of touched) words.descend(step, by * vectorRate, word * size, (word + 1) * size)
    }
    if (epoch >= settled) for (const one of [words, ...all]) one.keep()
  }
  return packed()

  /** Adds the slopes of one contract. Returns the words in it. */
  function learnFrom({ seen, targets }: Lesson): number[] {
    const local = new Map<number, number>()
    const present: number[] = []
    const localOf = (list: Int32Array) =>
      list.map((number) => {
        const word = random() < unknownShare ? 1 : number
        const known = local.get(word)
        if (known !== undefined) return known
        local.set(word, present.length)
        present.push(word)
        return present.length - 1
      })
    const texts = seen.map(({ own, heading, leadIn }) => [localOf(own), localOf(heading), localOf(leadIn)] as const)
    const answers = answersTo(present, words.value, filter.value, size)
    const slopes = new Float64Array(answers.length)
    const pools = texts.map((three) => three.map((text) => strongest(text, answers, filterBias.value)))
    const input = new Float64Array(width)
    const mask = new Float64Array(width)
    const back = new Float64Array(width)
    const inner = new Float64Array(hidden)
    const innerMask = new Float64Array(hidden)
    const innerBack = new Float64Array(hidden)
    const said = new Float64Array(categories)
    const kept = 1 / (1 - withheld)

    seen.forEach(({ place }, unit) => {
      const says = targets.some((target) => target[unit] === 1)
      if (!says && random() < passedOver) return
      const sources = [pools[unit]?.[0], pools[unit - 1]?.[0], pools[unit + 1]?.[0], pools[unit]?.[1], pools[unit]?.[2]]
      input.fill(0)
      sources.forEach((source, part) => {
        if (source) input.set(source.most, part * filters)
      })
      input.set(place, parts * filters)
      for (let i = 0; i < width; i++) {
        mask[i] = random() < withheld ? 0 : kept
        input[i] = (input[i] ?? 0) * (mask[i] ?? 0)
      }
      sumsOf(layer.value, layerBias.value, input, inner)
      for (let j = 0; j < hidden; j++) {
        innerMask[j] = (inner[j] ?? 0) > 0 && random() >= withheld ? kept : 0
        inner[j] = (inner[j] ?? 0) * (innerMask[j] ?? 0)
      }
      innerBack.fill(0)
      sumsOf(output.value, outputBias.value, inner, said)
      for (let c = 0; c < categories; c++) {
        const target = targets[c]?.[unit] ?? 0
        const weight = target ? positiveWeight : says ? 1 : 1 / passedOver
        const slope = target < 0 ? 0 : (sigmoid(said[c] ?? 0) - target) * weight
        said[c] = Math.abs(slope) < faint ? 0 : slope
      }
      slopesOf(output, outputBias, said, inner, innerBack)
      for (let j = 0; j < hidden; j++) innerBack[j] = (innerBack[j] ?? 0) * (innerMask[j] ?? 0)
      back.fill(0)
      slopesOf(layer, layerBias, innerBack, input, back)
      sources.forEach((source, part) => {
        if (!source) return
        for (let q = 0; q < filters; q++)
          source.back[q] = (source.back[q] ?? 0) + (back[part * filters + q] ?? 0) * (mask[part * filters + q] ?? 0)
      })
    })

    texts.forEach((three, unit) => {
      three.forEach((text, part) => {
        const source = pools[unit]?.[part]
        if (source) blame(text, source)
      })
    })
    backToWords(present, slopes)
    return present

    /** The three words to which a filter answered most have the slope. */
    function blame(text: Int32Array, { at, back: from }: Strongest): void {
      for (let q = 0; q < filters; q++) {
        const t = at[q] ?? -1
        const slope = from[q] ?? 0
        if (t < 0 || slope === 0) continue
        filterBias.slope[q] = (filterBias.slope[q] ?? 0) + slope
        for (let k = 0; k < reach; k++) {
          const word = text[t + k - 1]
          if (word === undefined) continue
          const place = word * row + k * filters + q
          slopes[place] = (slopes[place] ?? 0) + slope
        }
      }
    }
  }

  /** The slopes of answers are those of filters and of words. Four at a time: most of the time is spent here. */
  function backToWords(present: number[], slopes: Float64Array): void {
    present.forEach((word, i) => {
      const start = word * size
      for (let q = 0; q < row; q += 4) {
        const at = i * row + q
        const [a, b, c, d] = [slopes[at] ?? 0, slopes[at + 1] ?? 0, slopes[at + 2] ?? 0, slopes[at + 3] ?? 0]
        if (a === 0 && b === 0 && c === 0 && d === 0) continue
        addFour(words.slope, start, [a, b, c, d], filter.value, q * size, size)
      }
    })
    for (let q = 0; q < row; q++)
      for (let i = 0; i < present.length; i++) {
        const slope = slopes[i * row + q] ?? 0
        if (slope === 0) continue
        const start = (present[i] ?? 0) * size
        for (let k = 0, f = q * size; k < size; k++, f++)
          filter.slope[f] = (filter.slope[f] ?? 0) + slope * (words.value[start + k] ?? 0)
      }
  }

  function packed(): NetworkFile {
    const numbers = Array.from({ length: vocabulary.length + firstWord }, (_, i) => i)
    const answers = answersTo(numbers, words.kept(), filter.kept(), size)
    answers.fill(0, 0, row)
    const scales = new Float64Array(filters)
    answers.forEach((answer, i) => {
      scales[i % filters] = Math.max(scales[i % filters] ?? 0, Math.abs(answer) / 127)
    })
    const bytes = Int8Array.from(answers, (answer, i) => Math.round(answer / (scales[i % filters] || 1)))
    const layers = Float32Array.from([filterBias, layer, layerBias, output, outputBias].flatMap((one) => [...one.kept()]))
    return {
      vocabulary: vocabulary.join(' '),
      filters,
      hidden,
      scales: [...scales],
      answers: base64(bytes.buffer),
      layers: base64(layers.buffer),
    }
  }
}

/** What a layer makes of its input. */
function sumsOf(weights: Float64Array, bias: Float64Array, input: Float64Array, out: Float64Array): void {
  const width = input.length
  for (let j = 0; j < out.length; j++) {
    let sum = bias[j] ?? 0
    for (let i = 0, w = j * width; i < width; i++, w++) sum += (weights[w] ?? 0) * (input[i] ?? 0)
    out[j] = sum
  }
}

/** Adds the slopes of a layer's weights, and to `back` those of its input. @param slopes those of what it made */
function slopesOf(
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
function addFour(
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

const base64 = (bytes: ArrayBufferLike) =>
  Buffer.from(gzipSync(new Uint8Array(bytes), { level: 9, mtime: 0 })).toString('base64')

/** Vectors all of one length; words without one get a short one by chance, and number 0 none. */
function firstVectors(
  into: Float64Array,
  vocabulary: string[],
  vectors: Vectors,
  size: number,
  random: () => number,
): void {
  const chance = () => Array.from({ length: size }, () => ((random() + random() + random() - 1.5) * vectorLength) / 5)
  into.set(chance(), size)
  vocabulary.forEach((word, i) => {
    const vector = vectors.get(word)
    const length = Math.hypot(...(vector ?? []))
    const own = vector && length > 0 ? vector.map((v) => (v * vectorLength) / length) : chance()
    into.set(own, (i + firstWord) * size)
  })
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}

/** Of each word the answers of all filters to it as the first, second and third of three. */
function answersTo(present: number[], words: Float64Array, filter: Float64Array, size: number): Float64Array {
  const row = reach * filters
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
interface Strongest {
  most: Float64Array
  at: Int16Array
  back: Float64Array
}

function strongest(text: Int32Array, answers: Float64Array, bias: Float64Array): Strongest {
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
