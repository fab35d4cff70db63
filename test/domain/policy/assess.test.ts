import { describe, expect, test } from 'vitest'
import { type AssessmentInput, assess } from '#domain/policy/assess.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import { loadPlaybooks } from '#playbooks/index.ts'
import { paper, term } from './terms.ts'

const { playbook } = loadPlaybooks()
const usd = (amount: number) => ({ amount, currency: 'USD' })

const on = (riskClass: RiskClass, terms: PolicyTerm[], more: Partial<AssessmentInput> = {}) =>
  assess({ terms, riskClass, playbook, date: '2026-06-01', ...more })

/** "met", or the state of the gap and its severity. */
function outcome(rule: string, ...input: Parameters<typeof on>) {
  const { gaps, met } = on(...input)
  const gap = gaps.find((g) => g.rule === rule)
  if (gap) return `${gap.state} ${gap.severity}`
  return met.some((m) => m.rule === rule) ? 'met' : 'not asked'
}

const cap = (value: Record<string, unknown>) =>
  term('liability_cap', { party: 'vendor', per: 'aggregate', appliesTo: 'general', ...value })
const fees = (multiple: number, lookback = 'P12M') => ({ form: 'fees_multiple', multiple, lookback })
const fixed = (amount: number) => ({ form: 'fixed', amount: usd(amount) })
const uncapped = (...heads: string[]) => term('liability_uncapped', { party: 'vendor', heads })
const indemnity = (...covers: string[]) =>
  term('indemnity', { by: 'vendor', covers, exclusions: [], conditions: [] })

type Row = [rule: string, riskClass: RiskClass, terms: PolicyTerm[], outcome: string]

