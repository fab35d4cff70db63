import { commentsOf } from '#db/comments.ts'
import { decisionsOfFile, decisionsOn } from '#db/decisions.ts'
import { openDifferences, type StoredDifference } from '#db/differences.ts'
import { filesOf, readingOf } from '#db/files.ts'
import { termsOfFile } from '#db/terms.ts'
import { blocksOf } from '#domain/document/blocks.ts'
import type { Severity } from '#domain/policy/assess.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import type { Agreement, StoredTerm } from '#domain/register/agreement.ts'
import { absenceSubject, type Decision, standing } from '#domain/review/decision.ts'
import { type PrintedOnce, printedOnce } from '#domain/review/printed-again.ts'
import { peopleNeeded, reviewState, stakesOf } from '#domain/review/review-state.ts'
import { termType } from '#domain/terms/index.ts'
import type { BenchAbsent, BenchTerm } from '../../components/agreement-view.ts'
import type { DecisionView, DifferenceView, InHand } from '../../components/review/review-view.ts'
import { agreementGaps } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import { namedPapersOf } from '../incorporated.server.ts'
import { openRePaperings } from '../re-papering.server.ts'
import { absentViews, outlineOf, plainValue, termView } from '../term-views.server.ts'
import { termForm } from './term-form.server.ts'

/** What the workbench shows: one paper of an agreement, its terms with where their review stands, what is asked of it. */

export interface PaperAsked {
  /** Of the paper; the newest when there is none of that number. */
  version?: number
  /** The stored text instead of the printed page. */
  asText: boolean
  /** ISO date it is held against the playbook for. */
  date: string
}

/** The version of the paper that was asked for, else the newest; undefined before the first upload. */
export async function paperOf(house: House, agreement: Agreement, version?: number) {
  const files = await filesOf(house.db, agreement.id)
  return { files, file: files.find((file) => file.version === version) ?? files[0] }
}

/** Everything the workbench shows around the term in hand. */
export async function agreementBench(house: House, agreement: Agreement, asked: PaperAsked) {
  const { db, playbooks } = house
  const { files, file } = await paperOf(house, agreement, asked.version)
  const asText = file?.format !== 'pdf' || asked.asText
  const [reading, held, stored, differences, decisions, named, rePaperings] = await Promise.all([
    file && readingOf(db, file.id),
    agreementGaps(house, agreement, asked.date, file?.id),
    file ? termsOfFile(db, file.id) : [],
    file ? openDifferences(db, file.id) : [],
    file ? decisionsOfFile(db, file.id) : [],
    namedPapersOf(house, [agreement]),
    openRePaperings(house, agreement),
  ])
  const stakes = stakesOf(playbooks.playbook, held.riskClass)
  const document = reading?.document
  return {
    agreement,
    files,
    file,
    terms: termsInReview(house, stored, held.riskClass, differences).map(benchTerm),
    absent: benchAbsents(file?.id ?? '', reading?.absent ?? [], stored, stakes, decisions),
    review: reviewState(
      printedOnce(stored).map(({ term }) => term),
      held.riskClass,
      playbooks.riskMatrix.termReview,
      stakes,
    ),
    strays: differences.filter((one) => one.termId === null).map(differenceView),
    decisions: decisions.length,
    warnings: reading?.warnings ?? [],
    pages:
      document?.pages.map(({ number, width, height, source }) => ({ number, width, height, source })) ?? [],
    outline: document ? outlineOf(document) : [],
    text: asText && document ? { text: document.text, blocks: textBlocks(document) } : null,
    held,
    named: named.filter((paper) => paper.state === 'missing'),
    rePaperings,
  }
}

const textBlocks = (document: Parameters<typeof blocksOf>[0]) =>
  blocksOf(document).map(({ start, end, role, headingLevel, bold }) => ({
    start,
    end,
    role,
    headingLevel,
    bold,
  }))

/** A term, each printing of the same words once, with what hangs on it for the class and how many people it still needs. */
export interface TermInReview
  extends PrintedOnce<StoredTerm>,
    Pick<BenchTerm, 'stake' | 'needs' | 'differs'> {}

