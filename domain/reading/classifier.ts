import type { Passage, Unit } from './context.ts'
import { firstLook, type Rows, rowsOf } from './first-look.ts'
import { type Network, type NetworkFile, networkLook, networkOf } from './network.ts'
import { unpacked } from './packed.ts'
import {
  choosePassages,
  type PassageThreshold,
  type PassageTrees,
  passageCandidates,
  passageText,
  takenPassages,
} from './passages.ts'
import {
  byWord,
  candidatesOf,
  candidateUnits,
  type Logits,
  type SecondView,
  scoreOf,
  secondView,
  type Verdict,
} from './second-look.ts'
import { sumOfTrees, type Trees } from './trees.ts'
import networkFile from './weights/network.json' with { type: 'json' }
import file from './weights/weights.json' with { type: 'json' }
import type { WordIndex } from './word-index.ts'

/** A category's logistic regression over hashed words, the trees of its second look, and what these and the network count. */
export interface WeightsFile {
  featureBits: number
  categories: {
    key: string
    /** A stored weight is this times its signed byte. */
    scale: number
    /** Words that the second look asks for. */
    vocabulary: string[]
    base: number
    roots: number[]
    /** How many nodes the category's trees have. */
    nodes: number
    verdict: Verdict
    threshold: PassageThreshold
  }[]
  /** The third look, which all categories share. */
  passages: Record<keyof PassageTrees, { base: number; roots: number[]; nodes: number }>
  /** Signed bytes, of each feature those of all categories side by side, gzipped, in base64. */
  regressions: string
  /**
   * Nodes of all trees, those of the categories and then those of the third look, gzipped, in base64: all features
   * (int16), all ways right (int16), all values (float32).
   */
  trees: string
}

const { categories, passages: thirdLook, regressions, trees }: WeightsFile = file
const scales = categories.map(({ scale }) => scale)
const vocabularies = categories.map(({ vocabulary }) => byWord(vocabulary))

interface Model {
  rows: Rows
  network: Network
  trees: Trees[]
  passages: PassageTrees
}

let loaded: Model | undefined
function model(): Model {
  loaded ??= unpackModel()
  return loaded
}

function unpackModel(): Model {
  const forests = [...categories, thirdLook.marked, thirdLook.whole]
  const all = treesOf(unpacked(trees), forests)
  const [marked, whole] = all.slice(-2)
  if (!marked || !whole) throw new Error('The weights have no third look.')
  return {
    rows: rowsOf(new Int8Array(unpacked(regressions)), categories.length),
    network: networkOf(networkFile satisfies NetworkFile, categories.length),
    trees: all,
    passages: { marked, whole },
  }
}

function treesOf(buffer: ArrayBuffer, forests: { base: number; roots: number[]; nodes: number }[]): Trees[] {
  const count = forests.reduce((sum, { nodes }) => sum + nodes, 0)
  const feature = new Int16Array(buffer, 0, count)
  const right = new Int16Array(buffer, 2 * count, count)
  const value = new Float32Array(buffer, 4 * count, count)
  let from = 0
  return forests.map(({ base, roots, nodes }) => {
    const to = from + nodes
    const own = {
      base,
      roots,
      feature: feature.subarray(from, to),
      right: right.subarray(from, to),
      value: value.subarray(from, to),
    }
    from = to
    return own
  })
}

export interface Judged {
  /** Of each unit, 0..1. */
  scores: Float32Array
  /** Those taken, the likeliest first. */
  passages: Passage[]
}

/** What the classifier makes of all units, by category, reckoned when first asked; of an unknown category, nothing. */
export function classify(
  text: string,
  units: Unit[],
  mayMatch: WordIndex['mayMatch'],
): (category: string) => Judged {
  const nothing: Judged = { scores: new Float32Array(units.length), passages: [] }
  let all: Judged[] | undefined
  return (category) => {
    const index = categories.findIndex(({ key }) => key === category)
    if (index < 0) return nothing
    all ??= judgeAll(text, units, mayMatch)
    return all[index] ?? nothing
  }
}

function judgeAll(text: string, units: Unit[], mayMatch: WordIndex['mayMatch']): Judged[] {
  const logits = firstLook(units, model().rows, scales)
  const view = secondView(units, logits, mayMatch)
  const network = networkLook(model().network, units, candidateUnits(logits))
  const whole = passageText(text, units, view.words)
  return categories.map(({ threshold }, c) => {
    const scores = secondLook(view, c, network)
    const candidates = passageCandidates(whole, scores, c, categories.length)
    return { scores, passages: takenPassages(choosePassages(candidates, model().passages), threshold) }
  })
}

function secondLook(view: SecondView, category: number, network: Logits): Float32Array {
  const scores = new Float32Array(view.units.length)
  const trees = model().trees[category]
  const vocabulary = vocabularies[category]
  const verdict = categories[category]?.verdict
  if (trees && vocabulary && verdict)
    for (const { unit, x } of candidatesOf(view, category, vocabulary))
      scores[unit] = scoreOf(verdict, sumOfTrees(trees, x), network[category]?.[unit] ?? 0)
  return scores
}
