import type { Passage } from '../context.ts'
import {
  choosePassages,
  type PassageCandidate,
  type PassageThreshold,
  type PassageTrees,
  passageCandidates,
  passageText,
  takenPassages,
} from '../passages.ts'
import { jaccard, wordSet } from '../second-look.ts'
import { learnTrees, type Shape } from './boosting.ts'
import type { Contract } from './contracts.ts'
import { folds, inFold, notIn } from './held-out.ts'

/** The third look and its thresholds, learned from held-out scores of the second. */

const shape: Shape = { rounds: 200, depth: 5, smallestLeaf: 10, rowShare: 0.5, featureShare: 0.35 }

const flat = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

interface Row extends PassageCandidate {
  /** 1 when a label is about these words, and when it is and stands in them as a whole. */
  marked: number
  whole: number
}

const quoteOf = ({ context }: Contract, { first, last }: { first: number; last: number }) =>
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
  marked: learnTrees(
    rows.map(({ x, marked }) => ({ x, target: marked })),
    shape,
  ),
  whole: learnTrees(
    rows.map(({ x, whole }) => ({ x, target: whole })),
    shape,
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

const f1 = (right: number, wrong: number, missed: number) => (2 * right) / (2 * right + wrong + missed || 1)

/** How much each figure counts when thresholds are chosen. */
const weight = { span: 1, cover: 0.3, order: 0.3, found: 0.5 }

/**
 * The thresholds that are best on contracts the looks have not seen: by labelled spans met, labels wholly in what is
 * cited, the area under precision and recall, and whether the contract has such a clause at all.
 */
export function chooseThreshold(
  contracts: Contract[],
  label: string,
  passages: Map<Contract, Passage[]>,
): PassageThreshold & { spanF1: number } {
  const judged = contracts.map((contract) => ({
    spans: contract.spansOf(label).map((span) => ({ words: wordSet(span), flat: flat(span) })),
    passages: (passages.get(contract) ?? []).map((passage) => {
      const quote = quoteOf(contract, passage)
      return { ...passage, words: wordSet(quote), flat: flat(quote) }
    }),
  }))
  const figures = (threshold: PassageThreshold) => {
    const span = { right: 0, wrong: 0, missed: 0 }
    const cover = { right: 0, wrong: 0, missed: 0 }
    const found = { right: 0, wrong: 0, missed: 0 }
    const all: { score: number; right: boolean }[] = []
    for (const { spans, passages } of judged) {
      const taken = takenPassages(passages, threshold) as typeof passages
      const meets = (a: Set<string>, b: Set<string>) => jaccard(a, b) >= 0.5
      for (const { words } of spans) span[taken.some((one) => meets(words, one.words)) ? 'right' : 'missed']++
      for (const one of taken) {
        const right = spans.some(({ words }) => meets(words, one.words))
        if (!right) span.wrong++
        all.push({ score: one.score, right })
      }
      const cited = taken.map((one) => one.flat).join(' | ')
      if (spans.length > 0) {
        cover[spans.every((one) => cited.includes(one.flat)) ? 'right' : 'missed']++
        found[taken.length > 0 ? 'right' : 'missed']++
      } else if (taken.length > 0) {
        cover.wrong++
        found.wrong++
      }
    }
    let right = 0
    let order = 0
    all.sort((a, b) => b.score - a.score)
    all.forEach((one, i) => {
      if (one.right) order += ++right / (i + 1)
    })
    const spanF1 = f1(span.right, span.wrong, span.missed)
    const worth =
      weight.span * spanF1 +
      weight.cover * f1(cover.right, cover.wrong, cover.missed) +
      weight.order * (order / (span.right + span.missed || 1)) +
      weight.found * f1(found.right, found.wrong, found.missed)
    return { spanF1, worth }
  }
  let best = { presence: 0.5, each: 0.5, spanF1: 0, worth: -1 }
  for (let presence = 0.1; presence < 0.7; presence += 0.04)
    for (let each = 0.1; each <= presence + 1e-9; each += 0.04) {
      const threshold = { presence: rounded(presence), each: rounded(each) }
      const found = figures(threshold)
      if (found.worth > best.worth) best = { ...threshold, ...found }
    }
  return { presence: best.presence, each: best.each, spanF1: best.spanF1 }
}

const rounded = (value: number) => Math.round(value * 100) / 100
