import { expect, test } from 'vitest'
import { documentFromText } from '#domain/document/plain.ts'
import { buildContext } from '#domain/reading/build.ts'
import { networkLook, networkOf } from '#domain/reading/network.ts'
import { learnNetwork, lessonOf, networkVocabulary, type Vectors } from '#domain/reading/training/network.ts'

/** Sentences of one paper; those that end in "records" or "premises" with a right to look are what is learned. */
const paper = (...sentences: string[]) => buildContext(documentFromText(sentences.join('\n\n'))).units

const lessons = (label: (words: string) => boolean, ...papers: string[][]) => {
  const all = papers.map((sentences) => paper(...sentences))
  return { all, targets: all.map((units) => Int8Array.from(units, ({ plain }) => (label(plain) ? 1 : 0))) }
}

test('the network learns an order of words, and takes a word it never saw for one that stands near it', () => {
  const subjects = ['Customer', 'Supplier', 'Licensee', 'Buyer']
  const { all, targets } = lessons(
    (words) => /may inspect/.test(words),
    ...subjects.map((who) => [
      `${who} may inspect the records of the other.`,
      `${who} keeps the records, and an inspect report may follow.`,
      `${who} pays the price within a month of delivery.`,
      `${who} signs this paper by its officers.`,
    ]),
  )
  const contracts = all.map((units) => ({ context: { units } }))
  const vocabulary = [...networkVocabulary(contracts), 'examine']
  const near = { inspect: [1, 0, 0], examine: [0.95, 0.1, 0], may: [0, 1, 0], pays: [0, 0, 1] }
  const vectors: Vectors = new Map(Object.entries(near))
  const network = networkOf(
    learnNetwork(
      contracts.map((contract, i) => lessonOf(contract, vocabulary, [targets[i] ?? new Int8Array()])),
      vocabulary,
      vectors,
      1,
    ),
    1,
  )
  const asked = paper(
    'Vendor may inspect the records of the other.',
    'Vendor may examine the records of the other.',
    'Vendor keeps the records, and an inspect report may follow.',
    'Vendor pays the price within a month of delivery.',
  )
  const [said = new Float32Array()] = networkLook(network, asked, new Uint8Array(asked.length).fill(1))
  const [inspect = 0, examine = 0, report = 0, price = 0] = said
  expect(inspect).toBeGreaterThan(report)
  expect(examine).toBeGreaterThan(report)
  expect(examine).toBeGreaterThan(price)
})
