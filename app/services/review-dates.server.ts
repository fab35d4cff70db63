import { incidents } from '#db/incidents.ts'
import { rePaperings } from '#db/re-paperings.ts'
import { addMonths } from '#domain/policy/calendar.ts'
import type { Deadline } from '#domain/policy/deadlines.ts'
import { plainDate } from '#domain/quantities/date.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from './house.server.ts'

/** Reviews of a deployment's papers that something asked for, beside those on the class's cadence. */

/** A review of the papers that a new version made worse: within a month, until they were reviewed since. */
export async function reviewsAfterVersions(house: House, deployment: Deployment): Promise<Deadline[]> {
  return (await rePaperings(house.db, { deploymentId: deployment.id }))
    .filter(({ openedOn }) => (deployment.lastReviewedOn ?? '') < openedOn)
    .map(({ rules, version, openedOn }) => ({
      kind: 're_papering',
      title: 'Review of the papers after a new version',
      date: addMonths(openedOn, 1),
      why: `Version ${version} made ${rules.length} ${rules.length === 1 ? 'gap' : 'gaps'} worse on ${plainDate(openedOn)}: within a month.`,
      term: null,
      agreement: { id: deployment.id, title: deployment.name },
    }))
}

/** A review that somebody asked for after an incident: within a month, until the papers were reviewed since. */
export async function reviewsAfterIncidents(house: House, deployment: Deployment): Promise<Deadline[]> {
  return (await incidents(house.db, { deploymentIds: [deployment.id] }))
    .filter((i) => i.rePapering && (deployment.lastReviewedOn ?? '') < i.knownAt.slice(0, 10))
    .map((i) => ({
      kind: 're_papering',
      title: 'Review of the papers after an incident',
      date: addMonths(i.knownAt.slice(0, 10), 1),
      why: `Asked for after incident ${i.slug}, ${i.title}: within a month of knowing.`,
      term: null,
      agreement: { id: deployment.id, title: deployment.name },
    }))
}
