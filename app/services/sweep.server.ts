import type { House } from './house.server.ts'

/**
 * Work that comes round by the clock. Each run looks at what is to be done as of `now` and does it once, however many ticks
 * were missed.
 */
export interface Sweep {
  name: string
  everyMinutes: number
  /** Needs folders of the process that it is started in; the others are jobs, which any worker does. */
  here?: true
  run(house: House, now: Date): Promise<void>
}