const rows: Record<string, Row[]> = {
  'the general cap': [
    ['liability_cap', 'low', [cap(fees(1))], 'met'],
    ['liability_cap', 'low', [cap({ form: 'fees_paid', lookback: 'P12M' })], 'met'],
    ['liability_cap', 'low', [cap(fees(2, 'P6M'))], 'met'],
    ['liability_cap', 'low', [cap(fees(1, 'P6M'))], 'short low'],
    ['liability_cap', 'low', [cap({ form: 'fees_paid', lookback: 'P1M' })], 'short medium'],
    ['liability_cap', 'low', [cap({ ...fees(1), party: 'customer' })], 'missing low'],
    ['liability_cap', 'low', [cap({ ...fees(1), party: 'unknown' })], 'met'],
    ['liability_cap', 'low', [cap({ form: 'fees_paid' })], 'unsure low'],
    ['liability_cap', 'low', [cap(fixed(500_000))], 'unsure low'],
    ['liability_cap', 'medium_high', [cap(fees(1))], 'short medium'],
    ['liability_cap', 'medium_high', [cap(fees(2))], 'unsure medium'],
    ['liability_cap', 'medium_high', [cap({ form: 'greater_of', of: [fees(2), fixed(1_000_000)] })], 'met'],
    ['liability_cap', 'high', [cap({ form: 'lesser_of', of: [fees(3), fixed(5_000_000)] })], 'short high'],
    ['liability_cap', 'high', [cap({ form: 'other' })], 'unsure high'],
    ['liability_cap', 'low', [cap(fees(1)), { ...cap({ form: 'other' }), confidence: 0.2 }], 'met'],
    ['liability_cap', 'medium', [cap(fees(1)), cap(fees(0.5))], 'conflict medium'],
  ],
  'data breach and confidentiality': [
    ['super_cap', 'medium', [], 'not asked'],
    ['super_cap', 'medium_high', [], 'missing high'],
    [
      'super_cap',
      'medium_high',
      [cap({ ...fees(3), appliesTo: 'data_breach' }), uncapped('confidentiality')],
      'met',
    ],
    ['super_cap', 'high', [cap(fees(1))], 'short critical'],
    ['super_cap', 'critical', [uncapped('data_protection', 'confidentiality')], 'met'],
    ['super_cap', 'critical', [uncapped('confidentiality')], 'short critical'],
  ],
  'outside the cap': [
    [
      'uncapped_conduct',
      'medium',
      [uncapped('gross_negligence', 'wilful_misconduct'), uncapped('fraud')],
      'met',
    ],
    ['uncapped_conduct', 'medium', [uncapped('fraud', 'wilful_misconduct')], 'short low'],
    ['uncapped_conduct', 'medium', [cap(fees(1))], 'missing medium'],
    ['uncapped_conduct', 'medium', [uncapped('other')], 'met'],
    ['uncapped_conduct', 'medium', [cap(fees(1)), uncapped('other')], 'missing medium'],
    ['consequential_exceptions', 'high', [], 'met'],
    [
      'consequential_exceptions',
      'high',
      [term('damages_exclusion', { party: 'mutual', heads: ['indirect'], exceptHeads: [] })],
      'short high',
    ],
    [
      'consequential_exceptions',
      'high',
      [
        term('damages_exclusion', {
          party: 'mutual',
          heads: ['indirect'],
          exceptHeads: ['data_breach', 'confidentiality', 'indemnity'],
        }),
      ],
      'met',
    ],
  ],
  indemnities: [
    ['ip_indemnity', 'medium', [indemnity('ip_infringement')], 'met'],
    ['ip_indemnity', 'medium_high', [indemnity('ip_infringement')], 'short medium'],
    ['ip_indemnity', 'high', [indemnity('ip_infringement', 'output_ip'), uncapped('indemnity')], 'met'],
    [
      'ip_indemnity',
      'medium',
      [term('indemnity', { by: 'customer', covers: ['ip_infringement'] })],
      'missing medium',
    ],
    ['data_breach_indemnity', 'medium_high', [], 'missing low'],
    ['data_breach_indemnity', 'high', [], 'missing high'],
  ],
  data: [
    ['training_use', 'low', [term('training_use', { permitted: 'opt_out', material: ['prompts'] })], 'met'],
    [
      'training_use',
      'medium',
      [term('training_use', { permitted: 'opt_out', material: ['prompts'] })],
      'short medium',
    ],
    [
      'training_use',
      'high',
      [term('training_use', { permitted: 'yes', material: ['customer_data'] })],
      'short critical',
    ],
    [
      'training_use',
      'high',
      [term('training_use', { permitted: 'yes', material: ['feedback'] })],
      'missing critical',
    ],
    ['data_retention', 'medium', [term('data_retention', { object: 'prompts', period: 'P30D' })], 'met'],
    ['data_retention', 'medium', [term('data_retention', { object: 'prompts', period: 'P1M' })], 'met'],
    [
      'data_retention',
      'critical',
      [term('data_retention', { object: 'prompts', period: 'P30D' })],
      'short high',
    ],
    [
      'data_retention',
      'critical',
      [term('data_retention', { object: 'prompts', zeroRetention: true })],
      'met',
    ],
    [
      'data_deletion',
      'high',
      [term('data_deletion', { on: 'termination', within: 'P30D', form: 'delete' })],
      'short medium',
    ],
    [
      'data_deletion',
      'medium',
      [term('data_deletion', { on: 'both', within: 'P60D', form: 'either' })],
      'met',
    ],
    ['subprocessors', 'high', [term('subprocessors', { consent: 'notice', notice: 'P30D' })], 'short medium'],
    ['subprocessors', 'critical', [term('subprocessors', { consent: 'prior' })], 'met'],
  ],
  oversight: [
    [
      'incident_notice',
      'low',
      [term('incident_notice', { by: 'vendor', standard: 'promptly', trigger: 'security_incident' })],
      'met',
    ],
    [
      'incident_notice',
      'medium',
      [term('incident_notice', { by: 'vendor', within: 'PT72H', trigger: 'security_incident' })],
      'met',
    ],
    [
      'incident_notice',
      'high',
      [term('incident_notice', { by: 'vendor', within: 'PT72H', trigger: 'security_incident' })],
      'short high',
    ],
    [
      'incident_notice',
      'medium',
      [term('incident_notice', { by: 'customer', within: 'PT24H', trigger: 'security_incident' })],
      'missing medium',
    ],
    [
      'incident_cooperation',
      'high',
      [
        term('incident_cooperation', { by: 'vendor', duties: ['logs'] }),
        term('incident_cooperation', { by: 'mutual', duties: ['remediation'] }),
      ],
      'met',
    ],
    ['audit', 'medium', [term('security_assurance', { standards: ['SOC2'] })], 'met'],
    [
      'audit',
      'high',
      [term('audit_right', { holder: 'customer', kind: 'security', frequency: 'P12M' })],
      'met',
    ],
    ['audit', 'critical', [term('audit_right', { holder: 'customer', kind: 'security' })], 'short high'],
    [
      'service_level',
      'high',
      [term('service_level', { uptime: 99.9 }), term('service_level', { credits: true, soleRemedy: true })],
      'short medium',
    ],
    ['service_level', 'medium', [term('service_level', { uptime: 99.9 })], 'met'],
    [
      'insurance',
      'high',
      [term('insurance', { kinds: ['cyber', 'errors_and_omissions'], amounts: [] })],
      'met',
    ],
  ],
  'time and change': [
    ['unilateral_change', 'critical', [], 'met'],
    [
      'unilateral_change',
      'low',
      [term('unilateral_change', { by: 'vendor', notice: 'P30D', effective: 'notice' })],
      'met',
    ],
    [
      'unilateral_change',
      'high',
      [term('unilateral_change', { by: 'vendor', effective: 'posting' })],
      'short high',
    ],
    [
      'unilateral_change',
      'critical',
      [
        term('unilateral_change', {
          by: 'vendor',
          notice: 'P90D',
          effective: 'notice',
          terminationRight: true,
        }),
      ],
      'short high',
    ],
    [
      'model_change',
      'high',
      [term('model_change', { deprecationNotice: 'P90D' }), term('model_change', { versionPinning: true })],
      'met',
    ],
    ['exit', 'medium', [term('exit_assistance', { dataExport: true, artefacts: [] })], 'met'],
    [
      'exit',
      'high',
      [term('exit_assistance', { artefacts: ['prompts', 'embeddings'], period: 'P90D' })],
      'short medium',
    ],
    ['renewal_notice', 'low', [], 'met'],
    [
      'renewal_notice',
      'high',
      [term('renewal', { automatic: true, period: 'P12M' }), term('non_renewal_notice', { period: 'P120D' })],
      'short low',
    ],
    [
      'renewal_notice',
      'low',
      [term('renewal', { automatic: true, period: 'P12M' }), term('non_renewal_notice', { period: 'P3M' })],
      'met',
    ],
    [
      'renewal_notice',
      'low',
      [term('renewal', { automatic: true, period: 'P12M' }), term('non_renewal_notice', {})],
      'unsure low',
    ],
  ],
}
describe.each(Object.entries(rows))('%s', (_name, table) => {
  test.each(table)('%s, %s: %#', (rule, riskClass, terms, expected) => {
    expect(outcome(rule, riskClass, terms)).toBe(expected)
  })
})

