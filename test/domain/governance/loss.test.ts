import { describe, expect, test } from 'vitest'
import { withAsk } from '#domain/governance/asks.ts'
import { type LossModel, pertMean, type Scenario, simulate } from '#domain/governance/loss.ts'
import { recoveryOf } from '#domain/governance/recovery.ts'
import { loadPlaybooks } from '#playbooks/index.ts'
import { term } from '../policy/terms.ts'

const scenario = (more: Partial<Scenario> = {}): Scenario => ({
  id: 's',
  title: 'S',
  frequency: { low: 2, likely: 2, high: 2 },
  loss: { low: 50_000, likely: 50_000, high: 50_000 },
  head: 'data_breach',
  kinds: { direct: 100 },
  vendorsFault: 100,
  controls: [],
  ...more,
})
const model = (...scenarios: Scenario[]): LossModel => ({ currency: 'USD', scenarios })
const cap = (amount: number, appliesTo = 'general') =>
  term('liability_cap', { party: 'vendor', form: 'fixed', amount: { amount, currency: 'USD' }, appliesTo })
const uncapped = term('liability_uncapped', { party: 'vendor', heads: ['data_protection'] })
const recoveries = (...terms: ReturnType<typeof term>[]) => [
  recoveryOf('data_breach', terms),
  recoveryOf('other', terms),
]

describe('against the closed form', () => {
  test('a fixed rate and a fixed loss: the mean is rate × loss', () => {
    const { expected } = simulate({ model: model(scenario()), recoveries: recoveries(uncapped) })
    expect(expected / 100_000).toBeCloseTo(1, 1)
    expect(Math.abs(expected - 100_000)).toBeLessThan(0.01 * 100_000)
  })

  test('ranges: the mean is the PERT mean of the rate × the PERT mean of the loss', () => {
    const one = scenario({
      frequency: { low: 0.5, likely: 2, high: 6 },
      loss: { low: 5_000, likely: 25_000, high: 150_000 },
    })
    const { expected } = simulate({ model: model(one), recoveries: [] })
    const closed = pertMean(one.frequency) * pertMean(one.loss)
    expect(Math.abs(expected - closed)).toBeLessThan(0.015 * closed)
  })

  test('the 95th percentile of a Poisson(2) count of equal losses is five of them', () => {
    // P(N ≤ 4) = 0.947, P(N ≤ 5) = 0.983.
    expect(simulate({ model: model(scenario()), recoveries: [] }).p95).toBe(250_000)
  })

  test('uncapped, all of it the vendor’s fault: nothing is retained', () => {
    const { retained, retainedP95 } = simulate({ model: model(scenario()), recoveries: recoveries(uncapped) })
    expect(retained).toBeCloseTo(0, 6)
    expect(retainedP95).toBe(0)
  })

  test('a cap for the year: the mean of min(loss, cap), here cap × P(at least one event)', () => {
    const { recoverable } = simulate({ model: model(scenario()), recoveries: recoveries(cap(50_000)) })
    const closed = 50_000 * (1 - Math.exp(-2))
    expect(Math.abs(recoverable - closed)).toBeLessThan(0.01 * closed)
  })

  test('a share of fault gives back that share', () => {
    const { recoverable, expected } = simulate({
      model: model(scenario({ vendorsFault: 25 })),
      recoveries: recoveries(uncapped),
    })
    expect(recoverable / expected).toBeCloseTo(0.25, 2)
  })

  test('a control cuts the frequency, and the same chances are drawn', () => {
    const guarded = model(scenario({ controls: [{ control: 'dual_control', cuts: 40 }] }))
    const without = simulate({ model: guarded, recoveries: [] }).expected
    const { expected } = simulate({ model: guarded, recoveries: [], controls: ['dual_control'] })
    expect(expected / without).toBeCloseTo(0.6, 2)
  })
})

test('the same model gives the same numbers', () =>
  expect(simulate({ model: model(scenario()), recoveries: [] })).toEqual(
    simulate({ model: model(scenario()), recoveries: [] }),
  ))

test('two heads share the general cap; a head with a cap of its own does not', () => {
  const two = model(scenario(), scenario({ id: 't', head: 'other' }))
  const shared = simulate({ model: two, recoveries: recoveries(cap(50_000)) }).recoverable
  const apart = simulate({
    model: two,
    recoveries: recoveries(cap(50_000), cap(50_000, 'data_breach')),
  }).recoverable
  expect(shared).toBeLessThanOrEqual(50_000)
  expect(apart).toBeGreaterThan(1.5 * shared)
})

test('an excluded kind of loss is ours, unless the head is excepted', () => {
  const exclusion = term('damages_exclusion', {
    party: 'mutual',
    heads: ['indirect', 'lost_profits'],
    exceptHeads: ['data_breach'],
  })
  const lost = { lost_profits: 100 }
  const of = (head: Scenario['head']) =>
    simulate({ model: model(scenario({ head, kinds: lost })), recoveries: recoveries(cap(1e9), exclusion) })
      .recoverable
  expect(of('other')).toBe(0)
  expect(of('data_breach')).toBeGreaterThan(0)
})

test('a cap that can’t be reckoned gives nothing back and is named', () => {
  const fees = term('liability_cap', {
    party: 'vendor',
    form: 'fees_multiple',
    multiple: 1,
    lookback: 'P12M',
    appliesTo: 'general',
  })
  const { recoverable, unknown } = simulate({ model: model(scenario()), recoveries: recoveries(fees) })
  expect(recoverable).toBe(0)
  expect(unknown[0]).toContain('Enter the yearly fees')
})

test('what an ask is worth: a higher limit for data breach moves loss to the vendor', () => {
  const rule = loadPlaybooks().playbook.rules.find((r) => r.id === 'super_cap')
  if (!rule) throw new Error('no such rule')
  const fees = { amount: 100_000, currency: 'USD' }
  const terms = [cap(50_000)]
  const now = simulate({ model: model(scenario()), recoveries: [recoveryOf('data_breach', terms, fees)] })
  const asked = simulate({
    model: model(scenario()),
    recoveries: [recoveryOf('data_breach', withAsk(terms, rule, 'high'), fees)],
  })
  expect(asked.retained).toBeLessThan(0.2 * now.retained)
})
