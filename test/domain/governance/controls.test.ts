import { describe, expect, test } from 'vitest'
import { classificationChanges } from '#domain/governance/classification.ts'
import { controlHistory, settingsOf, unshownSpans } from '#domain/governance/control-history.ts'
import { approvalNeed, controlStates, controlsFor, type Evidence } from '#domain/governance/controls.ts'
import { retentionLimit } from '#domain/governance/logging.ts'
import { type SignOff, seatStates } from '#domain/governance/sign-offs.ts'
import { contentChanges, type Version } from '#domain/governance/versions.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import { loadPlaybooks } from '#playbooks/index.ts'
import { term } from '../policy/terms.ts'

const rules = loadPlaybooks().governance.controls

describe('the controls of a class', () => {
  test.each<[RiskClass, number]>([
    ['low', 4],
    ['medium', 9],
    ['medium_high', 13],
    ['high', 17],
    ['critical', 18],
  ])('%s needs %i: its own and those of every milder class', (riskClass, count) =>
    expect(controlsFor(riskClass, rules)).toHaveLength(count),
  )

  const evidence = (more: Partial<Evidence> = {}) => ({
    id: 'e',
    control: 'grounding',
    kind: 'link' as const,
    title: 'Test plan',
    detail: '',
    passed: true,
    fileName: null,
    sha256: null,
    expiresOn: '2026-12-31',
    recordedBy: 'A',
    recordedAt: '2026-01-01T00:00:00Z',
    ...more,
  })
  const record = { control: 'grounding', status: 'in_place' as const, owner: 'Service owner', reason: '' }
  const standing = (input: { records?: (typeof record)[]; evidence?: ReturnType<typeof evidence>[] }) =>
    controlStates({ riskClass: 'low', rules, records: [], evidence: [], date: '2026-11-25', ...input })[0]
      ?.standing

  test.each([
    ['nothing recorded', {}, 'not_in_place'],
    ['in place, nothing shows it', { records: [record] }, 'no_evidence'],
    ['in place and shown', { records: [record], evidence: [evidence()] }, 'ok'],
    ['nobody owns it', { records: [{ ...record, owner: '' }], evidence: [evidence()] }, 'no_owner'],
    [
      'shown until yesterday',
      { records: [record], evidence: [evidence({ expiresOn: '2026-11-24' })] },
      'expired',
    ],
    [
      'the last test failed, though a link stands',
      { records: [record], evidence: [evidence(), evidence({ kind: 'test', passed: false })] },
      'failed',
    ],
    [
      'a later test passed',
      {
        records: [record],
        evidence: [
          evidence({ kind: 'test', passed: false }),
          evidence({ kind: 'test', recordedAt: '2026-02-01T00:00:00Z' }),
        ],
      },
      'ok',
    ],
  ])('%s', (_, input, expected) => expect(standing(input)).toBe(expected))
})

describe('who approves a class', () => {
  const seats = (riskClass: RiskClass, forced: RiskClass, answers: Record<string, string> = {}) =>
    approvalNeed({ riskClass, forced, answers, rules }).seats

  test('a mild one its own people', () => expect(seats('low', 'low')).toEqual(['it']))
  test('critical harm legal and compliance, however mild a class was chosen', () =>
    expect(seats('low', 'high', { employment: 'supports' })).toEqual(['it', 'legal', 'compliance']))
  test('an exception adds people and takes none away', () =>
    expect(seats('medium', 'medium_high')).toEqual(['it', 'legal', 'compliance']))
  test('critical also security', () =>
    expect(seats('critical', 'critical')).toEqual(['legal', 'security', 'compliance']))
})

describe('a sign-off', () => {
  const signed = (more: Partial<SignOff> = {}): SignOff => ({
    id: '1',
    seat: 'legal',
    verdict: 'approved',
    note: '',
    seen: { terms: 'a', class: 'b' },
    userId: 'u1',
    userName: 'M. Strand',
    at: '2026-11-01T00:00:00Z',
    ...more,
  })
  const now = { terms: 'a', class: 'b' }

  test('holds while what was seen is unchanged', () =>
    expect(seatStates(['legal'], [signed()], now)[0]).toMatchObject({ state: 'signed', by: 'M. Strand' }))
  test('lapses when it changes, and says what did', () =>
    expect(seatStates(['legal'], [signed()], { ...now, terms: 'c' })[0]).toMatchObject({
      state: 'lapsed',
      changed: ['terms'],
    }))
  test('is taken back by a later refusal', () =>
    expect(
      seatStates(['legal'], [signed(), signed({ verdict: 'refused', at: '2026-11-02T00:00:00Z' })], now)[0]
        ?.state,
    ).toBe('refused'))
  test('of one person fills one seat', () =>
    expect(
      seatStates(['legal', 'compliance'], [signed(), signed({ seat: 'compliance' })], now).map(
        (s) => s.state,
      ),
    ).toEqual(['signed', 'missing']))
})

