import { mean } from 'simple-statistics'
import { type Incident, recurrencesOf } from './incidents.ts'
import type { MeasureCount } from './measures.ts'

/** What the incidents in the register say by month, in the shape of counts that are sent in. */

const monthOf = (moment: string) => moment.slice(0, 7)
const lastDay = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

/** Each month from the first one to the last, "2026-11". */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (const at = new Date(`${first}-01T00:00:00Z`); monthOf(at.toISOString()) <= last; ) {
    months.push(monthOf(at.toISOString()))
    at.setUTCMonth(at.getUTCMonth() + 1)
  }
  return months
}

const hours = ({ knownAt, containedAt }: Incident) =>
  containedAt === null ? [] : [(Date.parse(containedAt) - Date.parse(knownAt)) / 3_600_000]

/**
 * Near misses, recurrences and hours to containment of one deployment. A month without an incident counts as none of
 * them; without one that was contained it has no time to containment.
 * @param date ISO date: the month up to which is counted
 */
export function countsOfIncidents(incidents: Incident[], date: string): MeasureCount[] {
  const first = incidents.map((i) => monthOf(i.happenedAt)).sort()[0]
  if (first === undefined) return []
  return monthsBetween(first, monthOf(date)).flatMap((month) => {
    const own = incidents.filter((i) => monthOf(i.happenedAt) === month)
    const took = own.flatMap(hours)
    const count = (measure: string, count: number): MeasureCount => ({
      measure,
      startsOn: `${month}-01`,
      endsOn: lastDay(month),
      dimension: 'all',
      value: '',
      count,
      total: null,
    })
    return [
      count('near_misses', own.filter((i) => i.nearMiss).length),
      count('recurrences', own.filter((i) => recurrencesOf(i, incidents).length > 0).length),
      ...(took.length > 0 ? [count('containment_hours', Math.round(mean(took)))] : []),
    ]
  })
}