describe('caps with known fees', () => {
  const table: [yearly: number, value: Record<string, unknown>, outcome: string][] = [
    [400_000, fixed(500_000), 'short medium'],
    [400_000, fixed(1_000_000), 'met'],
    [2_000_000, fees(2), 'met'],
    [2_000_000, fixed(1_000_000), 'short high'],
  ]
  test.each(table)('%s a year, %j', (yearly, value, expected) => {
    expect(outcome('liability_cap', 'medium_high', [cap(value)], { annualFees: usd(yearly) })).toBe(expected)
  })

  test('without them the assumption is said', () => {
    const gap = on('low', [cap(fixed(500_000))]).gaps.find((g) => g.rule === 'liability_cap')
    expect(gap?.found).toMatch(
      /enough only while a year's fees are not over USD 500,000; a year's fees are not known/,
    )
  })

  test('two currencies are not mixed', () => {
    const euros = { form: 'fixed', amount: { amount: 9e6, currency: 'EUR' } }
    expect(outcome('liability_cap', 'high', [cap(euros)])).toBe('unsure high')
  })
})

describe('silence', () => {
  test('not found, found but short and not readable are three things', () => {
    const found = (terms: PolicyTerm[], unread: string[] = []) =>
      on('high', terms, { unread }).gaps.find((g) => g.rule === 'incident_notice')
    const late = term('incident_notice', { by: 'vendor', within: 'PT96H', trigger: 'security_incident' })
    expect(found([])).toMatchObject({ state: 'missing', term: null, found: 'Not found in what was read' })
    expect(found([late])).toMatchObject({ state: 'short', term: late })
    expect(found([], ['Order form, page 3'])).toMatchObject({ state: 'unsure' })
    expect(found([], ['Order form, page 3'])?.found).toMatch(/could not be read: Order form, page 3/)
    expect(found([late], ['Order form, page 3'])).toMatchObject({ state: 'short' })
  })

  test('pages that could not be read leave no comfort in silence', () => {
    expect(outcome('unilateral_change', 'high', [], { unread: ['MSA, page 9'] })).toBe('unsure medium')
  })
})

