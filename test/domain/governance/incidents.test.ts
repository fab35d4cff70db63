import { describe, expect, test } from 'vitest'
import { clocksOf, momentAfter } from '#domain/governance/incident-clocks.ts'
import { asksOf, type Incident, recurrencesOf } from '#domain/governance/incidents.ts'
import { recoveryOf } from '#domain/governance/recovery.ts'
import { incidentRules as rules } from '#playbooks/governance.ts'
import { paper, term } from '../policy/terms.ts'

const known = '2026-11-20T14:30:00.000Z'

describe('a moment after', () => {
  test.each([
    ['PT72H', '2026-11-23T14:30:00.000Z'],
    ['P15D', '2026-12-05T14:30:00.000Z'],
    ['P1M', '2026-12-20T14:30:00.000Z'],
    // A Friday: the weekend does not count.
    [{ businessDays: 4 }, '2026-11-26T14:30:00.000Z'],
  ] as const)('%j', (period, expected) => expect(momentAfter(known, period)).toBe(expected))
})

describe('clocks', () => {
  const notice = (value: Record<string, unknown>) =>
    term('incident_notice', { trigger: 'personal_data_breach', ...value })
  const of = (terms: ReturnType<typeof term>[], laws: string[] = [], kind = 'unauthorised_disclosure') =>
    clocksOf({ incident: { knownAt: known, happenedAt: known, kind, laws }, rules, terms, entries: [] })

  test('from the contract: the vendor’s duty to tell us, with its clause', () =>
    expect(of([notice({ by: 'vendor', within: 'PT72H' })])[0]).toMatchObject({
      who: 'The vendor to us',
      due: '2026-11-23T14:30:00.000Z',
      source: 'Northwind MSA, clause 9.2, page 3',
    }))
  test('a mutual duty runs both ways', () =>
    expect(of([notice({ by: 'mutual', within: 'PT48H' })]).map((c) => c.who)).toEqual([
      'The vendor to us',
      'We to the vendor',
    ]))
  test('no figure is no date, and comes last', () =>
    expect(
      of([notice({ by: 'vendor', standard: 'without_undue_delay' })], ['gdpr_33']).map((c) => c.due),
    ).toEqual(['2026-11-23T14:30:00.000Z', null]))
  test('a duty for another kind of event does not run', () =>
    expect(of([notice({ by: 'vendor', within: 'PT72H' })], [], 'wrong_commitment')).toEqual([]))
  test('it stops when somebody was told', () => {
    const at = '2026-11-21T08:00:00.000Z'
    const [clock] = clocksOf({
      incident: { knownAt: known, happenedAt: known, kind: 'privacy_event', laws: ['gdpr_33'] },
      rules,
      terms: [],
      entries: [{ kind: 'told', clock: 'gdpr_33', at }],
    })
    expect(clock?.doneAt).toBe(at)
  })
  test('every law names its source', () => {
    for (const law of rules.laws) expect(law.source).toMatch(/art\.|§|CFR|NYCRR/)
  })
  // Known on Friday the 20th; Thursday the 26th is a holiday there.
  test.each([
    [[], '2026-11-26'],
    [['2026-11-26'], '2026-11-27'],
  ])('business days leave out the holidays %j', (holidays, day) => {
    const [clock] = clocksOf({
      incident: { knownAt: known, happenedAt: known, kind: 'security_event', laws: ['sec_8k'] },
      rules,
      terms: [],
      entries: [],
      holidaysOf: (of) => ('country' in of && of.country === 'US' ? holidays : []),
    })
    expect(clock?.due?.slice(0, 10)).toBe(day)
  })
  test('a claim has its own: notice where the indemnity depends on it, and the limit for bringing it', () => {
    const indemnity = { by: 'vendor', covers: ['data_breach'], exclusions: [], conditions: ['notice'] }
    const claims = of([
      term('indemnity', indemnity),
      term('limitation_period', { period: 'P12M', party: 'mutual' }, { citations: [] }),
      // That one is for service credits.
      term('limitation_period', { period: 'P30D', party: 'customer' }, paper('sla', 'Service levels')),
    ])
    expect(claims.map((c) => [c.title, c.due])).toEqual([
      ['Claim brought in time', '2027-11-20T14:30:00.000Z'],
      ['Notice of the claim under the indemnity for data breach', null],
    ])
  })
  test('one set by hand runs from when we knew', () => {
    const own = [{ id: '1', who: 'Delta Foods', title: 'Notice', hours: 24, source: 'Clause 12.3' }]
    const [clock] = clocksOf({
      incident: { knownAt: known, happenedAt: known, kind: 'outage', laws: [] },
      rules,
      terms: [],
      entries: [],
      own,
    })
    expect(clock).toMatchObject({ id: 'own:1', due: '2026-11-21T14:30:00.000Z', source: 'Clause 12.3' })
  })
})

test('what to ask for comes with the clause that gives it, or without', () => {
  const duty = term('incident_cooperation', { by: 'vendor', duties: ['logs'] })
  const asks = asksOf([duty])
  expect(asks.find((a) => a.what.startsWith('Logs'))?.term).toBe(duty)
  expect(asks.find((a) => a.what.startsWith('Rollback'))?.term).toBeNull()
})

describe('what comes back', () => {
  const cap = term('liability_cap', {
    party: 'mutual',
    form: 'fees_multiple',
    multiple: 1,
    lookback: 'P12M',
    appliesTo: 'general',
  })
  const superCap = term('liability_cap', {
    party: 'vendor',
    form: 'fees_multiple',
    multiple: 5,
    lookback: 'P12M',
    appliesTo: 'data_breach',
  })
  const fees = { amount: 200_000, currency: 'EUR' }
  test.each([
    ['its own cap before the general one', [cap, superCap], 'own_cap', 1_000_000],
    ['else the general one', [cap], 'general_cap', 200_000],
    [
      'outside the cap',
      [cap, term('liability_uncapped', { party: 'vendor', heads: ['data_protection'] })],
      'uncapped',
      undefined,
    ],
    [
      'a cap of the customer alone is none of the vendor’s',
      [{ ...cap, value: { ...cap.value, party: 'customer' } }],
      'open',
      undefined,
    ],
  ] as const)('%s', (_, terms, kind, amount) => {
    const { limit } = recoveryOf('data_breach', [...terms], fees)
    expect(limit.kind).toBe(kind)
    expect(limit.amount?.amount).toBe(amount)
  })
})

test('it came back: same kind, same deployment, within a year', () => {
  const incident = (id: string, happenedAt: string, more: Partial<Incident> = {}) =>
    ({ id, kind: 'outage', deploymentId: 'd', happenedAt, ...more }) as Incident
  const now = incident('3', '2026-11-20T00:00:00.000Z')
  const all = [
    now,
    incident('1', '2026-02-01T00:00:00.000Z'),
    incident('0', '2025-01-01T00:00:00.000Z'),
    incident('2', '2026-03-01T00:00:00.000Z', { kind: 'security_event' }),
  ]
  expect(recurrencesOf(now, all).map((i) => i.id)).toEqual(['1'])
})
