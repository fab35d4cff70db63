import { describe, expect, test } from 'vitest'
import { deadlines, rePapering } from '#domain/policy/deadlines.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import { loadPlaybooks } from '#playbooks/index.ts'
import { term } from './terms.ts'

const initial = (period: string) => term('initial_term', { period })
const renewing = (period: string, maxTimes?: number) =>
  term('renewal', { automatic: true, period, ...(maxTimes === undefined ? {} : { maxTimes }) })
const notice = (period: unknown) => term('non_renewal_notice', { period, before: 'term_end' })
const courier = (deemedReceipt: unknown) => term('notices', { method: ['courier'], deemedReceipt })

function due(
  effectiveOn: string | null,
  terms: PolicyTerm[],
  date: string,
  { status = 'active', holidays = [] as string[] } = {},
) {
  const agreement = { id: 'a', title: 'Northwind MSA', slug: 'northwind-msa', status, effectiveOn, terms }
  const { dated, undated } = deadlines({ agreements: [agreement], date, holidays })
  const of = (kind: string) => dated.find((d) => d.kind === kind)
  return {
    end: of('term_end')?.date,
    notice: of('non_renewal_notice')?.date,
    why: of('non_renewal_notice')?.why,
    undated,
  }
}

const year = [initial('P12M'), renewing('P12M'), notice('P60D')]

describe('the term that runs and its notice', () => {
  const cases: [
    what: string,
    start: string,
    terms: PolicyTerm[],
    date: string,
    end: string,
    notice: string,
  ][] = [
    ['sixty days are sixty days', '2026-04-01', year, '2026-05-01', '2027-03-31', '2027-01-30'],
    ['the notice day itself still counts', '2026-04-01', year, '2027-01-30', '2027-03-31', '2027-01-30'],
    ['past it, the next term’s is next', '2026-04-01', year, '2027-01-31', '2027-03-31', '2028-01-31'],
    ['after three tacit renewals', '2023-04-01', year, '2026-06-01', '2027-03-31', '2027-01-30'],
    [
      'a first term longer than the renewals',
      '2024-01-01',
      [initial('P36M'), renewing('P12M'), notice('P90D')],
      '2025-06-01',
      '2026-12-31',
      '2026-10-02',
    ],
    [
      'a first term longer than the renewals, renewed',
      '2020-01-01',
      [initial('P36M'), renewing('P12M'), notice('P90D')],
      '2025-06-01',
      '2025-12-31',
      '2025-10-02',
    ],
    [
      'months from a month’s end don’t drift',
      '2026-01-31',
      [initial('P1M'), renewing('P1M'), notice('P10D')],
      '2026-03-05',
      '2026-03-30',
      '2026-03-20',
    ],
    [
      'February’s last day ends a month from the 31st',
      '2026-01-31',
      [initial('P1M'), renewing('P1M'), notice('P10D')],
      '2026-02-01',
      '2026-02-28',
      '2026-02-18',
    ],
    [
      'a leap year',
      '2023-03-01',
      [initial('P12M'), renewing('P12M'), notice('P1M')],
      '2023-04-01',
      '2024-02-29',
      '2024-01-29',
    ],
    [
      'months back from a month’s end',
      '2025-06-01',
      [initial('P12M'), renewing('P12M'), notice('P3M')],
      '2025-07-01',
      '2026-05-31',
      '2026-02-28',
    ],
    [
      'the longer of two notice periods',
      '2026-04-01',
      [...year, notice('P30D')],
      '2026-05-01',
      '2027-03-31',
      '2027-01-30',
    ],
    [
      'a printed end, then renewals',
      '',
      [term('initial_term', { endsOn: '2026-06-30' }), renewing('P12M'), notice('P30D')],
      '2026-07-15',
      '2027-06-30',
      '2027-05-31',
    ],
    [
      'a first term in days, renewals in months',
      '2026-01-01',
      [initial('P90D'), renewing('P1M'), notice('P5D')],
      '2026-04-02',
      '2026-04-30',
      '2026-04-25',
    ],
    [
      'business days of notice',
      '2026-04-01',
      [initial('P12M'), renewing('P12M'), notice({ businessDays: 5 })],
      '2026-05-01',
      '2027-03-31',
      '2027-03-24',
    ],
    [
      'a courier that counts as received two business days later',
      '2026-04-01',
      [...year, courier({ businessDays: 2 })],
      '2026-05-01',
      '2027-03-31',
      '2027-01-27',
    ],
    [
      'a courier that takes three days',
      '2026-04-01',
      [...year, courier('P3D')],
      '2026-05-01',
      '2027-03-31',
      '2027-01-27',
    ],
  ]
  test.each(cases)('%s', (_what, start, terms, date, end, noticeOn) => {
    const found = due(start, terms, date)
    expect([found.end, found.notice], found.why).toEqual([end, noticeOn])
  })

  test('holidays are no business days', () => {
    const { notice } = due('2026-04-01', [...year, courier({ businessDays: 2 })], '2026-05-01', {
      holidays: ['2027-01-28'],
    })
    expect(notice).toBe('2027-01-26')
  })

  test('the sum stands in words', () => {
    expect(due('2026-04-01', [...year, courier({ businessDays: 2 })], '2026-05-01').why).toBe(
      'Term ends 31 Mar 2027 − 60 days = 30 Jan 2027, a Saturday; courier, deemed received after 2 business days: send by Wed 27 Jan 2027.',
    )
  })

  test('too late to send, not yet too late to arrive', () => {
    const { notice, why } = due('2026-04-01', [...year, courier({ businessDays: 2 })], '2027-01-29')
    expect(notice).toBe('2027-01-27')
    expect(why).toMatch(/that day is past, use a way that arrives by 30 Jan 2027/)
  })

  test('a missed notice is told', () => {
    expect(due('2026-04-01', year, '2027-02-10').why).toMatch(
      /the day was 30 Jan 2027, which is past: it renews/,
    )
  })
})

