import { agreements } from '#db/agreements.ts'
import { deployments, responsibilityDecisions } from '#db/deployments.ts'
import { gapWork } from '#db/gap-work.ts'
import { fieldsFor } from '#domain/governance/logging.ts'
import { type Assessment, assess, type Gap } from '#domain/policy/assess.ts'
import { type Deadline, rePapering, type Undated } from '#domain/policy/deadlines.ts'
import type { Policy } from '#domain/policy/policy.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { allocate, type ResponsibilityRow } from '#domain/policy/responsibilities.ts'
import { classify, compareClasses, type RiskClass, usesOf } from '#domain/policy/risk.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { GapView, HeldAgainst, ResponsibilityView } from '../components/policy-view.ts'
import { agreementDates } from './agreement-dates.server.ts'
import { breathe } from './breathe.server.ts'
import { withWork } from './gap-standing.server.ts'
import type { House } from './house.server.ts'
import { missingPapersOf } from './incorporated.server.ts'
import { type Papers, papersOf, versionsInForce } from './policy-terms.server.ts'
import { reviewsAfterIncidents, reviewsAfterVersions } from './review-dates.server.ts'
import { deadlineView, hrefOf, plainGap, undatedView } from './standing/rows.server.ts'

/** What a deployment's papers come to on a day: the one computation behind its screen, its reports and the command line. */
export interface DeploymentState {
  deployment: Deployment
  date: string
  papers: Papers
  assessment: Assessment
  responsibilities: ResponsibilityRow[]
  dated: Deadline[]
  undated: Undated[]
}

/** @param instead other rules or papers than those in force: what would change if they were */
export async function deploymentState(
  house: House,
  deployment: Deployment,
  date: string,
  instead: { rules?: Policy; papers?: Papers } = {},
): Promise<DeploymentState> {
  const rules = instead.rules ?? house.playbooks
  const papers = instead.papers ?? (await papersInForce(house, deployment, date))
  const active = papers.agreements.filter((a) => a.status !== 'expired' && a.status !== 'terminated')
  const standing = new Set(active.map((a) => a.id))
  const terms = papers.terms.filter((term) => standing.has(term.agreement.id))
  const review = rePapering({
    riskClass: deployment.riskClass,
    reviewMonths: rules.riskMatrix.reviewMonths,
    lastReviewedOn: deployment.lastReviewedOn,
    signedOn: active
      .map((a) => a.signedOn)
      .filter((day) => day !== null)
      .sort()
      .at(0),
    date,
  })
  const about = { id: deployment.id, title: deployment.name }
  // Of a thousand papers each of these takes a while; others are served in between.
  await breathe()
  const { dated, undated } = agreementDates(papers, date)
  await breathe()
  return {
    deployment,
    date,
    papers,
    assessment: assess({
      missing: await missingPapersOf(house, active),
      terms,
      riskClass: deployment.riskClass,
      playbook: rules.playbook,
      date,
      unread: papers.unread,
      lookedFor: papers.lookedFor,
      annualFees: feesOf(active),
      uses: usesOf(deployment.answers, rules.riskMatrix),
    }),
    responsibilities: allocate({
      areas: rules.areas,
      terms,
      decisions: await responsibilityDecisions(house.db, deployment.id),
    }),
    dated: [
      ...dated,
      ...(review.date ? [{ ...review, date: review.date, term: null, agreement: about }] : []),
      ...(await reviewsAfterIncidents(house, deployment)),
      ...(await reviewsAfterVersions(house, deployment)),
    ].sort((a, b) => a.date.localeCompare(b.date)),
    undated: [...undated, ...(review.date ? [] : [{ ...review, term: null, agreement: about }])],
  }
}

/** The papers that a deployment rests on, as they stood on a day. */
export async function papersInForce(house: House, deployment: Deployment, date: string): Promise<Papers> {
  const all = await agreements(house.db, { deploymentId: deployment.id })
  return papersOf(house, all, await versionsInForce(house, all, date))
}

/** The fees that caps are measured with: what one vendor's papers cost a year, when they are in one currency. */
export function feesOf(papers: Agreement[]) {
  const fees = papers.flatMap((a) => (a.annualFees ? [a.annualFees] : []))
  const currency = fees[0]?.currency
  if (!currency || fees.some((f) => f.currency !== currency)) return undefined
  return { amount: fees.reduce((sum, f) => sum + f.amount, 0), currency }
}

// ---- as the screens show it ------------------------------------------------------------------------------------

const gapViews = (gaps: Gap[], deployment?: Deployment): GapView[] =>
  gaps.map((gap) => ({
    ...plainGap(gap),
    ...(deployment && {
      deployment: {
        id: deployment.id,
        slug: deployment.slug,
        name: deployment.name,
        riskClass: deployment.riskClass,
      },
    }),
  }))

