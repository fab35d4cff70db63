import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { termType } from '#domain/terms/index.ts'
import type { Examples, Term } from '#domain/terms/term.ts'
import { formValues, parseTermValue, termFields } from '../../app/services/review/term-form.server.ts'

const folder = new URL('../../domain/terms/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.examples.ts'))

function sent(values: Record<string, string[]>): FormData {
  const form = new FormData()
  for (const [name, all] of Object.entries(values)) for (const value of all) form.append(name, value)
  return form
}

describe('every value that the engine reads stands in its form as it is, and comes back the same', () => {
  for (const file of files) {
    const type = file.replace('.examples.ts', '').replaceAll('-', '_')
    test(type, async () => {
      const { examples } = (await import(new URL(file, folder).href)) as { examples: Examples<unknown> }
      const values = examples.says.flatMap(([value]) =>
        Array.isArray(value) ? value : [value],
      ) as Term['value'][]
      expect(values.length).toBeGreaterThan(0)
      for (const value of values) {
        const back = parseTermValue(type, sent(formValues(termFields(type, value), value)))
        expect(back).toEqual({ ok: true, value: termType(type)?.value.parse(value) })
      }
    })
  }
})

test('a period is written as people write it', () => {
  const form = sent({ 'value.period': ['ninety (90) days'], 'value.before': ['term_end'] })
  expect(parseTermValue('non_renewal_notice', form)).toEqual({
    ok: true,
    value: { period: 'P90D', before: 'term_end' },
  })
})

test('what is wrong is said at its field', () => {
  const form = sent({
    'value.form': ['fixed'],
    'value.amount.amount': ['a lot'],
    'value.lookback': ['soon'],
    'value.party': ['vendor'],
    'value.per': [''],
    'value.appliesTo': ['general'],
  })
  expect(parseTermValue('liability_cap', form)).toEqual({
    ok: false,
    errors: {
      'value.amount': expect.stringContaining('currency'),
      'value.lookback': expect.stringContaining('90 days'),
      'value.per': 'Choose one.',
    },
  })
})

test('a cap of two limbs is a form of two limbs', () => {
  const form = sent({
    'value.form': ['greater_of'],
    'value.of.0.form': ['fixed'],
    'value.of.0.amount.amount': ['1,000,000'],
    'value.of.0.amount.currency': ['usd'],
    'value.of.1.form': ['fees_multiple'],
    'value.of.1.multiple': ['2'],
    'value.of.1.lookback': ['12 months'],
    'value.of.2.form': [''],
    'value.party': ['vendor'],
    'value.per': ['aggregate'],
    'value.appliesTo': ['data_breach'],
  })
  expect(parseTermValue('liability_cap', form)).toEqual({
    ok: true,
    value: {
      form: 'greater_of',
      of: [
        { form: 'fixed', amount: { amount: 1_000_000, currency: 'USD' } },
        { form: 'fees_multiple', multiple: 2, lookback: 'P12M' },
      ],
      party: 'vendor',
      per: 'aggregate',
      appliesTo: 'data_breach',
    },
  })
})
