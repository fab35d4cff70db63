import { groupBy } from 'es-toolkit'
import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { currentFiles } from '#db/files.ts'
import { gapWork } from '#db/gap-work.ts'
import { incidents } from '#db/incidents.ts'
import { papersByVendor } from '#db/overview.ts'
import { standingDates, standingGaps } from '#db/standing.ts'
import { termCounts } from '#db/terms.ts'
import { vendorBySlug, vendorsPage } from '#db/vendors.ts'
import { concentrationSentence } from '#domain/policy/concentration.ts'
import { compareClasses, type RiskClass } from '#domain/policy/risk.ts'
import type { Money } from '#domain/quantities/money.ts'
import { feesOf } from './assessment.server.ts'
import { withWork } from './gap-standing.server.ts'
import type { House } from './house.server.ts'
import { namedPapersOf } from './incorporated.server.ts'
import type { AskedPart } from './list-place.server.ts'
import { papersOf as termsOf } from './policy-terms.server.ts'
import { bringUp } from './standing/keep.server.ts'
import { openGapCounts, severitiesOf } from './standing/open-gaps.server.ts'
import { deadlineOfRow, gapOfRow, undatedOfRow } from './standing/rows.server.ts'

const highest = (classes: RiskClass[]) => classes.toSorted((a, b) => compareClasses(b, a))[0] ?? null

/** A line for each vendor of a part of the list, by name. */
export async function vendorOverviews(house: House, date: string, part: AskedPart) {
  const { db } = house
  const behind = await bringUp(house, date)
  const page = await vendorsPage(db, { q: part.q, limit: part.pageSize, offset: part.offset })
  const papers = groupBy(
    await agreements(db, { vendorIds: page.vendors.map(({ id }) => id) }),
    (a) => a.vendorId,
  )
  const open = await openGapCounts(house, date)
  const rows = []
  for (const vendor of page.vendors) {
    const ids = (papers[vendor.id] ?? []).map(({ id }) => id)
    const systems = ids.length > 0 ? await deployments(db, { vendorId: vendor.id }) : []
    const [next] = ids.length > 0 ? await standingDates(db, date, { ids, from: date, limit: 1 }) : []
    rows.push({
      vendor,
      agreements: ids.length,
      deployments: systems.map(({ name }) => name),
      highestClass: highest(systems.map((d) => d.riskClass)),
      severities: severitiesOf(systems.map(({ id }) => open.get(id) ?? {})),
      next: next ? deadlineOfRow(next, date) : null,
    })
  }
  return { behind, rows, total: page.total }
}

/** A line for each deployment, by name. */
export async function deploymentOverviews(house: House, date: string) {
  const behind = await bringUp(house, date)
  const systems = await deployments(house.db)
  const rested = groupBy(await papersByVendor(house.db), (one) => one.deploymentId)
  const open = await openGapCounts(house, date)
  const rows = systems.map((deployment) => ({
    deployment,
    restsOn: rested[deployment.id] ?? [],
    severities: severitiesOf([open.get(deployment.id) ?? {}]),
  }))
  return { behind, rows }
}

/** What a year of the agreements costs, by currency, and how many of them name no fees. */
function spendOf(active: { annualFees: Money | null }[]) {
  const sums = new Map<string, number>()
  for (const { annualFees } of active)
    if (annualFees) sums.set(annualFees.currency, (sums.get(annualFees.currency) ?? 0) + annualFees.amount)
  return {
    sums: [...sums].map(([currency, amount]) => ({ currency, amount })),
    unknown: active.filter(({ annualFees }) => !annualFees).length,
  }
}

/** Everything a vendor's screen shows; undefined when there is no such vendor. */
export async function vendorBrief(house: House, slug: string, date: string) {
  const vendor = await vendorBySlug(house.db, slug)
  if (!vendor) return undefined
  await bringUp(house, date)
  const own = await agreements(house.db, { vendorIds: [vendor.id] })
  const ownIds = own.map((a) => a.id)
  const systems = await deployments(house.db, { vendorId: vendor.id })
  const systemIds = systems.map((d) => d.id)
  const files = new Map((await currentFiles(house.db, ownIds)).map((file) => [file.agreementId, file]))
  const counts = await termCounts(house.db, ownIds)
  const ids = [...ownIds, ...systemIds]
  const [dates, undated] = await Promise.all([
    standingDates(house.db, date, { ids }),
    standingDates(house.db, date, { ids, undated: true }),
  ])
  const gaps = withWork(
    (await standingGaps(house.db, date, { deploymentIds: systemIds })).map(gapOfRow),
    await gapWork(house.db),
    date,
  )
  const running = systems.filter((d) => d.status !== 'retired')
  const active = own.filter((a) => a.status !== 'expired' && a.status !== 'terminated')
  const { terms } = await termsOf(house, active)
  return {
    vendor,
    papers: own.map((agreement) => ({
      agreement,
      file: files.get(agreement.id),
      counts: counts.get(agreement.id) ?? { terms: 0, unreviewed: 0 },
    })),
    deployments: systems,
    gaps: gaps.filter((gap) => gap.work?.status !== 'accepted'),
    deadlines: dates.map((row) => deadlineOfRow(row, date)),
    undated: undated.map(undatedOfRow),
    concentration: concentrationSentence({
      deployments: running.map((d) => d.riskClass),
      terms,
      annualFees: feesOf(active),
    }),
    spend: spendOf(active),
    incidents: (await incidents(house.db)).flatMap((incident) => {
      const deployment = systems.find((d) => d.id === incident.deploymentId)
      return deployment ? [{ ...incident, deployment: { slug: deployment.slug, name: deployment.name } }] : []
    }),
    missing: (await namedPapersOf(house, active)).filter((paper) => paper.state === 'missing'),
  }
}