export const countsOf = (gaps: { severity: Gap['severity'] }[]) =>
  (['critical', 'high', 'medium', 'low'] as const)
    .map((severity) => ({ severity, count: gaps.filter((g) => g.severity === severity).length }))
    .filter(({ count }) => count > 0)

/** Everything the deployment's screen shows. */
export async function deploymentBrief(house: House, deployment: Deployment, date: string) {
  const state = await deploymentState(house, deployment, date)
  const { riskMatrix } = house.playbooks
  const proposal = classify(deployment.answers, riskMatrix)
  const requirements = riskMatrix.classes[deployment.riskClass]
  const linkOf = (d: Deadline | Undated) =>
    d.term
      ? hrefOf(d.term)
      : d.agreement.slug
        ? `/agreements/${d.agreement.slug}`
        : `/deployments/${deployment.slug}`
  return {
    deployment,
    date,
    riskClass: {
      proposed: proposal.riskClass,
      reasons:
        proposal.reasons.length > 0
          ? proposal.reasons.map((r) => r.why)
          : ['No answer asks for a higher class.'],
      humanReview: requirements.humanReview,
      logged: fieldsFor(deployment.riskClass, house.playbooks.governance.logging).map((f) => f.title),
    },
    agreements: state.papers.agreements.map((a) => ({ ...a, unread: state.papers.unreadOf.get(a.id) })),
    gaps: withWork(
      gapViews(state.assessment.gaps, deployment),
      await gapWork(house.db, { deploymentId: deployment.id }),
      date,
    ),
    severities: countsOf(state.assessment.gaps),
    met: state.assessment.met.map(({ rule, title, found, term }) => ({
      rule,
      title,
      found,
      where: term && whereOf(term),
      href: term && hrefOf(term),
    })),
    responsibilities: state.responsibilities.map(
      (row): ResponsibilityView => ({
        area: row.area,
        title: row.title,
        allocation: row.allocation,
        note: row.note,
        decided: row.basis === 'decision',
        clauses: row.terms.map((term) => ({ where: whereOf(term), href: hrefOf(term) })),
      }),
    ),
    deadlines: state.dated.map((d) => deadlineView(d, date, linkOf(d))),
    undated: state.undated.map((u) => undatedView(u, linkOf(u))),
  }
}

/** A class, and why that one. */
export interface Against {
  riskClass: RiskClass
  /** "for Refund assistant, the strictest that rests on it" */
  because: string
}

/** The class that a paper is held against: the strictest that rests on it, Medium when nothing does. */
async function classFor(house: House, agreement: Agreement): Promise<Against> {
  const resting = await deployments(house.db, { agreementId: agreement.id })
  const strictest = resting.toSorted((a, b) => compareClasses(b.riskClass, a.riskClass))[0]
  return {
    riskClass: strictest?.riskClass ?? 'medium',
    because: strictest
      ? `for ${strictest.name}, the strictest that rests on it`
      : 'by default: no deployment rests on it yet',
  }
}

/**
 * One paper alone against a class.
 * @param asked `fileId` of the version that is looked at, else the one in force on the day; `against` another class than
 * that of what rests on it
 */
export async function agreementAssessment(
  house: House,
  agreement: Agreement,
  date: string,
  asked: { fileId?: string; against?: Against } = {},
) {
  const { riskClass, because } = asked.against ?? (await classFor(house, agreement))
  const versions = asked.fileId
    ? new Map([[agreement.id, asked.fileId]])
    : await versionsInForce(house, [agreement], date)
  const papers = await papersOf(house, [agreement], versions)
  return {
    papers,
    riskClass,
    because,
    assessment: assess({
      terms: papers.terms,
      riskClass,
      playbook: house.playbooks.playbook,
      date,
      unread: papers.unread,
      lookedFor: papers.lookedFor,
      annualFees: feesOf([agreement]),
    }),
  }
}

/** @param fileId of the version that is looked at */
export async function agreementGaps(
  house: House,
  agreement: Agreement,
  date: string,
  fileId?: string,
): Promise<HeldAgainst> {
  const { riskClass, because, assessment } = await agreementAssessment(house, agreement, date, { fileId })
  const { gaps, met } = assessment
  const typesOf = new Map(house.playbooks.playbook.rules.map((rule) => [rule.id, rule.termTypes]))
  const rules = [...gaps.map((gap) => ({ ...gap, met: false })), ...met.map((one) => ({ ...one, met: true }))]
  return {
    riskClass,
    because,
    gaps: gapViews(gaps),
    met: met.length,
    rules: rules.map(({ rule, title, required, found, met }) => ({
      rule,
      title,
      termTypes: typesOf.get(rule) ?? [],
      required,
      found,
      met,
    })),
  }
}