describe('no date', () => {
  test('nothing is due when the start is not known', () => {
    const { end, notice, undated } = due(null, year, '2026-05-01')
    expect([end, notice]).toEqual([undefined, undefined])
    expect(undated.map((u) => u.kind)).toEqual(['term_end', 'non_renewal_notice'])
    expect(undated[0]?.why).toMatch(/its start is not known: enter the effective date/)
  })
  test.each([
    ['a silent paper', [], /Nothing that was read says how long/],
    [
      'an end that is an event',
      [term('expiration', { event: 'completion' })],
      /ends with an event \(completion\)/,
    ],
  ])('%s', (_what, terms, why) => {
    expect(due('2026-01-01', terms, '2026-05-01').undated[0]?.why).toMatch(why)
  })
  test('a renewal without a notice period', () => {
    expect(due('2026-04-01', year.slice(0, 2), '2026-05-01').undated[0]?.why).toMatch(/no period of notice/)
  })
  test('a notice whose period the copy leaves blank is asked for, and shown where it stands', () => {
    const blank = term('non_renewal_notice', { before: 'term_end' })
    const [open] = due('2026-04-01', [...year.slice(0, 2), blank], '2026-05-01').undated
    expect(open).toMatchObject({ kind: 'non_renewal_notice', term: blank })
    expect(open?.why).toMatch(/leaves blank how long before the end/)
  })
  test('of a blank notice and one with a period the period counts', () => {
    const blank = term('non_renewal_notice', { before: 'term_end' })
    expect(due('2026-04-01', [blank, ...year], '2026-05-01').notice).toBe('2027-01-30')
  })
  test('a perpetual agreement, and one that is over, have none', () => {
    expect(due('2026-01-01', [term('expiration', { perpetual: true })], '2026-05-01').undated).toEqual([])
    expect(due('2026-04-01', year, '2026-05-01', { status: 'terminated' }).end).toBeUndefined()
  })
  test('a rejected reading counts for nothing', () => {
    const rejected = year.map((t) => ({ ...t, review: 'rejected' }))
    expect(due('2026-04-01', rejected, '2026-05-01').end).toBeUndefined()
  })
})

test('renewals stop where the contract stops them', () => {
  const terms = [initial('P12M'), renewing('P12M', 1), notice('P30D')]
  expect(due('2024-01-01', terms, '2025-06-01')).toMatchObject({ end: '2025-12-31', notice: undefined })
  expect(due('2024-01-01', terms, '2027-06-01').end).toBe('2025-12-31')
})

const { reviewMonths } = loadPlaybooks().riskMatrix
test.each([
  ['high', '2026-08-31', null, '2027-02-28', false],
  ['critical', null, '2026-01-15', '2026-04-15', true],
  ['low', '2026-08-31', '2020-01-01', '2028-08-31', false],
  ['medium', null, null, null, false],
] as const)('re-papering of class %s', (riskClass, lastReviewedOn, signedOn, on, overdue) => {
  const review = rePapering({ riskClass, reviewMonths, lastReviewedOn, signedOn, date: '2026-09-01' })
  expect([review.date, review.overdue]).toEqual([on, overdue])
})
