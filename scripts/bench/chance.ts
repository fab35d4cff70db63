import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** The same draws in every run. */
export function createChance(seed: number) {
  const generator = xoroshiro128plus(seed)
  const int = (from: number, to: number) => uniformInt(generator, from, to)
  return {
    /** A whole number, both ends included. */
    int,
    /** From 0 to below 1. */
    share: () => uniformFloat64(generator),
    of<T>(choices: readonly T[]): T {
      return choices[int(0, choices.length - 1)] as T
    },
  }
}
export type Chance = ReturnType<typeof createChance>
