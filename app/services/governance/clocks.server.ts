import { memoize } from 'es-toolkit'
import { agreements } from '#db/agreements.ts'
import { agreementIdsOf } from '#db/deployments.ts'
import { entriesOf, ownClocksOf } from '#db/incidents.ts'
import { type Clock, clocksOf, clockTerms } from '#domain/governance/incident-clocks.ts'
import type { Incident, IncidentEntry, OwnClock } from '#domain/governance/incidents.ts'
import { incidentRules } from '#playbooks/governance.ts'
import { type Dated, datedBy } from '../agreement-dates.server.ts'
import { breathe } from '../breathe.server.ts'
import { holidaysIn } from '../holidays.server.ts'
import type { House } from '../house.server.ts'
import { termsOnDays } from '../policy-terms.server.ts'

/** The clocks that incidents start, each reckoned from the papers as they stood when it became known. */

/** What people recorded on an incident that its clocks heed. */
interface Recorded {
  entries: IncidentEntry[]
  own: (OwnClock & { id: string })[]
}

const dayOf = ({ knownAt }: Incident) => knownAt.slice(0, 10)

/** What runs on an incident by the papers of its deployment as they stood when it became known. */
export function clocksIn(incident: Incident, papers: Dated, recorded: Recorded): Clock[] {
  const day = dayOf(incident)
  const datedOf = datedBy(papers, day)
  return clocksOf({
    incident,
    rules: incidentRules,
    terms: papers.terms,
    ...recorded,
    holidaysOf: (of) =>
      ('country' in of ? holidaysIn(of.country, day) : datedOf(of.agreement).calendar?.holidays) ?? [],
  })
}

/** The clocks of each of these incidents, by its id. What they need is loaded for all at once, not for each. */
export async function clocksOn(house: House, incidents: Incident[]): Promise<Map<string, Clock[]>> {
  const { db } = house
  const ids = incidents.map(({ id }) => id)
  const [entries, own, papersOn] = await Promise.all([
    entriesOf(db, ids),
    ownClocksOf(db, ids),
    agreementIdsOf(db, [...new Set(incidents.map(({ deploymentId }) => deploymentId))]),
  ])
  const papers = await agreements(db, { ids: [...new Set([...papersOn.values()].flatMap((of) => [...of]))] })
  const termsOf = await termsOnDays(house, papers, [...clockTerms, 'governing_law'])
  // Of one deployment and day there may be several incidents.
  const standing = memoize((key: string): Dated => {
    const [deploymentId = '', day = ''] = key.split(' ')
    const some = papers.filter(({ id }) => papersOn.get(deploymentId)?.has(id))
    return { agreements: some, terms: termsOf(some, day) }
  })
  const clocks = new Map<string, Clock[]>()
  for (const incident of incidents) {
    await breathe()
    const recorded = { entries: entries.get(incident.id) ?? [], own: own.get(incident.id) ?? [] }
    const then = standing(`${incident.deploymentId} ${dayOf(incident)}`)
    clocks.set(incident.id, clocksIn(incident, then, recorded))
  }
  return clocks
}
