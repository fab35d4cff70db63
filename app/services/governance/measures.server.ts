import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { deployments } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import { incidents } from '#db/incidents.ts'
import { measureCounts, measuredDeployments, setMeasureCount } from '#db/measures.ts'
import { recurrencesOf } from '#domain/governance/incidents.ts'
import { controlChart, MeasureCount } from '#domain/governance/measures.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { measureRules } from '#playbooks/governance.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'

/** Counts that can't be taken; the message names the line and what is wrong in it. */
export class MeasureProblem extends Error {
  override name = 'MeasureProblem'
}

const Known = MeasureCount.refine(
  (m) => measureRules.measures.some((known) => known.id === m.measure),
  'There is no measure of this name.',
).refine(
  (m) => measureRules.measures.find((known) => known.id === m.measure)?.chart !== 'p' || m.total !== null,
  'A share needs its total.',
)

/** Takes counts in, all or none. @throws MeasureProblem naming the first that is wrong, from 1 */
export async function takeCounts(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  input: unknown[],
): Promise<number> {
  const counts = input.map((one, i) => {
    const count = Known.safeParse(one)
    if (count.success) return count.data
    const issue = count.error.issues[0]
    throw new MeasureProblem(`Count ${i + 1}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
  })
  await house.db.transaction().execute(async (trx) => {
    for (const count of counts) await setMeasureCount(trx, deployment.id, count, user.email)
    await recordEvent(trx, {
      actor: user.email,
      action: 'sent measures of',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { counts: counts.length, measures: [...new Set(counts.map((c) => c.measure))] },
    })
  })
  return counts.length
}

const Row = z.record(z.string(), z.string())

/** Lines of a CSV with the header measure,startsOn,endsOn,dimension,value,count,total. @throws MeasureProblem */
export function countsOfCsv(text: string): unknown[] {
  let rows: unknown
  try {
    rows = parse(text, { columns: true, trim: true, skip_empty_lines: true, bom: true })
  } catch (error) {
    throw new MeasureProblem(`It is no CSV: ${error instanceof Error ? error.message : String(error)}`)
  }
  return z
    .array(Row)
    .parse(rows)
    .map(({ count, total, dimension, ...row }) => ({
      ...row,
      ...(dimension ? { dimension } : {}),
      count: Number(count),
      total: total ? Number(total) : null,
    }))
}

/** Charts of one deployment for one dimension, and what its incidents say. */
export async function measuresOf(
  house: House,
  deployment: Deployment,
  of: { dimension: string; value: string },
) {
  const counts = await measureCounts(house.db, deployment.id)
  const all = await incidents(house.db, { deploymentId: deployment.id })
  const contained = all.flatMap((i) =>
    i.containedAt ? [(Date.parse(i.containedAt) - Date.parse(i.knownAt)) / 3_600_000] : [],
  )
  return {
    dimensions: [...new Set(counts.map((c) => `${c.dimension}:${c.value}`))].sort(),
    charts: measureRules.measures.flatMap((measure) => {
      const chosen = counts.filter(
        (c) => c.measure === measure.id && c.dimension === of.dimension && c.value === of.value,
      )
      return chosen.length > 0 ? [{ measure, ...controlChart(measure, chosen) }] : []
    }),
    fromIncidents: {
      incidents: all.filter((i) => !i.nearMiss).length,
      nearMisses: all.filter((i) => i.nearMiss).length,
      recurring: all.filter((i) => recurrencesOf(i, all).length > 0).length,
      hoursToContainment:
        contained.length > 0 ? contained.reduce((sum, h) => sum + h, 0) / contained.length : null,
    },
  }
}

/** Signals in the newest period of every deployment: what somebody should look at. */
export async function measureAlerts(house: House) {
  const alerts = []
  for (const deployment of await deployments(house.db, { ids: await measuredDeployments(house.db) })) {
    if (deployment.status === 'retired') continue
    const counts = await measureCounts(house.db, deployment.id)
    for (const key of new Set(counts.map((c) => `${c.measure}|${c.dimension}|${c.value}`))) {
      const [id, dimension, value] = key.split('|')
      const measure = measureRules.measures.find((m) => m.id === id)
      if (!measure) continue
      const { points } = controlChart(
        measure,
        counts.filter((c) => c.measure === id && c.dimension === dimension && c.value === value),
      )
      const last = points.at(-1)
      if (last && last.signals.length > 0)
        alerts.push({
          deployment: { slug: deployment.slug, name: deployment.name },
          measure: measure.title,
          of: dimension === 'all' ? '' : `${dimension} ${value}`,
          on: last.endsOn,
          value: last.value,
          share: measure.chart === 'p',
          signals: last.signals,
        })
    }
  }
  return alerts
}
