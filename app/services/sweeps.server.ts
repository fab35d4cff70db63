import { forgetOldKeys } from './api/idempotency.server.ts'
import { settleGaps } from './gap-work.server.ts'
import type { House } from './house.server.ts'
import { scanForNamedPapers } from './incorporated.server.ts'

/**
 * Work that comes round by the clock. Each run looks at what is to be done as of `now` and does it once, however many ticks
 * were missed.
 */
export interface Sweep {
  name: string
  everyMinutes: number
  run(house: House, now: Date): Promise<void>
}

/** Every sweep there is; a new one is one line here. */
export const sweeps: Sweep[] = [
  { name: 'named papers', everyMinutes: 1, run: scanForNamedPapers },
  { name: 'gaps', everyMinutes: 30, run: settleGaps },
  { name: 'forget idempotency keys', everyMinutes: 10, run: forgetOldKeys },
]

/** Starts the clock. @returns what stops it, after the run in hand */
export function startSweeps(house: House): () => Promise<void> {
  const running = new Set<Promise<void>>()
  const timers = sweeps.map((sweep) => {
    let busy = false
    const tick = () => {
      if (busy) return
      busy = true
      const run = house.policy
        .refresh()
        .then(() => sweep.run(house, new Date()))
        .catch((error: unknown) => house.log.error({ sweep: sweep.name, err: error }, 'a sweep failed'))
        .finally(() => {
          busy = false
          running.delete(run)
        })
      running.add(run)
    }
    tick()
    return setInterval(tick, sweep.everyMinutes * 60_000)
  })
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(running)
  }
}