describe('several papers', () => {
  const keeps = (period: string, from: object) => term('data_retention', { object: 'prompts', period }, from)
  const levels = (uptime: number, from: object) => term('service_level', { uptime }, from)
  const table: [string, rule: string, PolicyTerm[], string][] = [
    [
      'the DPA governs data',
      'data_retention',
      [keeps('P90D', paper('msa', 'M')), keeps('P30D', paper('dpa', 'D'))],
      'met',
    ],
    [
      'and for worse',
      'data_retention',
      [keeps('P30D', paper('order_form', 'O')), keeps('P90D', paper('dpa', 'D'))],
      'short medium',
    ],
    [
      'the order form goes before the MSA',
      'service_level',
      [levels(99, paper('msa', 'M')), levels(99.9, paper('order_form', 'O'))],
      'met',
    ],
    [
      'the later amendment goes first',
      'service_level',
      [
        levels(99.9, paper('amendment', '1', '2025-01-01')),
        levels(98, paper('amendment', '2', '2026-01-01')),
      ],
      'short low',
    ],
    [
      'one that is signed later than the day does not count',
      'service_level',
      [
        levels(99.9, paper('amendment', '1', '2025-01-01')),
        levels(98, paper('amendment', '2', '2026-07-01')),
      ],
      'met',
    ],
  ]
  test.each(table)('%s', (_what, rule, terms, expected) => {
    expect(outcome(rule, 'medium', terms)).toBe(expected)
  })

  test('what gives way stands in the trace', () => {
    const terms = [keeps('P30D', paper('msa', 'Master')), keeps('P90D', paper('dpa', 'Data terms'))]
    const gap = on('medium', terms).gaps.find((g) => g.rule === 'data_retention')
    expect(gap?.term?.agreement.title).toBe('Data terms')
    expect(gap?.trace.join('\n')).toMatch(/Gives way.*Master/)
  })
})

describe('people', () => {
  const notice = (more: object) =>
    term('incident_notice', { by: 'vendor', within: 'PT24H', trigger: 'other' }, more)
  test.each([
    [{ confidence: 0.4 }, 'unsure medium'],
    [{ confidence: 0.4, review: 'confirmed' }, 'met'],
    [{ review: 'rejected' }, 'missing high'],
  ])('%j', (more, expected) => {
    expect(outcome('incident_notice', 'medium_high', [notice(more)])).toBe(expected)
  })
})

describe('what the vendor forbids', () => {
  const forbids = term('acceptable_use', { prohibited: ['medical', 'benchmarking'] })
  test.each([
    [['medical'], 'short critical'],
    [['credit'], 'met'],
    [undefined, 'unsure medium'],
  ])('the deployment does %j', (uses, expected) => {
    expect(outcome('permitted_use', 'medium_high', [forbids], { uses })).toBe(expected)
  })
})

test('the same input gives the same assessment, the gravest gaps first', () => {
  const once = on('high', [cap(fees(1))])
  expect(on('high', [cap(fees(1))])).toEqual(once)
  expect(once).toMatchObject({
    date: '2026-06-01',
    riskClass: 'high',
    playbook: { id: 'default', version: '1.0' },
  })
  expect(once.gaps[0]?.severity).toBe('critical')
  expect(once.gaps.at(-1)?.severity).toBe('medium')
})

test('every requirement is either a gap or met, and a value nobody can use breaks nothing', () => {
  const odd = playbook.rules
    .flatMap((r) => r.termTypes)
    .map((type) => term(type, { party: 7, of: 'nonsense' }))
  for (const riskClass of ['low', 'medium', 'medium_high', 'high', 'critical'] as const) {
    const asked = playbook.rules.filter((r) => r.by[riskClass]).length
    const { gaps, met } = on(riskClass, odd)
    expect(gaps.length + met.length).toBe(asked)
  }
})
