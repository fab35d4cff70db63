import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { recordEvent } from '#db/events.ts'
import { incidents } from '#db/incidents.ts'
import { measureCounts, measureThresholds, setMeasureCount, setMeasureThresholds } from '#db/measures.ts'
import { countsOfIncidents } from '#domain/governance/incident-measures.ts'
import { controlChart, MeasureCount, type Thresholds, withThresholds } from '#domain/governance/measures.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { measureRules } from '#playbooks/governance.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { announceAlerts, channelsSeeing } from './measure-alerts.server.ts'

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
  const before = await measureCounts(house.db, deployment.id)
  const posted = await channelsSeeing(house, deployment)
  await house.db.transaction().execute(async (trx) => {
    for (const count of counts) await setMeasureCount(trx, deployment.id, count, user.email)
    await announceAlerts(house, trx, { deployment, before, posted })
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

/** Charts of one deployment for one dimension; what was not sent in is taken from its incidents. @param date ISO date */
export async function measuresOf(
  house: House,
  deployment: Deployment,
  of: { dimension: string; value: string },
  date: string,
) {
  const sent = await measureCounts(house.db, deployment.id)
  const all = await incidents(house.db, { deploymentIds: [deployment.id] })
  const set = await measureThresholds(house.db, deployment.id)
  const derived = of.dimension === 'all' ? countsOfIncidents(all, date) : []
  return {
    dimensions: [...new Set(sent.map((c) => `${c.dimension}:${c.value}`))].sort(),
    charts: measureRules.measures.flatMap((known) => {
      const measure = withThresholds(
        known,
        set.find((t) => t.measure === known.id),
      )
      const own = sent.filter(
        (c) => c.measure === measure.id && c.dimension === of.dimension && c.value === of.value,
      )
      const counts = own.length > 0 ? own : derived.filter((c) => c.measure === measure.id)
      return counts.length > 0
        ? [{ measure, fromIncidents: own.length === 0, ...controlChart(measure, counts) }]
        : []
    }),
  }
}

/** Sets when a measure of a deployment alerts; null on a side never does. */
export async function setThresholds(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  thresholds: Thresholds,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await setMeasureThresholds(trx, deployment.id, thresholds, user.email)
    await recordEvent(trx, {
      actor: user.email,
      action: `set the thresholds of ${thresholds.measure} of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { ...thresholds },
    })
  })
}
