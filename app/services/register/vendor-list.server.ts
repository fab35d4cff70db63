import { groupBy } from 'es-toolkit'
import { z } from 'zod'
import { paperCounts, systemsOnVendors } from '#db/overview.ts'
import { valuesOf } from '#db/pages.ts'
import { papersOfNextDates } from '#db/standing-answers.ts'
import { vendorCount, vendorList } from '#db/vendors.ts'
import { compareClasses, RiskClass, riskClassTitles } from '#domain/policy/risk.ts'
import { openDates } from '../deadlines.server.ts'
import type { House } from '../house.server.ts'
import { asked, choicesOf, optionsOf, pageAsked } from '../list-filter.server.ts'
import { bringUp } from '../standing/keep.server.ts'
import { acceptances, openGapCounts, severitiesOf } from '../standing/open-gaps.server.ts'

/** The list of vendors, as its address asks: "?class=&gaps=&owner=&page=". */
export async function vendorScreen(house: House, date: string, search: URLSearchParams) {
  const { db } = house
  const behind = await bringUp(house, date)
  const { rows, ...place } = await vendorList(
    db,
    {
      highestClass: ClassAsked.parse(asked(search, 'class')),
      gaps: { severity: asked(search, 'gaps'), day: date, accepted: await acceptances(house, date) },
      owner: asked(search, 'owner'),
    },
    pageAsked(search),
  )
  const ids = rows.map(({ id }) => id)
  const papers = await paperCounts(db, ids)
  const systems = groupBy(await systemsOnVendors(db, ids), (one) => one.vendorId)
  const open = await openGapCounts(house, date)
  const next = await nextDates(house, date, ids)
  return {
    behind,
    total: await vendorCount(db),
    choices: choicesOf(search, await facetsOf(house, [...open.values()])),
    place,
    rows: rows.map((vendor) => {
      const own = systems[vendor.id] ?? []
      return {
        vendor,
        agreements: papers.get(vendor.id) ?? 0,
        deployments: own.map(({ name }) => name),
        highestClass: highest(own.map(({ riskClass }) => riskClass)),
        severities: severitiesOf(own.map(({ id }) => open.get(id) ?? {})),
        next: next.get(vendor.name) ?? null,
      }
    }),
  }
}

const ClassAsked = z
  .union([z.literal(''), RiskClass])
  .optional()
  .catch(undefined)

const highest = (classes: RiskClass[]) => classes.toSorted((a, b) => compareClasses(b, a))[0] ?? null

/** By vendor's name, its next open date. */
async function nextDates(house: House, date: string, vendorIds: string[]) {
  const ids = await papersOfNextDates(house.db, date, vendorIds)
  const { open } = await openDates(house, date, { from: date, ids })
  return new Map(open.toReversed().map((d) => [d.vendor, d]))
}

async function facetsOf({ db }: House, open: Parameters<typeof severitiesOf>[0]) {
  const classes = await valuesOf(db, 'deployment', 'risk_class')
  const owners = await valuesOf(db, 'vendor', 'owner')
  const gaps = severitiesOf(open).map(({ severity }) => severity)
  return [
    {
      name: 'class',
      label: 'Highest class',
      all: 'Every class',
      options: optionsOf(classes.values, riskClassTitles),
      none: true,
    },
    { name: 'gaps', label: 'Open gaps', all: 'Any or none', options: optionsOf(gaps), none: true },
    {
      name: 'owner',
      label: 'Looked after by',
      all: 'Anybody',
      options: optionsOf(owners.values),
      none: owners.none,
    },
  ]
}
