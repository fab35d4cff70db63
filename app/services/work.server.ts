import type { House } from './house.server.ts'
import { reckonAll } from './standing/keep.server.ts'

/** Takes on the jobs that need the whole house; reading files is the intake's own. */
export function takeOnJobs(house: House): void {
  house.jobs.handle('assess', ({ day }) => reckonAll(house, day))
}
