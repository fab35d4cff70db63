import { describe, expect, it } from 'vitest'
import { clauseTree } from '#domain/document/clauses.ts'
import { documentFromText } from '#domain/document/plain.ts'
import { unitsOf } from '#domain/document/units.ts'

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

describe('lists in blocks of their own', () => {
  const text = [
    '4.1 Liability is limited to the fees, with the following exceptions:',
    '(a) FRAUD;',
    "(b) CUSTOMER'S DUTY TO OBEY THE POLICY; AND",
    "(c) CUSTOMER'S DUTY TO PAY.",
    '4.2 Claims are brought within a year.',
  ].join('\n\n')
  const document = documentFromText(text)
  const { blocks } = clauseTree(document)
  const units = unitsOf(document, blocks)

  it('items in capitals are no headings', () => {
    expect(blocks.filter(({ isHeading }) => isHeading)).toEqual([])
  })
  it('the next clause is no item', () => {
    expect(units.map(({ leadIn }) => leadIn?.index ?? null)).toEqual([null, 0, 0, 0, null])
  })
})

describe('what is said in full', () => {
  const plain = (text: string) => {
    const document = documentFromText(text)
    return unitsOf(document, clauseTree(document).blocks).map((unit) => unit.plain)
  }

  it('contractions', () => {
    expect(
      plain("We won't sell it, you'll keep it and they can't and don’t look at what we've made."),
    ).toEqual(['We will not sell it, you will keep it and they cannot and do not look at what we have made.'])
  })
  it('possessives stay', () => {
    expect(plain("Vendor's staff keeps customers’ data.")).toEqual(["Vendor's staff keeps customers’ data."])
  })
})
