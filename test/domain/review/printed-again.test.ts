import { expect, test } from 'vitest'
import { printedOnce } from '#domain/review/printed-again.ts'

const term = (id: string, quote: string, over = {}) => ({
  id,
  type: 'governing_law',
  value: { jurisdiction: 'France' },
  citations: [{ page: 1, clause: '14.2', start: 0, end: quote.length, quote }],
  review: 'unreviewed',
  people: [],
  ...over,
})
const folded = (...terms: ReturnType<typeof term>[]) =>
  printedOnce(terms).map(({ term, again }) => [term.id, ...again.map(({ id }) => id)].join(' '))

test('the same words under the same number are one term, however the lines break', () => {
  expect(folded(term('a', 'French law governs.'), term('b', 'French law\ngoverns.'))).toEqual(['a b'])
})

test.each([
  ['other words', { citations: [{ page: 2, clause: '14.2', start: 0, end: 9, quote: 'Paris law' }] }],
  [
    'another clause',
    { citations: [{ page: 2, clause: '15', start: 0, end: 19, quote: 'French law governs.' }] },
  ],
  ['another value', { value: { jurisdiction: 'Italy' } }],
  ['another decision', { review: 'rejected' }],
])('%s: two terms', (_, over) => {
  expect(folded(term('a', 'French law governs.'), term('b', 'French law governs.', over))).toEqual(['a', 'b'])
})
