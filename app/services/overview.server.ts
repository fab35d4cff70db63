import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { currentFiles } from '#db/files.ts'
import { gapWork } from '#db/gap-work.ts'
import { incidents } from '#db/incidents.ts'
import { standingGaps } from '#db/standing-answers.ts'
import { termCounts } from '#db/terms.ts'
import { vendorBySlug } from '#db/vendors.ts'
import { concentrationSentence } from '#domain/policy/concentration.ts'
import type { Money } from '#domain/quantities/money.ts'
import { feesOf } from './assessment.server.ts'
import { vendorAssurance } from './assurance.server.ts'
import { openDates } from './deadlines.server.ts'
import { withWork } from './gap-standing.server.ts'
import type { House } from './house.server.ts'
import { namedPapersOf } from './incorporated.server.ts'
import { papersOf as termsOf } from './policy-terms.server.ts'
import { bringUp } from './standing/keep.server.ts'
import { gapOfRow } from './standing/rows.server.ts'

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
  const gaps = withWork(
    (await standingGaps(house.db, date, { deploymentIds: systemIds })).map(gapOfRow),
    await gapWork(house.db),
    date,
  )
  const { open: deadlines, undated } = await openDates(house, date, { ids: [...ownIds, ...systemIds] })
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
    gaps: gaps.filter((gap) => gap.work?.status !== 'accepted'),
    deadlines: deadlines.filter((d) => d.vendor === vendor.name || ours(d.id)),
    undated: undated.filter((d) => ours(d.id)),
    concentration: concentrationSentence({
      deployments: running.map((d) => d.riskClass),
      terms,
      annualFees: feesOf(active),
    }),
    spend: spendOf(active),
    incidents: (await incidents(house.db, { deploymentIds: systemIds })).flatMap((incident) => {
      const deployment = systems.find((d) => d.id === incident.deploymentId)
      return deployment ? [{ ...incident, deployment: { slug: deployment.slug, name: deployment.name } }] : []
    }),
    missing: (await namedPapersOf(house, active)).filter((paper) => paper.state === 'missing'),
    assurance: await vendorAssurance(house, vendor, terms, date),
  }
}
