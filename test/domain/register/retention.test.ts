import { expect, test } from 'vitest'
import { dueOn } from '#domain/register/retention.ts'

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-25', 84, '2033-11-25'],
])('what ended on %s and is kept %i months may go on %s', (ended, months, due) => {
  expect(dueOn(ended, months)).toBe(due)
})
