import { expect, test } from 'vitest'
import { documentFromText } from '#domain/document/plain.ts'
import { readTerms } from '#domain/reading/read.ts'

const seen =
  'This Agreement is made on 3 March 2026 between Halden Robotics AS (the “Customer”) and Corvane Systems, Inc. (the “Supplier”).'
const law = 'This Agreement is governed by the laws of Norway.'
const cap =
  'The Supplier’s total aggregate liability under this Agreement shall not exceed the fees paid in the twelve months before the claim.'

/** A paper of these paragraphs, those of `hidden` printed in white on white. */
function paper(paragraphs: string[], hidden: string[]) {
  const document = documentFromText(paragraphs.join('\n'))
  return {
    ...document,
    lines: document.lines.map((line) => ({
      ...line,
      hidden: hidden.includes(document.text.slice(line.start, line.end)),
    })),
  }
}

test('a term that only hidden words say is not counted, and is named', () => {
  const { terms, absent, warnings } = readTerms(paper([seen, law, cap], [cap]))
  expect(terms.map(({ type }) => type)).toContain('governing_law')
  expect(absent).toContain('liability_cap')
  expect(warnings).toContainEqual(
    expect.objectContaining({ code: 'hidden_terms', message: expect.stringContaining('Liability cap') }),
  )
})

test('hidden parties and days are not those of the paper', () => {
  const other =
    'This Agreement is made on 9 May 1999 between Else Ltd (the “Customer”) and Vanish, Inc. (the “Supplier”).'
  const { terms } = readTerms(paper([other, law], [other]))
  expect(terms.map(({ type }) => type)).toEqual(['governing_law'])
})

test('hidden words that say what the page says as well are no news', () => {
  const again = 'The laws of Norway govern this Agreement.'
  const { warnings } = readTerms(paper([seen, law, again], [again]))
  expect(warnings.map(({ code }) => code)).not.toContain('hidden_terms')
})
