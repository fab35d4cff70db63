import { agreements } from '#db/agreements.ts'
import { deploymentLinks, deployments } from '#db/deployments.ts'
import { currentFiles } from '#db/files.ts'
import { incidents } from '#db/incidents.ts'
import { termCounts } from '#db/terms.ts'
import { vendorBySlug, vendors } from '#db/vendors.ts'
import { concentrationSentence } from '#domain/policy/concentration.ts'
import { compareClasses, type RiskClass, riskClasses } from '#domain/policy/risk.ts'
import type { Money } from '#domain/quantities/money.ts'
import type { GapView } from '../components/policy-view.ts'
import { allGaps, feesOf } from './assessment.server.ts'
import { vendorAssurance } from './assurance.server.ts'
import { deadlinesInWork } from './deadlines.server.ts'
import type { House } from './house.server.ts'
import { namedPapersOf } from './incorporated.server.ts'
import { papersOf as termsOf } from './policy-terms.server.ts'

const severitiesOf = (gaps: GapView[]) =>
  (['critical', 'high', 'medium', 'low'] as const)
    .map((severity) => ({ severity, count: gaps.filter((gap) => gap.severity === severity).length }))
    .filter(({ count }) => count > 0)

const highest = (classes: RiskClass[]) => classes.toSorted((a, b) => compareClasses(b, a))[0] ?? null

/** The register at a glance: who rests on what. */
async function register(house: House) {
  const [allVendors, papers, systems, links] = await Promise.all([
    vendors(house.db),
    agreements(house.db),
    deployments(house.db),
    deploymentLinks(house.db),
  ])
  const vendorOf = new Map(papers.map((a) => [a.id, a.vendorId]))
  const restingOn = (vendorId: string) =>
    systems.filter((d) =>
      links.some((l) => l.deployment_id === d.id && vendorOf.get(l.agreement_id) === vendorId),
    )
  const papersOf = (deploymentId: string) =>
    papers.filter((a) => links.some((l) => l.deployment_id === deploymentId && l.agreement_id === a.id))
  return { allVendors, papers, systems, restingOn, papersOf }
}

/** Dates that nobody has finished or set aside; those without a date as they are. */
async function openDates(house: House, date: string) {
  const { deadlines, undated } = await deadlinesInWork(house, date)
  return { open: deadlines.filter((d) => d.state === 'open'), undated }
}

export async function vendorOverviews(house: House, date: string) {
  const { allVendors, papers, restingOn } = await register(house)
  const { gaps } = await allGaps(house, date)
  const { open: deadlines } = await openDates(house, date)
  return allVendors.map((vendor) => {
    const own = papers.filter((a) => a.vendorId === vendor.id)
    const systems = restingOn(vendor.id)
    return {
      vendor,
      agreements: own,
      deployments: systems,
      highestClass: highest(systems.map((d) => d.riskClass)),
      severities: severitiesOf(gaps.filter((gap) => systems.some((d) => d.id === gap.deployment?.id))),
      next: deadlines.find((d) => d.daysAway >= 0 && d.vendor === vendor.name) ?? null,
    }
  })
}

export async function deploymentOverviews(house: House, date: string) {
  const { systems, papersOf } = await register(house)
  const { open: gaps } = await allGaps(house, date)
  return systems.map((deployment) => ({
    deployment,
    agreements: papersOf(deployment.id),
    severities: severitiesOf(gaps.filter((gap) => gap.deployment?.id === deployment.id)),
  }))
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
  const { papers, restingOn } = await register(house)
  const own = papers.filter((a) => a.vendorId === vendor.id)
  const systems = restingOn(vendor.id)
  const files = new Map((await currentFiles(house.db)).map((file) => [file.agreementId, file]))
  const counts = await termCounts(house.db)
  const { open: gaps } = await allGaps(house, date)
  const { open: deadlines, undated } = await openDates(house, date)
  const ours = (id: string) => own.some((a) => id.endsWith(a.id)) || systems.some((d) => id.endsWith(d.id))
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
    gaps: gaps.filter((gap) => systems.some((d) => d.id === gap.deployment?.id)),
    deadlines: deadlines.filter((d) => d.vendor === vendor.name || ours(d.id)),
    undated: undated.filter((d) => ours(d.id)),
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
    assurance: await vendorAssurance(house, vendor, terms, date),
  }
}

/** What needs attention this week. */
export async function home(house: House, date: string) {
  const { allVendors, papers, systems, restingOn } = await register(house)
  const { open, severities } = await allGaps(house, date)
  const { open: deadlines } = await openDates(house, date)
  const files = await currentFiles(house.db)
  const counts = [...(await termCounts(house.db)).values()]
  const byVendor = allVendors
    .map((vendor) => ({ vendor, riskClass: highest(restingOn(vendor.id).map((d) => d.riskClass)) }))
    .filter((v) => v.riskClass !== null)
  return {
    date,
    counts: { agreements: papers.length, deployments: systems.length },
    soon: deadlines.filter((d) => d.daysAway <= 30 && d.daysAway >= -60),
    later: deadlines.filter((d) => d.daysAway > 30),
    critical: open.filter((gap) => gap.severity === 'critical'),
    severities,
    failed: files
      .filter((file) => file.state === 'failed')
      .flatMap((file) => {
        const agreement = papers.find((a) => a.id === file.agreementId)
        return agreement ? [{ agreement, message: file.error?.message ?? '' }] : []
      }),
    byClass: riskClasses
      .toReversed()
      .map((riskClass) => ({
        riskClass,
        vendors: byVendor.filter((v) => v.riskClass === riskClass).map((v) => v.vendor),
      }))
      .filter(({ vendors: some }) => some.length > 0),
    unreviewed: counts.reduce((sum, c) => sum + c.unreviewed, 0),
  }
}
