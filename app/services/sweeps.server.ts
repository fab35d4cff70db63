import { forgetOldKeys } from './api/idempotency.server.ts'
import { backupSweep } from './backup/scheduled.server.ts'
import { exportSweep } from './exports.server.ts'
import { settleGaps } from './gap-work.server.ts'
import type { House } from './house.server.ts'
import { scanForNamedPapers } from './incorporated.server.ts'
import { intakeFolderSweep } from './intake-folder.server.ts'
import { noticeNewVersions } from './re-papering.server.ts'
import { remind, sendWaiting } from './reminders.server.ts'
import { rereadingSweep } from './rereading.server.ts'
import { retentionSweep } from './retention/retention.server.ts'
import { figuresSweep } from './search/figures.server.ts'
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
  figuresSweep,
  standingSweep,
  exportSweep,
  rereadingSweep,
  intakeFolderSweep,
]

/** Does a sweep that was asked for as a job. One that this process has in hand already is enough. */
export function doSweeps(house: House): (job: { name: string }) => Promise<void> {
  const inHand = new Set<string>()
  return async ({ name }) => {
    const sweep = sweeps.find((one) => one.name === name)
    if (!sweep || inHand.has(name)) return
    inHand.add(name)
    try {
      await house.policy.refresh()
      await sweep.run(house, new Date())
    } finally {
      inHand.delete(name)
    }
  }
}

/**
 * Starts the clock.
 * @param folders whether this is the process that looks after this machine's folders
 * @returns what stops it, after the run in hand
 */
export function startSweeps(house: House, { folders }: { folders: boolean }): () => Promise<void> {
  const running = new Set<Promise<void>>()
  const here = doSweeps(house)
  const own = sweeps.filter((sweep) => folders || !sweep.here)
  const timers = own.map(({ name, everyMinutes, ...sweep }) => {
    const tick = () => {
      const run = (sweep.here ? here({ name }) : house.jobs.send(house.db, 'sweep', name, { name }))
        .catch((error: unknown) => house.log.error({ sweep: name, err: error }, 'a sweep failed'))
        .finally(() => running.delete(run))
      running.add(run)
    }
    tick()
    return setInterval(tick, everyMinutes * 60_000)
  })
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(running)
  }
}
