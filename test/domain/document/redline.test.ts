import { expect, test } from 'vitest'
import { incorporated } from '#domain/document/incorporated.ts'
import { documentFromText } from '#domain/document/plain.ts'
import { redline } from '#domain/document/redline.ts'

const before = documentFromText(
  [
    '1. Fees. The Customer shall pay the Fees within thirty days of the date of each invoice.',
    '2. Liability. The total liability of the Vendor is limited to the Fees paid in twelve months.',
    '3. Notices. A notice under this Agreement is given in writing to the address on the first page.',
    '4. Law. This Agreement is governed by the laws of Ireland and its courts alone decide.',
  ].join('\n'),
)
const after = documentFromText(
  [
    '1. Fees. The Customer shall pay the Fees within thirty days of the date of each invoice.',
    '2. Law. This Agreement is governed by the laws of Ireland and its courts alone decide.',
    '3. Liability. The total liability of the Vendor is limited to the Fees paid in six months.',
    '4. Training. The Vendor may use prompts to improve its models unless the Customer objects.',
  ].join('\n'),
)

test('clauses are told as the same, changed by words, moved, new and gone', () => {
  const told = redline(before, after).map(({ state, moved, from, to }) => [
    state,
    moved,
    from?.number ?? null,
    to?.number ?? null,
  ])
  expect(told).toContainEqual(['same', false, '1', '1'])
  expect(told).toContainEqual(['changed', true, '2', '3'])
  expect(told).toContainEqual(['same', false, '4', '2'])
  expect(told).toContainEqual(['added', false, null, '4'])
  expect(told).toContainEqual(['removed', false, '3', null])
})

test('in a changed clause only the changed words are marked', () => {
  const cap = redline(before, after).find((clause) => clause.state === 'changed')
  const marked = (kind: string) =>
    cap?.parts.filter((part) => part.kind === kind).map((part) => part.text.trim())
  expect(marked('removed')).toContain('twelve')
  expect(marked('added')).toContain('six')
})

test('clauses of two papers that speak of one term answer to each other, whatever their numbers and words', () => {
  const [theirs, ours] = [
    documentFromText(
      [
        '1. Law. The laws of the State of New York govern this contract.',
        '2. Money. In no event is the Provider answerable for more than what was paid over the last year.',
      ].join('\n'),
    ),
    documentFromText(
      [
        '1. Liability. The total liability of the Vendor is limited to the Fees of twelve months.',
        '2. Notices. A notice under this Agreement is given in writing to the address on the first page.',
      ].join('\n'),
    ),
  ]
  const cap = (text: string, words: string) => [
    { start: text.indexOf(words), subject: 'liability_cap vendor' },
  ]
  const said = { before: cap(ours.text, 'The total'), after: cap(theirs.text, 'In no event') }
  const states = redline(ours, theirs, said).map(({ state, from, to }) => [
    state,
    from?.heading ?? null,
    to?.heading ?? null,
  ])
  expect(states).toEqual([
    ['added', null, 'Law'],
    ['rewritten', 'Liability', 'Money'],
    ['removed', 'Notices', null],
  ])
})

test('a paper beside itself differs nowhere', () => {
  expect(redline(before, before).every((clause) => clause.state === 'same' && !clause.moved)).toBe(true)
})

test('what a paper names and does not bring along', () => {
  const document = documentFromText(
    [
      '1. Use. The Customer shall comply with the Acceptable Use Policy, which is incorporated by reference.',
      '2. Terms. The terms at https://vendor.example/legal/service-terms are incorporated into this Agreement.',
      '3. Service. The service levels are those of Exhibit B.',
      '4. Notices. A notice goes to the address on the first page of this Agreement.',
    ].join('\n'),
    'Services Agreement',
  )
  expect(incorporated(document).map(({ name, kind, clause }) => [name, kind, clause])).toEqual([
    ['Acceptable Use Policy', 'policy', '1'],
    ['https://vendor.example/legal/service-terms', 'url', '2'],
    ['Exhibit B', 'exhibit', '3'],
  ])
})
