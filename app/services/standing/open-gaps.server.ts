import { classesOfDeployments } from '#db/deployments.ts'
import { gapWork } from '#db/gap-work.ts'
import { gapCounts, severitiesOfGaps } from '#db/standing-answers.ts'
import { type Severity, severities } from '#domain/policy/assess.ts'
import { gapStanding } from '#domain/policy/gap-standing.ts'
import type { House } from '../house.server.ts'

/** How many gaps are open, without loading them. The day must have been brought up to date. */

type Counts = Partial<Record<Severity, number>>

/** "deployment rule" of each gap whose risk is accepted on the day, also where the assessment finds it no more. */
export async function acceptances({ db }: House, date: string): Promise<string[]> {
  const work = await gapWork(db, { hasAcceptance: true })
  const classes = await classesOfDeployments(db, [...new Set(work.map((one) => one.deploymentId))])
  return work
    .filter((one) => {
      const riskClass = classes.get(one.deploymentId)
      // Whether it is accepted is the same for each severity.
      return riskClass && gapStanding('low', one, date, riskClass).status === 'accepted'
    })
    .map(({ deploymentId, rule }) => `${deploymentId} ${rule}`)
}

/** "deployment rule" to the severity of each gap whose risk is accepted on the day. */
export async function acceptedGaps(house: House, date: string): Promise<Map<string, Severity>> {
  const found = await severitiesOfGaps(house.db, date, await acceptances(house, date))
  return new Map([...found].map(([key, severity]) => [key, severity as Severity]))
}

/** By deployment, of these alone when they are named; a risk that was accepted is nobody's task until the acceptance ends. */
export async function openGapCounts(
  house: House,
  date: string,
  { deploymentIds }: { deploymentIds?: string[] } = {},
): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>()
  const add = (deploymentId: string, severity: Severity, count: number) => {
    const own = counts.get(deploymentId) ?? {}
    counts.set(deploymentId, { ...own, [severity]: (own[severity] ?? 0) + count })
  }
  for (const { deployment_id, severity, count } of await gapCounts(house.db, date, deploymentIds))
    add(deployment_id, severity as Severity, count)
  for (const [gap, severity] of await acceptedGaps(house, date)) {
    const deploymentId = gap.split(' ')[0] ?? ''
    if (counts.has(deploymentId)) add(deploymentId, severity, -1)
  }
  return counts
}

/** The gravest first; what none has is left out. */
export const severitiesOf = (counts: Counts[]) =>
  severities
    .map((severity) => ({ severity, count: counts.reduce((sum, own) => sum + (own[severity] ?? 0), 0) }))
    .filter(({ count }) => count > 0)
