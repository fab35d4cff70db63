import type { Passage } from '../context.ts'
import { type PassageThreshold, takenPassages } from '../passages.ts'
import { jaccard, wordSet } from '../second-look.ts'
import type { Contract } from './contracts.ts'
import { randomNumbers } from './regression.ts'
import { flat, quoteOf } from './third-look.ts'

/** From which score on the passages of each category are taken, learned from held-out passages of the third look. */

/** So many times the contracts are drawn anew, with repeats: what is best for one draw alone is not kept. */
const draws = 15

const rounded = (value: number) => Math.round(value * 1000) / 1000

const pairs: PassageThreshold[] = []
for (let presence = 0.1; presence < 0.7; presence += 0.04)
  for (let each = 0.1; each <= presence + 1e-9; each += 0.04)
    pairs.push({ presence: rounded(presence), each: rounded(each) })

interface Counts {
  right: number
  wrong: number
  missed: number
}

/** A contract's labels of a category and its passages, each with the labels it is about and those that stand in it. */
interface Judged {
  labels: number
  passages: (Passage & { about: number[]; holds: number[] })[]
}

/** What a pair of thresholds gives in one contract. */
interface Outcome {
  span: Counts
  cover: Counts
  found: Counts
}

/**
 * The thresholds of each category: half-way between its own best pair and the pair that is best for all categories, as
 * the mean over draws. A category's own best pair fits these contracts better and others worse.
 * @param labels name of each category in the labels
 * @param passages of each category: those that looks which haven't seen the contract choose
 * @returns with the span F1 that the thresholds give on these contracts
 */
export function chooseThresholds(
  contracts: Contract[],
  labels: string[],
  passages: Map<Contract, Passage[]>[],
): (PassageThreshold & { spanF1: number })[] {
  const judged = labels.map((label, c) =>
    contracts.map((contract) => judge(contract, label, passages[c]?.get(contract) ?? [])),
  )
  const outcomes = judged.map((all) => pairs.map((pair) => all.map((one) => outcome(one, pair))))
  const random = randomNumbers(7)
  const sums = labels.map(() => ({ presence: 0, each: 0 }))
  for (let draw = 0; draw < draws; draw++) {
    const drawn = contracts.map(() => Math.floor(random() * contracts.length))
    const worths = outcomes.map((byPair) =>
      byPair.map((all) => figures(drawn.flatMap((i) => all[i] ?? [])).worth),
    )
    const common = best(pairs.map((_, p) => worths.reduce((sum, own) => sum + (own[p] ?? 0), 0)))
    worths.forEach((own, c) => {
      for (const { presence, each } of [best(own), common]) {
        const sum = sums[c] ?? { presence: 0, each: 0 }
        sum.presence += presence / 2 / draws
        sum.each += each / 2 / draws
      }
    })
  }
  return sums.map(({ presence, each }, c) => {
    const threshold = { presence: rounded(presence), each: rounded(each) }
    const { spanF1 } = figures((judged[c] ?? []).map((one) => outcome(one, threshold)))
    return { ...threshold, spanF1 }
  })
}

const best = (worths: number[]): PassageThreshold =>
  pairs[worths.indexOf(Math.max(...worths))] ?? { presence: 0.5, each: 0.5 }

function judge(contract: Contract, label: string, passages: Passage[]): Judged {
  const spans = contract.spansOf(label).map((span) => ({ words: wordSet(span), flat: flat(span) }))
  return {
    labels: spans.length,
    passages: passages.map((passage) => {
      const quote = quoteOf(contract, passage)
      const words = wordSet(quote)
      const said = flat(quote)
      return {
        ...passage,
        about: spans.flatMap((span, i) => (jaccard(span.words, words) >= 0.5 ? i : [])),
        holds: spans.flatMap((span, i) => (said.includes(span.flat) ? i : [])),
      }
    }),
  }
}

function outcome({ labels, passages }: Judged, threshold: PassageThreshold): Outcome {
  const taken = takenPassages(passages, threshold) as typeof passages
  const right = new Set(taken.flatMap(({ about }) => about)).size
  const whole = new Set(taken.flatMap(({ holds }) => holds)).size === labels
  const told = (yes: boolean): Counts => ({
    right: labels > 0 && yes ? 1 : 0,
    wrong: labels === 0 && taken.length > 0 ? 1 : 0,
    missed: labels > 0 && !yes ? 1 : 0,
  })
  return {
    span: { right, wrong: taken.filter(({ about }) => about.length === 0).length, missed: labels - right },
    cover: told(whole),
    found: told(taken.length > 0),
  }
}

/** F1 over contracts. */
function f1(all: Counts[]): number {
  const sum = { right: 0, wrong: 0, missed: 0 }
  for (const { right, wrong, missed } of all) {
    sum.right += right
    sum.wrong += wrong
    sum.missed += missed
  }
  return (2 * sum.right) / (2 * sum.right + sum.wrong + sum.missed || 1)
}

/** Three figures that count alike: labelled spans met, labels wholly in what is cited, whether the contract has such a clause at all. */
function figures(outcomes: Outcome[]): { spanF1: number; worth: number } {
  const spanF1 = f1(outcomes.map(({ span }) => span))
  const coverF1 = f1(outcomes.map(({ cover }) => cover))
  return { spanF1, worth: spanF1 + coverF1 + f1(outcomes.map(({ found }) => found)) }
}