export function termsInReview(
  { playbooks }: House,
  stored: StoredTerm[],
  riskClass: RiskClass,
  differences: StoredDifference[],
): TermInReview[] {
  const stakes = stakesOf(playbooks.playbook, riskClass)
  const differing = new Set(differences.map(({ termId }) => termId))
  return printedOnce(stored).map(({ term, again }) => ({
    term,
    again,
    stake: stakes.get(term.type) ?? null,
    needs: peopleNeeded(term, riskClass, playbooks.riskMatrix.termReview, stakes),
    differs: [term, ...again].some(({ id }) => differing.has(id)),
  }))
}

/** As the workbench shows it. */
export const benchTerm = ({ term, again, ...review }: TermInReview): BenchTerm => ({
  ...termView(term),
  ...review,
  citations: [term, ...again].flatMap(({ citations }) => citations),
  again: again.map(({ id }) => id),
})

/** What was not found, by the reading or by a person, and whether a person has looked. */
function benchAbsents(
  fileId: string,
  absent: string[],
  stored: StoredTerm[],
  stakes: Map<string, Severity>,
  decisions: Decision[],
): BenchAbsent[] {
  const on = (type: string) => decisions.filter((one) => one.subjectId === absenceSubject(fileId, type))
  const there = new Set(stored.filter((term) => term.review !== 'rejected').map((term) => term.type))
  const looked = decisions.filter((one) => one.kind === 'absent').map((one) => one.type)
  const types = [...new Set([...absent, ...looked])].filter((type) => !there.has(type))
  return absentViews(types).flatMap((view) => {
    const own = on(view.type)
    const { review, decision } = standing(own)
    const isLooked = review === 'absent' && decision
    if (!isLooked && !absent.includes(view.type)) return []
    return {
      ...view,
      slug: view.type.replaceAll('_', '-'),
      stake: stakes.get(view.type) ?? null,
      version: own.length,
      lookedBy: isLooked ? decision.by : null,
      lookedAt: isLooked ? decision.at : null,
    }
  })
}

/** What the right pane shows of one term beside its value: the form, the history, the comments, what differs. */
export async function termInHand(house: House, { term, again }: PrintedOnce<StoredTerm>): Promise<InHand> {
  const differences = await openDifferences(house.db, term.fileId)
  const ids = [term, ...again].map(({ id }) => id)
  return {
    id: term.id,
    describes: termType(term.type)?.describes ?? '',
    ...termForm(term.type, term.value),
    differences: differences
      .filter(({ termId }) => termId !== null && ids.includes(termId))
      .map(differenceView),
    ...(await trailOf(house, term.agreementId, term.id)),
  }
}

/** What the right pane shows of a type that was not found in a paper. */
export async function absenceInHand(house: House, fileId: string, agreementId: string, type: string) {
  const subject = absenceSubject(fileId, type)
  return {
    id: subject,
    describes: termType(type)?.describes ?? '',
    ...(await trailOf(house, agreementId, subject)),
  }
}

async function trailOf({ db }: House, agreementId: string, subject: string) {
  return {
    history: (await decisionsOn(db, subject)).map(decisionView).reverse(),
    comments: (await commentsOf(db, agreementId)).filter((comment) => comment.subjectId === subject),
  }
}

/** A decision in plain words. */
export const decisionView = ({ id, kind, by, at, type, value, reason, before }: Decision): DecisionView => ({
  id,
  kind,
  by,
  at,
  reason,
  plain: value && plainValue(type, value),
  beforePlain: before.value && plainValue(type, before.value),
})

const differenceView = (one: StoredDifference): DifferenceView => ({
  id: one.id,
  type: one.type,
  title: termType(one.type)?.title ?? one.type,
  source: one.source,
  plain: one.value && plainValue(one.type, one.value),
  quote: one.citations?.[0]?.quote ?? null,
  note: one.note,
  raisedBy: one.raisedBy,
  raisedAt: one.raisedAt,
})
