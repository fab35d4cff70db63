import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { gapWork } from '#db/gap-work.ts'
import { type Gap, severities } from '#domain/policy/assess.ts'
import { gapStanding } from '#domain/policy/gap-standing.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { exporters } from '#exporters/index.ts'
import type { AcceptedGap, NegotiationItem, NegotiationListModel } from '#exporters/negotiation-list.ts'
import { agreementAssessment, deploymentState } from './assessment.server.ts'
import type { House } from './house.server.ts'
import type { Report } from './reports.server.ts'

/** The paper in which a vendor is asked for what no paper of theirs says: the master agreement, or what comes nearest. */
const mainKinds = ['msa', 'terms_of_service', 'order_form', 'ai_addendum', 'dpa']

function mainPaper(papers: Agreement[], vendorId: string): Agreement | undefined {
  const rank = (kind: string) => (mainKinds.includes(kind) ? mainKinds.indexOf(kind) : mainKinds.length)
  return papers.filter((paper) => paper.vendorId === vendorId).sort((a, b) => rank(a.kind) - rank(b.kind))[0]
}

/** What to ask for in one agreement, on behalf of every deployment that rests on it. */
export async function negotiationModel(
  house: House,
  agreement: Agreement,
  asked: { date: string; locale?: string },
): Promise<NegotiationListModel> {
  const { date, locale } = asked
  const items = new Map<string, NegotiationItem>()
  const accepted: AcceptedGap[] = []
  const resting = await deployments(house.db, { agreementId: agreement.id })
  for (const deployment of resting.filter((d) => d.status !== 'retired')) {
    const { assessment } = await deploymentState(house, deployment, date)
    const papers = await agreements(house.db, { deploymentId: deployment.id })
    const main = mainPaper(papers, agreement.vendorId)?.id === agreement.id
    const works = await gapWork(house.db, { deploymentId: deployment.id })
    for (const gap of assessment.gaps) {
      if (gap.term ? gap.term.agreement.id !== agreement.id : !main) continue
      const work = works.find((one) => one.rule === gap.rule)
      const { status } = gapStanding(gap.severity, work, date, deployment.riskClass)
      if (status === 'accepted' && work?.acceptance)
        accepted.push({ title: gap.title, deployment: deployment.name, until: work.acceptance.until })
      else add(items, gap, deployment.name, work?.owner ?? null)
    }
  }
  if (resting.length === 0) {
    const { assessment } = await agreementAssessment(house, agreement, date)
    for (const gap of assessment.gaps) add(items, gap)
  }
  const { title, version } = house.playbooks.playbook
  return {
    organisation: agreement.counterparty ?? 'Our organisation',
    vendor: agreement.vendorName,
    agreement: agreement.title,
    playbook: { title, version },
    items: [...items.values()],
    accepted,
    preparedOn: date,
    locale,
  }
}

/** One item a rule: the strictest deployment's words, every deployment named. */
function add(
  items: Map<string, NegotiationItem>,
  gap: Gap,
  deployment?: string,
  owner: string | null = null,
) {
  const known = items.get(gap.rule)
  const graver = !known || severities.indexOf(gap.severity) < severities.indexOf(known.gap.severity)
  items.set(gap.rule, {
    gap: graver ? gap : known.gap,
    neededBy: [...(known?.neededBy ?? []), ...(deployment ? [deployment] : [])],
    owner: owner ?? known?.owner ?? null,
  })
}

/** The negotiation list as a Word document. */
export async function negotiationReport(
  house: House,
  agreement: Agreement,
  asked: { date: string; locale?: string },
): Promise<Report> {
  const { mime, write } = exporters.negotiationList
  const bytes = await write(await negotiationModel(house, agreement, asked))
  return { fileName: `${agreement.slug}-negotiation.docx`, mime, bytes }
}