test('two classifications differ in words: the class, the answers, the exception', () => {
  const { riskMatrix } = loadPlaybooks()
  const first = { riskClass: 'low' as const, answers: { money: 'no' }, exception: '' }
  const second = {
    riskClass: 'medium' as const,
    answers: { money: 'says', gone: 'x' },
    exception: 'A pilot.',
  }
  expect(classificationChanges(first, second, riskMatrix)).toEqual([
    { what: 'Class', before: 'Low', after: 'Medium' },
    { what: 'Does it touch money?', before: 'No', after: 'It tells customers what they are owed or owe' },
    { what: 'gone', before: 'not answered', after: 'x' },
    { what: 'Exception', before: 'none', after: 'A pilot.' },
  ])
})

describe('the history of a control', () => {
  const shown = (
    id: string,
    recordedAt: string,
    expiresOn: string,
    more: Partial<Evidence> = {},
  ): Evidence => ({
    id,
    kind: 'test',
    title: `Suite ${id}`,
    detail: '',
    passed: true,
    fileName: null,
    sha256: null,
    expiresOn,
    recordedBy: 'iris',
    recordedAt: `${recordedAt}T09:00:00Z`,
    ...more,
  })
  const record = { control: 'citation', status: 'planned' as const, owner: '', reason: '' }

  test('says who set what, what showed it, what failed and when it ran out', () => {
    const settings = settingsOf('citation', [
      {
        at: '2026-02-01T09:00:00Z',
        actor: 'iris',
        detail: { before: record, after: { ...record, status: 'in_place', owner: 'Ivo' } },
      },
      { at: '2026-02-02T09:00:00Z', actor: 'iris', detail: { after: { ...record, control: 'grounding' } } },
    ])
    const evidence = [
      shown('1', '2026-02-03', '2026-03-31'),
      shown('2', '2026-05-01', '2026-12-31', { passed: false }),
    ]
    expect(controlHistory(settings, evidence, '2026-06-01').map((e) => [e.at.slice(0, 10), e.words])).toEqual(
      [
        ['2026-05-01', 'Test failed: Suite 2'],
        ['2026-04-01', 'Counts no longer: Suite 1'],
        ['2026-02-03', 'Test passed: Suite 1'],
        ['2026-02-01', 'Planned → In place, owner Ivo'],
      ],
    )
  })

  test('names the days on which nothing showed it', () => {
    const evidence = [
      shown('1', '2026-01-10', '2026-01-31'),
      shown('2', '2026-01-20', '2026-02-10'),
      shown('3', '2026-03-01', '2026-03-31'),
    ]
    expect(unshownSpans(evidence, '2026-04-02')).toEqual([
      { from: '2026-02-11', to: '2026-02-28', days: 18 },
      { from: '2026-04-01', to: '2026-04-02', days: 2 },
    ])
    expect(unshownSpans([], '2026-04-02')).toEqual([])
  })
})

test('what changed between two versions of a prompt, line by line', () => {
  const version = (content: string | null) => ({ content }) as Version
  const lines = (from: string | null, to: string | null) =>
    contentChanges({ before: version(from), after: version(to) })
  expect(lines('Be brief.\nCite.\n', 'Be kind.\nCite.\n')).toEqual([
    { kind: 'removed', text: 'Be brief.\n' },
    { kind: 'added', text: 'Be kind.\n' },
    { kind: 'same', text: 'Cite.\n' },
  ])
  expect(lines(null, 'Be kind.')).toBeNull()
})

test.each([
  ['the class’s own, where no vendor’s is shorter', 'P1Y', 90, 'the class allows 90 days'],
  ['the vendor’s, where that is shorter', 'P30D', 30, 'Northwind MSA keeps logs for 30 days at most'],
])('how long a log may be kept: %s', (_, period, days, because) => {
  const terms = [term('data_retention', { object: 'logs', period })]
  expect(retentionLimit('low', loadPlaybooks().governance.logging, terms)).toEqual({ days, because })
})
