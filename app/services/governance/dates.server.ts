import { lastEvidence } from '#db/controls.ts'
import { deployments } from '#db/deployments.ts'
import { exercises } from '#db/exercises.ts'
import { allKnowledgeSources } from '#db/reviewers.ts'
import { ownershipGaps } from '#domain/governance/exercises.ts'
import { sourceStates } from '#domain/governance/reviewers.ts'
import { plainDate } from '#domain/quantities/date.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { exerciseLibrary } from '#playbooks/governance.ts'
import { type DeadlineSource, viewOf } from '../deadline-source.server.ts'
import type { House } from '../house.server.ts'
import { openClocks } from './incidents.server.ts'

/** Dates of our own side: they stand among the deadlines, in the feeds and in the reminders like any other. */

/** Of the deployments that these rows belong to, those that still run, by id. */
const runningOf = async (
  { db }: House,
  rows: { deploymentId: string }[],
): Promise<Map<string, Deployment>> => {
  const ids = [...new Set(rows.map((row) => row.deploymentId))]
  return new Map((await deployments(db, { ids })).flatMap((d) => (d.status === 'retired' ? [] : [[d.id, d]])))
}

/** The day on which the last thing that shows a control runs out; what was renewed since is no date. */
const expiringEvidence: DeadlineSource = {
  id: 'evidence',
  async of(house, date) {
    const evidence = await lastEvidence(house.db)
    const systems = await runningOf(house, evidence)
    return {
      deadlines: evidence.flatMap(({ deploymentId, id, control, title, expiresOn }) => {
        const deployment = systems.get(deploymentId)
        if (!deployment) return []
        return viewOf(date, {
          id: `evidence_expires ${id}`,
          kind: 'evidence_expires',
          title: `Evidence runs out (${title})`,
          date: expiresOn,
          why: 'From then on the control that it shows has nothing to show for itself.',
          about: deployment.name,
          href: `/deployments/${deployment.slug}/controls#${control}`,
        })
      }),
    }
  },
}

/** Clocks of incidents that run, on the day they run out. */
const incidentClocks: DeadlineSource = {
  id: 'incidents',
  async of(house, date, asked) {
    return {
      deadlines: (await openClocks(house, asked?.ids)).map(({ incident, clock, due }) =>
        viewOf(date, {
          id: `incident_clock ${incident.id}/${clock.id}`,
          kind: 'incident_clock',
          title: clock.title,
          date: due.slice(0, 10),
          why: `${clock.who}, by ${due.slice(11, 16)} UTC. ${clock.why}`,
          about: `Incident ${incident.slug}, ${incident.title}`,
          href: `/incidents/${incident.slug}`,
        }),
      ),
    }
  },
}

/** Sources that answers are grounded in, on the day of their next review. */
const sourceReviews: DeadlineSource = {
  id: 'sources',
  async of(house, date) {
    const sources = sourceStates(await allKnowledgeSources(house.db), date)
    const systems = await runningOf(house, sources)
    return {
      deadlines: sources.flatMap((source) => {
        const deployment = systems.get(source.deploymentId)
        if (!deployment) return []
        return viewOf(date, {
          id: `source_review ${source.id}`,
          kind: 'source_review',
          title: `Review of a source (${source.title})`,
          date: source.dueOn,
          why: `Version ${source.version} was reviewed on ${plainDate(source.reviewedOn)}; after that day answers rest on a stale source.`,
          about: deployment.name,
          href: `/deployments/${deployment.slug}/reviewers`,
          owner: source.owner || undefined,
        })
      }),
    }
  },
}

/** Roles that nobody had in an exercise, on the day by which somebody sees to it. */
const openRoles: DeadlineSource = {
  id: 'exercises',
  async of(house, date) {
    const held = await exercises(house.db)
    const systems = await runningOf(house, held)
    return {
      deadlines: held.flatMap((exercise) => {
        const deployment = systems.get(exercise.deploymentId)
        if (!deployment) return []
        return ownershipGaps(exercise, exerciseLibrary, date)
          .filter((gap) => gap.due !== '')
          .map((gap) =>
            viewOf(date, {
              id: `open_role ${exercise.id}/${gap.question}`,
              kind: 'open_role',
              title: `A role that nobody has (${gap.title})`,
              date: gap.due,
              why: `Found in the exercise of ${plainDate(exercise.heldOn)}: nobody could be named.`,
              about: deployment.name,
              href: `/exercises/${exercise.id}`,
              owner: gap.owner || undefined,
            }),
          )
      }),
    }
  },
}

export const governanceDates: DeadlineSource[] = [expiringEvidence, incidentClocks, sourceReviews, openRoles]
