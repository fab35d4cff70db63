import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

/** `npm run fuzz` does it with thousands. */
test('files that chance made are read or refused, and nothing else', async () => {
  const result = await fuzz({ cases: 40, seed: 7 })
  expect(result.faults).toEqual([])
  expect(result.read + result.refused).toBe(40)
}, 300_000)
