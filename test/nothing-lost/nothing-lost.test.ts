import { expect, test } from 'vitest'
import { killOften } from './kill.ts'

/** `KILL_TIMES=200 npx vitest run test/nothing-lost` does it 200 times. */
const times = Number(process.env.KILL_TIMES ?? 5)
const seed = Number(process.env.KILL_SEED ?? 20261125)

test(`a process killed ${times} times amid intake, review and export loses nothing it acknowledged, and leaves nothing half done`, async () => {
  const { survived, tried, acknowledged, faults } = await killOften(times, seed)
  console.log(`${survived} of ${tried} kills survived, ${acknowledged} things acknowledged`)
  expect(faults).toEqual([])
  expect(survived).toBe(times)
  expect(acknowledged).toBeGreaterThan(0)
}, 3_600_000)
