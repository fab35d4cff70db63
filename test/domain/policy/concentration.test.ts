import { expect, test } from 'vitest'
import { concentrationSentence } from '#domain/policy/concentration.ts'
import { term } from './terms.ts'

const cap = (value: Record<string, unknown>) =>
  term('liability_cap', { party: 'vendor', per: 'aggregate', appliesTo: 'general', ...value })

test('five deployments, two of them High, on a cap of twelve months’ fees', () => {
  const deployments = ['low', 'medium', 'low', 'high', 'high'] as const
  expect(
    concentrationSentence({
      deployments: [...deployments],
      terms: [cap({ form: 'fees_paid', lookback: 'P12M' })],
    }),
  ).toBe('5 deployments, 2 of them High, rest on one vendor with a 1× cap.')
})

test('a sum is told in years of fees where they are known, and as it is where not', () => {
  const input = {
    deployments: ['low' as const, 'low' as const],
    terms: [cap({ form: 'fixed', amount: { amount: 600_000, currency: 'USD' } })],
  }
  expect(concentrationSentence({ ...input, annualFees: { amount: 400_000, currency: 'USD' } })).toBe(
    '2 deployments rest on one vendor with a 1.5× cap.',
  )
  expect(concentrationSentence(input)).toBe('2 deployments rest on one vendor with a cap of USD 600,000.')
})

test('one deployment is no concentration, and silence about a cap is said', () => {
  expect(concentrationSentence({ deployments: ['critical'], terms: [] })).toBe('')
  expect(concentrationSentence({ deployments: ['critical', 'low'], terms: [] })).toBe(
    '2 deployments, 1 of them High or Critical, rest on one vendor of which no cap on its liability was found.',
  )
})
