import { deployments } from '#db/deployments.ts'
import type { House } from '../house.server.ts'
import { openClocks } from './incidents.server.ts'
import { measureAlerts } from './measure-alerts.server.ts'

/** What runs and needs somebody now, for the first page: stopped deployments, clocks, measures out of their limits. */
export async function runningToday(house: House) {
  const now = new Date().toISOString()
  const [stopped, clocks, alerts] = await Promise.all([
    deployments(house.db, { status: 'stopped' }),
    openClocks(house),
    measureAlerts(house),
  ])
  return {
    stopped: stopped.map(({ slug, name }) => ({ slug, name })),
    clocks: clocks.map(({ incident, clock, due }) => ({
      key: incident.id + clock.id,
      slug: incident.slug,
      title: clock.title,
      who: clock.who,
      due,
      late: due < now,
    })),
    alerts,
  }
}
export type RunningToday = Awaited<ReturnType<typeof runningToday>>
