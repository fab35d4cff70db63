import type { Passage } from '../context.ts'
import {
  choosePassages,
  type PassageCandidate,
  type PassageTrees,
  passageCandidates,
  passageText,
} from '../passages.ts'
import { jaccard, wordSet } from '../second-look.ts'
import { learnMeanOfTrees, type Shape } from './boosting.ts'
import type { Contract } from './contracts.ts'
import { folds, inFold, notIn } from './held-out.ts'

/** The third look, learned from held-out scores of the second. */

const shape: Shape = { rounds: 200, depth: 5, smallestLeaf: 10, rowShare: 0.5, featureShare: 0.35 }
const sets = 4

/** Letters and digits alone. */
export const flat = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

interface Row extends PassageCandidate {
  /** 1 when a label is about these words, and when it is and stands in them as a whole. */
  marked: number
  whole: number
}

export const quoteOf = ({ context }: Contract, { first, last }: { first: number; last: number }) =>
  context.text.slice(context.units[first]?.start, context.units[last]?.end)

function rowsOf(contract: Contract, label: string, candidates: PassageCandidate[]): Row[] {
  const spans = contract.spansOf(label).map((span) => ({ words: wordSet(span), flat: flat(span) }))
  return candidates.map((candidate) => {
    const quote = quoteOf(contract, candidate)
    const words = wordSet(quote)
    const about = spans.filter((span) => jaccard(span.words, words) >= 0.5)
    const whole = about.some((span) => flat(quote).includes(span.flat))
    return { ...candidate, marked: about.length > 0 ? 1 : 0, whole: whole ? 1 : 0 }
  })
}

const learn = (rows: Row[]): PassageTrees => ({
  marked: learnMeanOfTrees(
    rows.map(({ x, marked }) => ({ x, target: marked })),
    shape,
    sets,
  ),
  whole: learnMeanOfTrees(
    rows.map(({ x, whole }) => ({ x, target: whole })),
    shape,
    sets,
  ),
})

export interface ThirdLook {
  trees: PassageTrees
  /** By category and contract: the passages that trees learned without the contract choose, the best first. */
  passages: Map<Contract, Passage[]>[]
}

/**
 * @param labels name of each category in the labels
 * @param scores of each category: held-out scores of the second look
 */
export function learnThirdLook(
  contracts: Contract[],
  labels: string[],
  scores: Map<Contract, Float32Array>[],
): ThirdLook {
  const rows = contracts.map((contract) => {
    const text = passageText(
      contract.context.text,
      contract.context.units,
      (unit) => contract.words[unit] ?? new Set(),
    )
    return labels.map((label, c) =>
      rowsOf(contract, label, [
        ...passageCandidates(text, scores[c]?.get(contract) ?? new Float32Array(), c, labels.length),
      ]),
    )
  })
  const passages = labels.map(() => new Map<Contract, Passage[]>())
  for (let fold = 0; fold < folds; fold++) {
    const trees = learn(rows.filter(notIn(fold)).flat(2))
    contracts.forEach((contract, i) => {
      if (!inFold(fold)(contract, i)) return
      labels.forEach((_, c) => {
        passages[c]?.set(contract, choosePassages(rows[i]?.[c] ?? [], trees))
      })
    })
  }
  return { trees: learn(rows.flat(2)), passages }
}
