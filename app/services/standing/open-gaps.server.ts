import { gapWork } from '#db/gap-work.ts'
import { gapCounts, standingGaps } from '#db/standing-answers.ts'
import { type Severity, severities } from '#domain/policy/assess.ts'
import { withWork } from '../gap-standing.server.ts'
import type { House } from '../house.server.ts'
import { gapOfRow } from './rows.server.ts'

/** How many gaps are open, without loading them. The day must have been brought up to date. */

type Counts = Partial<Record<Severity, number>>

/** "deployment rule" to the severity of each gap whose risk is accepted on the day. */
export async function acceptedGaps({ db }: House, date: string): Promise<Map<string, Severity>> {
  const work = await gapWork(db, { status: 'accepted' })
  if (work.length === 0) return new Map()
  const deploymentIds = [...new Set(work.map((one) => one.deploymentId))]
  const gaps = (await standingGaps(db, date, { deploymentIds })).map(gapOfRow)
  return new Map(
    withWork(gaps, work, date)
      .filter((gap) => gap.work?.status === 'accepted')
      .map((gap) => [`${gap.deployment?.id} ${gap.rule}`, gap.severity]),
  )
}

/** By deployment; a risk that was accepted is nobody's task until the acceptance ends. */
export async function openGapCounts(house: House, date: string): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>()
  const add = (deploymentId: string, severity: Severity, count: number) => {
    const own = counts.get(deploymentId) ?? {}
    counts.set(deploymentId, { ...own, [severity]: (own[severity] ?? 0) + count })
  }
  for (const { deployment_id, severity, count } of await gapCounts(house.db, date))
    add(deployment_id, severity as Severity, count)
  for (const [gap, severity] of await acceptedGaps(house, date)) add(gap.split(' ')[0] ?? '', severity, -1)
  return counts
}

/** The gravest first; what none has is left out. */
export const severitiesOf = (counts: Counts[]) =>
  severities
    .map((severity) => ({ severity, count: counts.reduce((sum, own) => sum + (own[severity] ?? 0), 0) }))
    .filter(({ count }) => count > 0)
