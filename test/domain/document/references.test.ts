import { describe, expect, it } from 'vitest'
import { clauseTree } from '#domain/document/clauses.ts'
import { documentFromText } from '#domain/document/plain.ts'
import { referencesOf } from '#domain/document/references.ts'

const clauses = [
  '1. Fees. Customer pays the fees each month.',
  '2. Indemnity. Northwind keeps Customer free of claims.',
  '2.1 It pays what a court awards.',
  '3. Confidentiality. Each party keeps secrets.',
].join('\n\n')

/** The headings or numbers of the clauses that a sentence points to; null where that can't be told. */
function pointsTo(sentence: string) {
  const { text } = documentFromText(`${clauses}\n\n4. Limits. ${sentence}`)
  const all = referencesOf(text, clauseTree(documentFromText(text)).clauses)
  return all.map(({ target, reason }) => target?.number ?? reason)
}

describe('what a reference points to', () => {
  it.each([
    ['Section 2.1 stays in force.', ['2.1']],
    ['EXCEPT FOR A BREACH OF SECTION 3, NEITHER PARTY IS LIABLE.', ['3']],
    ['This is without prejudice to clause 2.', ['2']],
    ['Sections 2 and 3 go before this one.', ['2', '3']],
    ['The limits do not apply to Sections 1, 2.1 or 3.', ['1', '2.1', '3']],
    ['Under Section 3, 2 days after the notice.', ['3']],
    ['Section 9 says how.', ['not_in_document']],
    ['Section 2 of the Data Act applies.', ['other_document']],
    ['Section 2 of this Agreement applies.', ['2']],
  ])('%s', (sentence, expected) => {
    expect(pointsTo(sentence)).toEqual(expected)
  })
})
