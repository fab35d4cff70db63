import { describe, expect, it } from 'vitest'
import { clauseTree } from '#domain/document/clauses.ts'
import { documentFromText } from '#domain/document/plain.ts'

const numbers = (text: string) => clauseTree(documentFromText(text)).clauses.map(({ number }) => number)

describe('clauses that run on in one paragraph', () => {
  it.each([
    [
      'the next number after the end of a sentence',
      '4.1. Backups. Northwind keeps backups. 4.2. Logs. Northwind keeps logs. 4.3. Keys. Northwind keeps keys.',
      ['4.1', '4.2', '4.3'],
    ],
    [
      'a number that the page breaks off',
      '4.1. Backups. Northwind keeps them. 4.2.\n\nLogs. It keeps them too.',
      ['4.1', '4.2'],
    ],
    [
      'a reference is no clause',
      '4.1. Backups. Northwind keeps them as said in Section 4.2. They last a year.',
      ['4.1'],
    ],
    ['a number that is not the next', '4.1. Backups. Northwind keeps them. 4.7. Logs are kept too.', ['4.1']],
    ['an amount', '4.1. Fees. The rate is fixed. 4.2 percent is added each year.', ['4.1']],
  ])('%s', (_, text, expected) => {
    expect(numbers(text)).toEqual(expected)
  })
})
