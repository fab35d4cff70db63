import { expect, test } from 'vitest'
import { versionInForce } from '#domain/policy/family/version-in-force.ts'

const versions = [
  { fileId: 'a', version: 1, from: '2026-03-01' },
  { fileId: 'b', version: 2, from: '2026-09-01' },
]

test.each([
  ['before the first came in', '2026-01-01', 'a'],
  ['the day before the second begins', '2026-08-31', 'a'],
  ['the day it begins', '2026-09-01', 'b'],
])('%s', (_, date, fileId) => {
  expect(versionInForce(versions, date)?.fileId).toBe(fileId)
})
