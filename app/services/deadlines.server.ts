import { agreements } from '#db/agreements.ts'
import { assurances } from '#db/assurance.ts'
import { deadlineWork, markKey } from '#db/deadlines.ts'
import { deployments } from '#db/deployments.ts'
import { gapWork } from '#db/gap-work.ts'
import { vendors } from '#db/vendors.ts'
import { assuranceTitle, newestAssurance } from '#domain/register/assurance.ts'
import type { DeadlineWorkView } from '../components/policy-view.ts'
import { type DatesAsked, type DeadlineSource, viewOf } from './deadline-source.server.ts'
import { governanceDates } from './governance/dates.server.ts'
import type { House } from './house.server.ts'
import { allDeadlines } from './standing/all.server.ts'

/** Reports and certificates of vendors, on the last day they are good; one that a newer replaced is over. */
const expiringAssurance: DeadlineSource = {
  id: 'assurance',
  async of(house, date) {
    const newest = newestAssurance(await assurances(house.db))
    const ids = newest.map(({ vendorId }) => vendorId)
    const byId = new Map((await vendors(house.db, { ids })).map((v) => [v.id, v]))
    return {
      deadlines: newest.flatMap((one) => {
        const vendor = byId.get(one.vendorId)
        return vendor
          ? viewOf(date, {
              id: `assurance_expires ${one.id}`,
              kind: 'assurance_expires',
              title: `Report or certificate expires (${assuranceTitle(one)})`,
              date: one.expiresOn,
              why: 'Ask the vendor for the next one in time: from the day after, nothing shows what it promised.',
              about: vendor.name,
              href: `/vendors/${vendor.slug}/assurance`,
              ofVendor: { name: vendor.name, owner: vendor.owner },
            })
          : []
      }),
    }
  },
}

/** Accepted risks, on the last day that somebody took them for. */
const endingAcceptances: DeadlineSource = {
  id: 'acceptances',
  async of(house, date) {
    const accepted = await gapWork(house.db, { status: 'accepted' })
    const ids = accepted.map(({ deploymentId }) => deploymentId)
    const systems = new Map((await deployments(house.db, { ids })).map((d) => [d.id, d]))
    const { rules } = house.playbooks.playbook
    return {
      deadlines: accepted.flatMap(({ acceptance, deploymentId, rule }) => {
        const deployment = systems.get(deploymentId)
        if (!acceptance || !deployment || deployment.status === 'retired') return []
        const title = rules.find((one) => one.id === rule)?.title ?? rule
        return [
          viewOf(date, {
            // No id has a space; what stands after the kind's names the gap.
            id: `acceptance_ends ${deploymentId}/${rule}`,
            kind: 'acceptance_ends',
            title: `Accepted risk ends (${title})`,
            date: acceptance.until,
            why: `${acceptance.by} took it until then: ${acceptance.reason} The gap is open again on the day after.`,
            about: deployment.name,
            href: `/gaps/${deployment.slug}/${rule}`,
          }),
        ]
      }),
    }
  },
}

export const deadlineSources: DeadlineSource[] = [
  { id: 'papers', of: allDeadlines },
  expiringAssurance,
  endingAcceptances,
  ...governanceDates,
]

/** Dates with who works on them and what became of them, the earliest first. */
export async function deadlinesInWork(house: House, date: string, asked: DatesAsked = {}) {
  const found = await Promise.all(deadlineSources.map((source) => source.of(house, date, asked)))
  const dates = found
    .flatMap((f) => f.deadlines)
    .filter((d) => d.date >= (asked.from ?? '') && (!asked.to || d.date <= asked.to))
  const without = found.flatMap((f) => f.undated ?? [])
  const ids = [...new Set([...dates, ...without].map(({ id }) => aboutOf(id)))]
  const [work, papers, systems] = await Promise.all([
    deadlineWork(house.db),
    agreements(house.db, { ids }),
    deployments(house.db, { ids }),
  ])
  const paperOf = new Map(papers.map((a) => [a.id, a]))
  const systemOf = new Map(systems.map((d) => [d.id, d]))
  const deadlines = dates
    .map((d): DeadlineWorkView => {
      const about = aboutOf(d.id)
      const paper = paperOf.get(about)
      const owned = work.owners.get(d.id)
      const mark = work.marks.get(markKey(d.id, d.date))
      const snoozed = mark?.state === 'snoozed' && (mark.until ?? '') > date
      return {
        ...d,
        owner:
          owned?.owner ?? d.owner ?? paper?.owner ?? systemOf.get(about)?.owner ?? d.ofVendor?.owner ?? null,
        deputy: owned?.deputy ?? null,
        state: mark?.state === 'done' ? 'done' : snoozed ? 'snoozed' : 'open',
        mark: mark ? { ...mark } : null,
        vendor: paper?.vendorName ?? d.ofVendor?.name ?? null,
        agreement: paper?.slug ?? null,
      }
    })
    .sort((a, b) => a.date.localeCompare(b.date))
  const undated = without.map((u) => ({ ...u, vendor: paperOf.get(aboutOf(u.id))?.vendorName ?? null }))
  return { deadlines, undated }
}

/** The id of what a date is about: "term_end 5f…" and "incident_clock 5f…/3" are about 5f…. */
export const aboutOf = (id: string) => id.slice(id.indexOf(' ') + 1).split('/')[0] ?? ''

/** Dates that nobody has finished or set aside; those without a date as they are. */
export async function openDates(house: House, date: string, asked?: DatesAsked) {
  const { deadlines, undated } = await deadlinesInWork(house, date, asked)
  return { open: deadlines.filter((d) => d.state === 'open'), undated }
}
