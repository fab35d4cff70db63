import { forgetOldKeys } from './api/idempotency.server.ts'
import { backupSweep } from './backup/scheduled.server.ts'
import { settleGaps } from './gap-work.server.ts'
import type { House } from './house.server.ts'
import { scanForNamedPapers } from './incorporated.server.ts'
import { intakeFolderSweep } from './intake-folder.server.ts'
import { noticeNewVersions } from './re-papering.server.ts'
import { remind, sendWaiting } from './reminders.server.ts'
import { retentionSweep } from './retention/retention.server.ts'
import { searchIndexSweep } from './search/make-index.server.ts'
import { standingSweep } from './standing/keep.server.ts'
import type { Sweep } from './sweep.server.ts'

/** Every sweep there is; a new one is one line here. */
export const sweeps: Sweep[] = [
  { name: 'named papers', everyMinutes: 1, run: scanForNamedPapers },
  { name: 'new versions', everyMinutes: 1, run: noticeNewVersions },
  { name: 'gaps', everyMinutes: 30, run: settleGaps },
  { name: 'forget idempotency keys', everyMinutes: 10, run: forgetOldKeys },
  { name: 'reminders', everyMinutes: 15, run: remind },
  { name: 'outbox', everyMinutes: 1, run: (house, now) => sendWaiting(house, now) },
  backupSweep,
  retentionSweep,
  searchIndexSweep,
  standingSweep,
  intakeFolderSweep,
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
