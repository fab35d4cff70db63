import { expect, test } from 'vitest'
import { deadlines } from '#domain/policy/deadlines.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import { type Remindable, type Reminded, remindersDue } from '#domain/policy/reminders.ts'
import { readMoney } from '#domain/quantities/money.ts'
import { term } from './terms.ts'

/** Mistakes that users of other registers reported, each with where; none of them may be made here. */

const initial = (period: string) => term('initial_term', { period })
const renewing = (period: string) => term('renewal', { automatic: true, period })
const notice = (period: unknown, toEndOf?: string) =>
  term('non_renewal_notice', { period, before: 'term_end', ...(toEndOf && { toEndOf }) })

interface Asked {
  from?: string | null
  on: string
  place?: string
  holidays?: string[]
}

function dates(terms: PolicyTerm[], { from = null, on, place, holidays = [] }: Asked) {
  const calendar = place ? { place, holidays } : undefined
  const agreement = { id: 'a', title: 'MSA', status: 'active', effectiveOn: from, terms, calendar }
  const { dated, undated } = deadlines({ agreements: [agreement], date: on, holidays })
  const of = (kind: string) => dated.find((d) => d.kind === kind)
  return {
    end: of('term_end')?.date,
    notice: of('non_renewal_notice')?.date,
    why: of('non_renewal_notice')?.why,
    ends: of('non_renewal_notice')?.ends,
    undated,
  }
}

test('after tacit renewals the term that runs now counts, not the first one (glpi-project/glpi#23084)', () => {
  const found = dates([initial('P12M'), renewing('P12M'), notice('P60D')], {
    from: '2022-04-01',
    on: '2026-11-25',
  })
  expect([found.end, found.notice]).toEqual(['2027-03-31', '2027-01-30'])
})

test('the initial term is not left out, and may be longer than the renewals (glpi-project/glpi#6004)', () => {
  const terms = [initial('P36M'), renewing('P12M'), notice('P90D')]
  expect(dates(terms, { from: '2025-01-01', on: '2026-01-15' }).end).toBe('2027-12-31')
  expect(dates(terms, { from: '2025-01-01', on: '2028-01-15' }).end).toBe('2028-12-31')
})

test.each([
  ['P1M', 'month', '2025-03-16', '2027-03-15', '2027-02-28', '2027-01-31'],
  ['P3M', 'month', '2025-07-01', '2027-06-30', '2027-06-30', '2027-03-31'],
  ['P6W', 'quarter', '2025-07-01', '2027-06-30', '2027-06-30', '2027-05-19'],
  ['P3M', 'quarter', '2025-08-10', '2027-08-09', '2027-06-30', '2027-03-31'],
  ['P6M', 'year', '2025-04-01', '2027-03-31', '2026-12-31', '2026-06-30'],
])('notice of %s to the end of a %s (janrieke/contractmanager#13)', (period, unit, from, end, ends, by) => {
  const found = dates([initial('P24M'), renewing('P12M'), notice(period, unit)], { from, on: '2026-01-10' })
  expect([found.end, found.ends, found.notice], found.why).toEqual([end, ends, by])
  expect(found.why).toContain(`notice runs to the end of a ${unit}`)
})

test('sixty days are sixty days, never rounded to months or to their ends (microsoft/BCApps#10353)', () => {
  const terms = [initial('P12M'), renewing('P12M'), notice('P60D')]
  expect(dates(terms, { from: '2026-02-16', on: '2026-03-01' }).notice).toBe('2026-12-17')
  expect(dates(terms, { from: '2027-05-01', on: '2027-06-01' }).notice).toBe('2028-03-01')
})

test.each([null, ''])('a blank date (%j) is never due (unidoc/isms#44)', (from) => {
  const found = dates([initial('P12M'), renewing('P12M'), notice('P60D')], { from, on: '2026-11-25' })
  expect([found.end, found.notice]).toEqual([undefined, undefined])
  expect(found.undated.map((d) => d.kind)).toEqual(['term_end', 'non_renewal_notice'])
})

test('"1.471,60" is not 1.60 (marcelbrueckner/paperless.sh#4)', () => {
  expect(readMoney('EUR 1.471,60 a year').map((f) => f.value)).toEqual([{ amount: 1471.6, currency: 'EUR' }])
})

test('the sum is shown as somebody would reckon it, with the day to send it by', () => {
  const courier = term('notices', { method: ['courier'], deemedReceipt: { businessDays: 2 } })
  const found = dates([initial('P12M'), renewing('P12M'), notice('P60D'), courier], {
    from: '2025-04-01',
    on: '2025-11-25',
  })
  expect(found.notice).toBe('2026-01-28')
  expect(found.why).toBe(
    'Term ends 31 Mar 2026 − 60 days = 30 Jan 2026, a Friday; courier, deemed received after 2 business days: send by Wed 28 Jan 2026.',
  )
})

test('holidays of the place whose law governs make it earlier, and the sum names the place', () => {
  const courier = term('notices', { method: ['courier'], deemedReceipt: { businessDays: 2 } })
  const found = dates([initial('P12M'), renewing('P12M'), notice('P60D'), courier], {
    from: '2026-03-01',
    on: '2026-11-25',
    place: 'England and Wales',
    holidays: ['2026-12-25', '2026-12-28'],
  })
  expect(found.notice).toBe('2026-12-24')
  expect(found.why).toContain('(holidays of England and Wales): send by Thu 24 Dec 2026')
})

const rules = { daysBefore: [30, 7, 0], escalateAt: 7 }
const remindable = (key: string, date: string): Remindable => ({
  key,
  date,
  owner: 'lee@example.com',
  deputy: null,
  done: false,
  snoozedUntil: null,
})

test('a tick that was missed still reminds, once (opendefender/OpenRisk#679)', () => {
  const one = remindable('non_renewal_notice a', '2027-01-30')
  const first = remindersDue([one], [], rules, '2027-01-25')
  expect(first.map((r) => r.step)).toEqual([7])
  const stamped: Reminded[] = first.map(({ key, date, step, to }) => ({ key, date, step, to }))
  expect(remindersDue([one], stamped, rules, '2027-01-25')).toEqual([])
  expect(remindersDue([one], stamped, rules, '2027-01-26')).toEqual([])
})

test('the end of a term and the notice against its renewal alert each for itself (grokability/snipe-it#5515)', () => {
  const both = [remindable('non_renewal_notice a', '2027-01-30'), remindable('term_end a', '2027-03-31')]
  expect(remindersDue(both, [], rules, '2027-01-29').map((r) => r.key)).toEqual(['non_renewal_notice a'])
  expect(remindersDue(both, [], rules, '2027-03-25').map((r) => r.key)).toEqual([
    'non_renewal_notice a',
    'term_end a',
  ])
})
