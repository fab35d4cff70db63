import { readDates } from '../quantities/date.ts'
import { digitsToNumber } from '../quantities/numbers.ts'
import type { Cell } from './sheet.ts'

/** Numbers and days as lists write them. What can be read two ways is not guessed: the line says so. */

export type NumberStyle = 'as_each_says' | 'point' | 'comma'
export type DayOrder = 'as_each_says' | 'day_month' | 'month_day'

export type Written<T> = { ok: true; value: T } | { ok: false; why: string }
const read = <T>(value: T): Written<T> => ({ ok: true, value })
const not = (why: string): Written<never> => ({ ok: false, why })

/** "1.471,60" is 1471.60, "1,471.60" too; "1.471" alone could be either, so the style has to be chosen. */
export function writtenAmount(cell: Cell, style: NumberStyle): Written<number> {
  if (typeof cell === 'number') return cell >= 0 ? read(cell) : not(`${cell} is below zero`)
  if (typeof cell !== 'string') return not('a day stands where an amount belongs')
  const digits = cell.trim().replace(/[\s\u00a0'’]/g, '')
  if (!/^\d+(?:[.,]\d+)*$/.test(digits)) return not(`“${cell}” is no amount`)
  if (style === 'comma') return inStyle(cell, digits, '.', ',')
  if (style === 'point') return inStyle(cell, digits, ',', '.')
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits))
    return not(`“${cell}” can be read as thousands or as decimals: choose how numbers are written`)
  return read(digitsToNumber(digits))
}

function inStyle(cell: string, digits: string, thousands: string, decimals: string): Written<number> {
  const shape = new RegExp(`^(?:\\d{1,3}(?:\\${thousands}\\d{3})+|\\d+)(?:\\${decimals}\\d+)?$`)
  if (!shape.test(digits)) return not(`“${cell}” is not written like the other numbers`)
  return read(Number(digits.replaceAll(thousands, '').replace(decimals, '.')))
}

/** ISO days, days with dots (31.12.2026), with slashes in the order chosen, and written out. */
export function writtenDay(cell: Cell, order: DayOrder): Written<string> {
  if (typeof cell === 'object') return read(cell.day)
  if (typeof cell === 'number') return not(`${cell} is a number, not a day: give the column a date format`)
  const text = cell.trim()
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  if (slashed) {
    const [first, second, year] = slashed.slice(1).map(Number)
    if (first === undefined || second === undefined || year === undefined) return not(`“${cell}” is no day`)
    if (order === 'as_each_says' && first <= 12 && second <= 12 && first !== second)
      return not(`“${cell}” can be read two ways: choose whether the day or the month comes first`)
    const dayFirst = order === 'day_month' || (order === 'as_each_says' && first > 12)
    const iso = isoDay(year, dayFirst ? second : first, dayFirst ? first : second)
    return iso ? read(iso) : not(`“${cell}” is no day of any calendar`)
  }
  const [found] = readDates(text)
  return found && found.start === 0 && found.end === text.length
    ? read(found.value)
    : not(`“${cell}” is no day: write it as 2026-12-31`)
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined
}
