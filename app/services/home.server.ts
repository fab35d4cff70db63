import { groupBy } from 'es-toolkit'
import { countMarks } from '#db/deadlines.ts'
import { failedPapers, registerCounts, vendorClasses } from '#db/overview.ts'
import {
  countDates,
  datesByMonth,
  severityCounts,
  standingGaps,
  unreviewedTerms,
} from '#db/standing-answers.ts'
import { addDays, addMonths } from '#domain/policy/calendar.ts'
import { compareClasses, riskClasses } from '#domain/policy/risk.ts'
import { openDates } from './deadlines.server.ts'
import type { House } from './house.server.ts'
import { bringUp } from './standing/keep.server.ts'
import { acceptedGaps, severitiesOf } from './standing/open-gaps.server.ts'
import { gapOfRow } from './standing/rows.server.ts'

/** So much of each list; the rest is told as a number that leads to all of it. */
const SHOWN = { dates: 30, gaps: 8, failed: 20, vendors: 12, marks: 200 }

/** What needs attention this week. */
export async function home(house: House, date: string) {
  const behind = await bringUp(house, date)
  const { db } = house
  // Independent questions: on PostgreSQL they are answered side by side.
  const [counts, soon, year, gaps, failed, byClass, unreviewed] = await Promise.all([
    registerCounts(db),
    soonDue(house, date),
    yearAhead(house, date),
    gapsInSight(house, date),
    failedPapers(db, SHOWN.failed),
    vendorsByClass(house),
    unreviewedTerms(db, date),
  ])
  return { date, behind, counts, ...soon, year, ...gaps, failed, byClass, unreviewed }
}

async function soonDue(house: House, date: string) {
  const days = { from: addDays(date, -60), to: addDays(date, 30) }
  const [marked, counted] = await Promise.all([
    countMarks(house.db, days.from, days.to),
    countDates(house.db, date, days),
  ])
  const { open } = await openDates(house, date, { ...days, limit: SHOWN.dates + marked, broughtUp: true })
  return { soon: open.slice(0, SHOWN.dates), soonCount: Math.max(open.length, counted - marked) }
}

/** Each date of the next twelve months while they are few, else how many each month has. */
async function yearAhead(house: House, date: string) {
  const year = { from: date, to: addMonths(date, 12) }
  const months = await datesByMonth(house.db, date, year)
  const all = [...months.values()].reduce((sum, count) => sum + count, 0)
  if (all > SHOWN.marks) return { deadlines: [], counts: Object.fromEntries(months) }
  return { deadlines: (await openDates(house, date, { ...year, broughtUp: true })).open, counts: undefined }
}

/** How many gaps are open, and the first of those that are critical. */
async function gapsInSight(house: House, date: string) {
  const [found, accepted] = await Promise.all([severityCounts(house.db, date), acceptedGaps(house, date)])
  const severities = severitiesOf([found, ...[...accepted.values()].map((severity) => ({ [severity]: -1 }))])
  const rows = await standingGaps(house.db, date, {
    severity: 'critical',
    limit: SHOWN.gaps + accepted.size,
  })
  return {
    severities,
    criticalCount: severities.find(({ severity }) => severity === 'critical')?.count ?? 0,
    critical: rows
      .filter((row) => !accepted.has(`${row.id} ${row.rule}`))
      .slice(0, SHOWN.gaps)
      .map(gapOfRow),
  }
}

/** Vendors under the strictest class that rests on them. */
async function vendorsByClass({ db }: House) {
  const strictest = Object.values(groupBy(await vendorClasses(db), (vendor) => vendor.id)).flatMap(
    (classes) => classes.toSorted((a, b) => compareClasses(b.riskClass, a.riskClass))[0] ?? [],
  )
  return riskClasses.toReversed().flatMap((riskClass) => {
    const vendors = strictest.filter((vendor) => vendor.riskClass === riskClass)
    return vendors.length === 0
      ? []
      : [{ riskClass, vendors: vendors.slice(0, SHOWN.vendors), count: vendors.length }]
  })
}
