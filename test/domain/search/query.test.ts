import { expect, test } from 'vitest'
import { figuresOf, measureAsked, typeAsked } from '#domain/search/figures.ts'
import { measureNames, measuresOfType } from '#domain/search/measures.ts'
import { type Condition, parseQuery, understood } from '#domain/search/query.ts'

const words = (question: string) => parseQuery(question).words
const conditions = (question: string) => parseQuery(question).conditions

test('words, phrases, endings left open and words to leave out', () => {
  expect(words('audit "security incident" indemni* -insurance')).toEqual([
    { text: 'audit', prefix: false, not: false },
    { text: 'security incident', prefix: false, not: false },
    { text: 'indemni', prefix: true, not: false },
    { text: 'insurance', prefix: false, not: true },
  ])
})

test('signs of a query language are words like any other: nothing of a question reaches the database as code', () => {
  expect(words('title:) OR "a" NEAR(b) \' ; --').map((word) => word.text)).toEqual([
    'title',
    'or',
    'a',
    'near',
    'b',
  ])
})

test.each<[string, Partial<Extract<Condition, { form: 'compares' }>>]>([
  ['cap below 1M', { measure: 'cap', comparison: 'below', value: 1_000_000, currency: null }],
  ['liability cap < EUR 500k', { measure: 'cap', comparison: 'below', value: 500_000, currency: 'EUR' }],
  [
    'super-cap at least $5 million',
    { measure: 'super-cap', comparison: 'at_least', value: 5e6, currency: 'USD' },
  ],
  ['notice longer than 60 days', { measure: 'notice', comparison: 'above', value: 60 }],
  ['incident notice at most 72 hours', { measure: 'incident notice', comparison: 'at_most', value: 3 }],
  ['uptime below 99.9%', { measure: 'uptime', comparison: 'below', value: 99.9 }],
  ['initial term of 3 years', { measure: 'initial term', comparison: 'exactly', value: 36 * (365 / 12) }],
])('%s', (question, expected) => {
  const query = parseQuery(question)
  expect(query.words).toEqual([])
  expect(query.conditions).toEqual([expect.objectContaining({ form: 'compares', ...expected })])
})

test('what is there and what is not', () => {
  expect(conditions('no audit right')).toEqual([{ form: 'lacks', measure: 'audit right' }])
  expect(conditions('without super-cap')).toEqual([{ form: 'lacks', measure: 'super-cap' }])
  expect(conditions('has automatic renewal')).toEqual([{ form: 'has', measure: 'automatic renewal' }])
  expect(conditions('has change of control')).toEqual([{ form: 'has', measure: 'change of control' }])
})

test('"no" and "with" before other words are words', () => {
  expect(parseQuery('with prejudice')).toMatchObject({
    conditions: [],
    words: [{ text: 'with' }, { text: 'prejudice' }],
  })
})

test('filters take the names that the screens show', () => {
  expect(
    parseQuery('vendor:"Northwind AI" kind:dpa kind:"order form" class:high type:audit_right in:clauses'),
  ).toMatchObject({
    vendors: ['northwind ai'],
    kinds: ['dpa', 'order_form'],
    classes: ['high'],
    types: ['audit_right'],
    in: ['clause'],
    problems: [],
  })
})

test('what is not known is said, with what there is', () => {
  expect(parseQuery('class:enormous audit').problems).toEqual([
    '“class:enormous” is not known. There is low, medium, medium_high, high, critical.',
  ])
  expect(parseQuery('notice longer than 60').problems[0]).toMatch(/write a time, like 60 days/)
  expect(parseQuery('-audit').problems).toHaveLength(1)
})

test('a question can be said back', () => {
  expect(understood(parseQuery('indemni* cap below 1M no audit right class:high'))).toEqual([
    '“indemni” with any ending',
    'cap below 1M',
    'agreements where no audit right was found',
    'class High',
  ])
})

const cap = (value: Record<string, unknown>) => ({
  type: 'liability_cap',
  value: { party: 'vendor', per: 'aggregate', appliesTo: 'general', ...value },
})
const figureOf = (measure: string, ...term: Parameters<typeof figuresOf>) =>
  figuresOf(...term).find((figure) => figure.measure === measure)

test('a cap in months of fees is a sum only where the fees are known', () => {
  const twelveMonths = cap({ form: 'fees_paid', lookback: 'P12M' })
  expect(figureOf('cap', twelveMonths)).toEqual({ measure: 'cap', amount: null, currencies: [] })
  expect(figureOf('cap', twelveMonths, { amount: 365_000, currency: 'USD' })).toEqual({
    measure: 'cap',
    amount: 365_000,
    currencies: ['USD'],
  })
})

test('a sum has the currencies that it names', () => {
  const euros = cap({ form: 'fixed', amount: { amount: 900_000, currency: 'EUR' } })
  expect(figureOf('cap', euros)).toMatchObject({ amount: 900_000, currencies: ['EUR'] })
})

test('a super-cap is no general cap', () => {
  const superCap = cap({ form: 'fixed', amount: { amount: 5e6, currency: 'USD' }, appliesTo: 'data_breach' })
  expect(figureOf('cap', superCap)).toBeUndefined()
  expect(figureOf('super-cap', superCap)).toMatchObject({ amount: 5e6 })
})

test('whatever somebody asks for by name, terms of its type have a figure for it', () => {
  for (const name of measureNames) {
    const [condition] = conditions(`no ${name}`)
    if (!condition) throw new Error(name)
    const asked = measuresOfType(typeAsked(condition)).map((measure) => measure.names[0])
    expect(asked, name).toContain(measureAsked(condition))
  }
})
