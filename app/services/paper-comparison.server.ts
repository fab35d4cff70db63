import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { readingOf } from '#db/files.ts'
import { termsOfFile } from '#db/terms.ts'
import { redline } from '#domain/document/redline.ts'
import { isOfPaperAlone, subjectOf } from '#domain/policy/family/subjects.ts'
import { termChanges } from '#domain/policy/family/term-changes.ts'
import type { Gap } from '#domain/policy/gap.ts'
import { gapChanges } from '#domain/policy/gap-changes.ts'
import type { Agreement, AgreementFile, StoredTerm } from '#domain/register/agreement.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { termType, termTypes } from '#domain/terms/index.ts'
import type { PaperGaps, VersionEffect } from '../components/version-view.ts'
import { agreementAssessment, deploymentState } from './assessment.server.ts'
import type { House } from './house.server.ts'
import { type Papers, papersOf } from './policy-terms.server.ts'
import { plainValue } from './term-views.server.ts'

/**
 * Two papers beside each other: clauses, terms by value, and gaps.
 * @param other the agreement that `from` belongs to, where it is not this one
 */
export async function compared(
  house: House,
  agreement: Agreement,
  other: Agreement | undefined,
  { from, to }: { from: AgreementFile; to: AgreementFile },
  date: string,
) {
  const [before, after] = await Promise.all([readingOf(house.db, from.id), readingOf(house.db, to.id)])
  if (!before || !after) return null
  const standing = (terms: StoredTerm[]) => terms.filter((term) => term.review !== 'rejected')
  const was = standing(await termsOfFile(house.db, from.id))
  const is = standing(await termsOfFile(house.db, to.id))
  const view = (term: StoredTerm) => ({
    plain: plainValue(term.type, term.value),
    clause: term.citations[0]?.clause ?? null,
  })
  // Who the parties are and when it began parts any two papers; that is no difference to negotiate.
  const ofInterest = (terms: StoredTerm[]) =>
    other ? terms.filter((term) => !isOfPaperAlone(term.type)) : terms
  const changes = termChanges(ofInterest(was), ofInterest(is))
  const changed = new Set(changes.map(({ subject }) => subject))
  const same = ofInterest(is).filter((term) => !changed.has(subjectOf(term).words))
  return {
    clauses: redline(before.document, after.document, { before: saidIn(was), after: saidIn(is) }),
    terms: changes
      .toSorted((a, b) => rankOf(a.type) - rankOf(b.type))
      .map((change) => ({
        title: titleOf(change.type),
        subject: change.subject,
        before: change.before.map(view),
        after: change.after.map(view),
      })),
    /** Titles of terms that say the same in both. */
    same: [...new Set(same.map(({ type }) => titleOf(type)))],
    effects: other ? [] : await versionEffects(house, agreement, from, to, date),
    gaps: other ? await paperGaps(house, agreement, other, { from, to }, date) : null,
  }
}

const titleOf = (type: string) => termType(type)?.title ?? type

const rankOf = (type: string) => termTypes.findIndex((one) => one.type === type)

/** Where terms were read, and what each is about. */
const saidIn = (terms: StoredTerm[]) =>
  terms.flatMap((term) => term.citations.map(({ start }) => ({ start, subject: subjectOf(term).key })))

/** What this paper lacks that the other one gives, and the other way round: each alone, for the class that rests on this one. */
async function paperGaps(
  house: House,
  agreement: Agreement,
  other: Agreement,
  { from, to }: { from: AgreementFile; to: AgreementFile },
  date: string,
): Promise<PaperGaps> {
  const here = await agreementAssessment(house, agreement, date, { fileId: to.id })
  const there = await agreementAssessment(house, other, date, { fileId: from.id, against: here })
  const { opened, closed } = gapChanges(there.assessment.gaps, here.assessment.gaps)
  return { riskClass: here.riskClass, because: here.because, opened: short(opened), closed: short(closed) }
}

/** Gaps that a version opens and closes for the deployments that rest on the paper; untouched ones are left out. */
async function versionEffects(
  house: House,
  agreement: Agreement,
  from: AgreementFile,
  to: AgreementFile,
  date: string,
): Promise<VersionEffect[]> {
  const effects: VersionEffect[] = []
  for (const deployment of await deployments(house.db, { agreementId: agreement.id })) {
    if (deployment.status === 'retired') continue
    const under = async (file: AgreementFile) =>
      deploymentState(house, deployment, date, { papers: await papersUnder(house, deployment, file) })
    const [before, after] = [await under(from), await under(to)]
    const { opened, closed } = gapChanges(before.assessment.gaps, after.assessment.gaps)
    if (opened.length + closed.length === 0) continue
    effects.push({
      deployment: { name: deployment.name, slug: deployment.slug },
      opened: short(opened),
      closed: short(closed),
    })
  }
  return effects
}

const short = (gaps: Gap[]) =>
  gaps.map(({ rule, title, severity, found }) => ({ rule, title, severity, found }))

/** What a deployment rests on, with one paper in the given version and the others in their newest. */
export async function papersUnder(
  house: House,
  deployment: Deployment,
  file: AgreementFile,
): Promise<Papers> {
  const papers = await agreements(house.db, { deploymentId: deployment.id })
  return papersOf(house, papers, new Map([[file.agreementId, file.id]]))
}
