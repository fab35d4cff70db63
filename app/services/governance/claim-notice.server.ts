import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { incidentEntries } from '#db/incidents.ts'
import { asksOf, headWords, type Incident } from '#domain/governance/incidents.ts'
import { recoveryOf } from '#domain/governance/recovery.ts'
import { plainName } from '#domain/policy/checks/verdict.ts'
import { type ClaimNoticeModel, claimNotice } from '#exporters/claim-notice.ts'
import { deploymentState } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import { organisationOf, type Report } from '../reports.server.ts'
import { kindOf } from './incidents.server.ts'

/** The notice of claim of an incident as a Word document. @throws Response 404 when its deployment is gone */
export async function claimNoticeReport(
  house: House,
  incident: Incident,
  asked: { date: string; locale?: string },
): Promise<Report> {
  const deployment = (await deployments(house.db)).find((d) => d.id === incident.deploymentId)
  if (!deployment) throw new Response('Its deployment is gone.', { status: 404 })
  const { papers } = await deploymentState(house, deployment, asked.date)
  const { heads } = kindOf(incident.kind)
  const indemnities = heads.flatMap((head): ClaimNoticeModel['clauses'] => {
    const { indemnity } = recoveryOf(head, papers.terms)
    return indemnity ? [{ ground: `Indemnity for ${headWords([head])}`, term: indemnity }] : []
  })
  const others = papers.terms
    .filter(
      (t) =>
        t.review !== 'rejected' &&
        ['incident_notice', 'incident_cooperation'].includes(t.type) &&
        t.value.by !== 'customer',
    )
    .map((term) => ({ ground: capitalised(plainName(term.type)), term }))
  const linked = await agreements(house.db, { deploymentId: deployment.id })
  const model: ClaimNoticeModel = {
    organisation: organisationOf(linked),
    vendor: [...new Set(linked.map((a) => a.vendorName))].join(', ') || '[Vendor]',
    incident,
    deployment: deployment.name,
    agreements: linked.map((a) => a.title),
    clauses: [...indemnities, ...others],
    asks: asksOf(papers.terms),
    evidence: (await incidentEntries(house.db, incident.id)).flatMap((e) =>
      e.sha256 ? [{ name: e.fileName ?? e.words, sha256: e.sha256 }] : [],
    ),
    preparedOn: asked.date,
    locale: asked.locale,
  }
  return {
    fileName: `claim-notice-${incident.slug}.docx`,
    mime: claimNotice.mime,
    bytes: await claimNotice.write(model),
  }
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
