import { describe, expect, test } from 'vitest'
import { type Remindable, type Reminded, remindersDue } from '#domain/policy/reminders.ts'

const rules = { daysBefore: [30, 7, 0], escalateAt: 7 }
const notice: Remindable = {
  key: 'non_renewal_notice a',
  date: '2027-01-30',
  owner: 'lee@example.com',
  deputy: 'kim@example.com',
  done: false,
  snoozedUntil: null,
}
const due = (today: string, reminded: Reminded[] = [], more: Partial<Remindable> = {}) =>
  remindersDue([{ ...notice, ...more }], reminded, rules, today).map(({ step, to }) => [step, to])
const told = (step: number, to = notice.owner ?? ''): Reminded => ({
  key: notice.key,
  date: notice.date,
  step,
  to,
})

describe('reminders really fire', () => {
  test('thirty days, a week, and the day itself', () => {
    expect(due('2026-12-30')).toEqual([])
    expect(due('2026-12-31')).toEqual([[30, 'lee@example.com']])
    expect(due('2027-01-23', [told(30)])[0]).toEqual([7, 'lee@example.com'])
    expect(due('2027-01-30', [told(7), told(7, 'kim@example.com')])).toEqual([
      [0, 'lee@example.com'],
      [0, 'kim@example.com'],
    ])
  })
  test('a missed tick still reminds, and once: not for each step that was missed', () => {
    expect(due('2027-01-05')).toEqual([[30, 'lee@example.com']])
    expect(due('2027-01-31').filter(([, to]) => to === 'lee@example.com')).toEqual([[0, 'lee@example.com']])
  })
  test('a second sweep on the same day, or the next, sends nothing new', () => {
    expect(due('2026-12-31', [told(30)])).toEqual([])
    expect(due('2027-01-15', [told(30)])).toEqual([])
  })
  test('the deputy is told when time runs short', () => {
    expect(due('2027-01-25', [told(7)])).toEqual([[7, 'kim@example.com']])
  })
  test('the end of the term is another date than the notice', () => {
    const end = { ...notice, key: 'term_end a' }
    expect(remindersDue([end, notice], [told(30)], rules, '2026-12-31').map((r) => r.key)).toEqual([
      'term_end a',
    ])
  })
  test('a date that moved reminds anew', () => {
    expect(due('2027-12-31', [told(30)], { date: '2028-01-30' })).toEqual([[30, 'lee@example.com']])
  })
  test('done and snoozed ones are quiet, until the day they were set aside to', () => {
    expect(due('2027-01-25', [], { done: true })).toEqual([])
    expect(due('2027-01-25', [], { snoozedUntil: '2027-01-26' })).toEqual([])
    expect(due('2027-01-26', [], { snoozedUntil: '2027-01-26' })).toHaveLength(2)
  })
  test('what nobody owns everybody hears of; what is long past nobody', () => {
    expect(due('2026-12-31', [], { owner: null, deputy: null })).toEqual([[30, 'everybody']])
    expect(due('2027-06-01')).toEqual([])
  })
})
