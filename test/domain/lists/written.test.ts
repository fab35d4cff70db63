import { expect, test } from 'vitest'
import { writtenAmount, writtenDay } from '#domain/lists/written.ts'

test.each([
  ['1.471,60', 1471.6],
  ['1,471.60', 1471.6],
  ['1 471,60', 1471.6],
  ["1'471.60", 1471.6],
  ['1471.6', 1471.6],
  ['12,5', 12.5],
  ['1.000.000', 1_000_000],
  ['1471', 1471],
])('the amount %s is %d', (written, value) => {
  expect(writtenAmount(written, 'as_each_says')).toEqual({ ok: true, value })
})

test('"1.471" is not guessed: it is a thousand and more where the comma parts decimals, and little where it does not', () => {
  expect(writtenAmount('1.471', 'as_each_says').ok).toBe(false)
  expect(writtenAmount('1.471', 'comma')).toEqual({ ok: true, value: 1471 })
  expect(writtenAmount('1.471', 'point')).toEqual({ ok: true, value: 1.471 })
})

test('a number that is not written like the others is refused, not bent', () => {
  expect(writtenAmount('1,471.60', 'comma').ok).toBe(false)
  expect(writtenAmount('about 5', 'as_each_says').ok).toBe(false)
})

test.each([
  ['2026-12-31', '2026-12-31'],
  ['31.12.2026', '2026-12-31'],
  ['31/12/2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['31 December 2026', '2026-12-31'],
  ['05/05/2026', '2026-05-05'],
])('the day %s', (written, value) => {
  expect(writtenDay(written, 'as_each_says')).toEqual({ ok: true, value })
})

test('03/04/2026 is read in the order that was chosen, and not at all without one', () => {
  expect(writtenDay('03/04/2026', 'as_each_says').ok).toBe(false)
  expect(writtenDay('03/04/2026', 'day_month')).toEqual({ ok: true, value: '2026-04-03' })
  expect(writtenDay('03/04/2026', 'month_day')).toEqual({ ok: true, value: '2026-03-04' })
})

test('no calendar has 31 February, and a number is no day', () => {
  expect(writtenDay('31/02/2026', 'day_month').ok).toBe(false)
  expect(writtenDay(46000, 'day_month').ok).toBe(false)
})
