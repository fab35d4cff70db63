import { groupBy } from 'es-toolkit'
import { countMarks } from '#db/deadlines.ts'
import { failedPapers, registerCounts, vendorClasses } from '#db/overview.ts'
import { countDates, datesByMonth, standingGaps, unreviewedTerms } from '#db/standing-answers.ts'
import { addDays, addMonths } from '#domain/policy/calendar.ts'
import { compareClasses, riskClasses } from '#domain/policy/risk.ts'
import { openDates } from './deadlines.server.ts'
import type { House } from './house.server.ts'
import { bringUp } from './standing/keep.server.ts'
import { acceptedGaps, openGapCounts, severitiesOf } from './standing/open-gaps.server.ts'
import { gapOfRow } from './standing/rows.server.ts'

/** So much of each list; the rest is told as a number that leads to all of it. */
const SHOWN = { dates: 30, gaps: 8, failed: 20, vendors: 12, marks: 200 }

/** What needs attention this week. */
export async function home(house: House, date: string) {
  const behind = await bringUp(house, date)
  const { db } = house
  const soon = { from: addDays(date, -60), to: addDays(date, 30) }
  const marked = await countMarks(db, soon.from, soon.to)
  const { open: dates } = await openDates(house, date, { ...soon, limit: SHOWN.dates + marked })
  const open = await openGapCounts(house, date)
  const severities = severitiesOf([...open.values()])
  return {
    date,
    behind,
    counts: await registerCounts(db),
    soon: dates.slice(0, SHOWN.dates),
    soonCount: Math.max(dates.length, (await countDates(db, date, soon)) - marked),
    year: await yearAhead(house, date),
    critical: await criticalGaps(house, date),
    criticalCount: severities.find(({ severity }) => severity === 'critical')?.count ?? 0,
    severities,
    failed: await failedPapers(db, SHOWN.failed),
    byClass: await vendorsByClass(house),
    unreviewed: await unreviewedTerms(db, date),
  }
}

/** Each date of the next twelve months while they are few, else how many each month has. */
async function yearAhead(house: House, date: string) {
  const year = { from: date, to: addMonths(date, 12) }
  const months = await datesByMonth(house.db, date, year)
  const all = [...months.values()].reduce((sum, count) => sum + count, 0)
  if (all > SHOWN.marks) return { deadlines: [], counts: Object.fromEntries(months) }
  return { deadlines: (await openDates(house, date, year)).open, counts: undefined }
}

async function criticalGaps(house: House, date: string) {
  const accepted = await acceptedGaps(house, date)
  const rows = await standingGaps(house.db, date, {
    severity: 'critical',
    limit: SHOWN.gaps + accepted.size,
  })
  return rows
    .filter((row) => !accepted.has(`${row.id} ${row.rule}`))
    .slice(0, SHOWN.gaps)
    .map(gapOfRow)
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
