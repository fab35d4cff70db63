import { makeExport } from './exports.server.ts'
import type { House } from './house.server.ts'
import { rereadSome } from './rereading.server.ts'
import { reckonAll } from './standing/keep.server.ts'
import { doSweeps } from './sweeps.server.ts'

/** Takes on the jobs that need the whole house; reading files is the intake's own. */
export function takeOnJobs(house: House): void {
  house.jobs.handle('assess', async ({ day }) => {
    // By the rules in force, which another process may have published.
    await house.policy.refresh()
    await reckonAll(house, day)
  })
  house.jobs.handle('reread', () => rereadSome(house))
  house.jobs.handle('export', ({ id }) => makeExport(house, id))
  house.jobs.handle('sweep', doSweeps(house))
}
