import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connect.ts'
import { decisionsOn, insertDecision } from '#db/decisions.ts'
import { recordEvent } from '#db/events.ts'
import { insertSpotCheck } from '#db/spot-checks.ts'
import { insertAddedTerm, setStanding, termById, termsOfFile } from '#db/terms.ts'
import type { StoredTerm } from '#domain/register/agreement.ts'
import {
  absenceSubject,
  type Before,
  type Decision,
  type DecisionKind,
  standing,
} from '#domain/review/decision.ts'
import { printedOnce } from '#domain/review/printed-again.ts'
import type { Term } from '#domain/terms/term.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'

/** What a person decides on a subject, with the number of decisions that they had seen on it. */
interface Wish {
  /** Decisions on the subject when the person looked; another number now is a conflict. */
  version: number
  kind: DecisionKind
  value?: Term['value']
  citations?: Term['citations']
  reason?: string
}

export type Decided = { ok: true; decision: Decision } | { ok: false; since: Decision[] }

const nothingRead: Before = {
  review: 'unreviewed',
  value: null,
  citations: null,
  confidence: null,
  reader: null,
  read: null,
}

/**
 * Decides on a term and on its other printings in the paper. @returns what was decided since the person looked, when
 * somebody came before them
 */
export async function decideTerm(house: House, term: StoredTerm, wish: Wish, by: User): Promise<Decided> {
  return inTurn(house, async (trx) => {
    const decided = await decideTermIn(trx, term, wish, by)
    if (!decided.ok) return decided
    for (const other of await otherPrintings(trx, term))
      await decideTermIn(trx, other, { ...wish, version: other.version }, by)
    const { decision } = decided
    if (decision.kind === 'confirmed' && decision.value && chosen(decision.id, house))
      await insertSpotCheck(trx, {
        agreementId: term.agreementId,
        termId: term.id,
        decisionId: decision.id,
        type: term.type,
        confirmedBy: by.email,
        confirmedValue: decision.value,
      })
    return decided
  })
}

/** Taken from the term as the person saw it: what was decided on it just now does not part it from the others. */
async function otherPrintings(trx: Db, seen: StoredTerm): Promise<StoredTerm[]> {
  const others = (await termsOfFile(trx, seen.fileId)).filter((other) => other.id !== seen.id)
  return printedOnce([seen, ...others])[0]?.again ?? []
}

/** As `decideTerm`, on this printing alone, within a change that does more. */
export async function decideTermIn(trx: Db, term: StoredTerm, wish: Wish, by: User): Promise<Decided> {
  const before = await decisionsOn(trx, term.id)
  if (outdated(before, wish)) return { ok: false, since: before.slice(wish.version) }
  const decision = newDecision(
    { subjectId: term.id, agreementId: term.agreementId, fileId: term.fileId, type: term.type },
    { ...standsBy(wish, term), seq: before.length + 1 },
    beforeOf(term),
    by,
  )
  await insertDecision(trx, decision)
  const now = standing([...before, decision])
  // A term that a person added and took back is thrown out: there is no reading to fall back to.
  const review = now.review === 'absent' || (now.decision === null && !term.read) ? 'rejected' : now.review
  await setStanding(trx, term.id, {
    review,
    value: now.value,
    citations: now.citations,
    people: now.people,
    reviewedBy: now.decision?.by ?? null,
    reviewedAt: now.decision?.at ?? null,
    version: before.length + 1,
  })
  await recordEvent(trx, {
    actor: by.email,
    action: wish.kind === 'undone' ? 'took back a decision on' : wish.kind,
    subject: 'agreement',
    subjectId: term.agreementId,
    detail: { term: term.id, type: term.type, ...(wish.reason && { reason: wish.reason }) },
    before: { review: term.review, value: term.value },
    after: { review, value: now.value ?? term.read?.value },
  })
  return { ok: true, decision }
}

/** Somebody decided since the person looked, or there is nothing left to take back. */
const outdated = (before: Decision[], { version, kind }: Wish) =>
  before.length !== version || (kind === 'undone' && standing(before).decision === null)

/** A random id is a fair lot: the share of its range that the policy names is drawn for a second reading. */
const chosen = (id: string, { playbooks }: House) =>
  Number.parseInt(id.slice(0, 8), 16) / 2 ** 32 < playbooks.riskMatrix.termReview.spotChecks

/** What stands by the decision: a confirmation stands for what the person saw, so it is written down too. */
function standsBy(wish: Wish, term: StoredTerm) {
  const { kind, reason = null } = wish
  if (kind === 'rejected' || kind === 'undone' || kind === 'absent')
    return { kind, value: null, citations: null, reason }
  return { kind, value: wish.value ?? term.value, citations: wish.citations ?? term.citations, reason }
}

const beforeOf = (term: StoredTerm): Before => ({
  review: term.review,
  value: term.value,
  citations: term.citations,
  confidence: term.read ? term.confidence : null,
  reader: term.read ? term.reader : null,
  read: term.read?.value ?? null,
})

function newDecision(
  subject: Pick<Decision, 'subjectId' | 'agreementId' | 'fileId' | 'type'>,
  wish: Pick<Decision, 'kind' | 'value' | 'citations' | 'reason' | 'seq'>,
  before: Before,
  by: User,
  at = new Date(),
): Decision {
  return { id: randomUUID(), ...subject, ...wish, before, by: by.email, at: at.toISOString() }
}

/** Adds a term that the reading had missed. "Looked, not there" on its type is thereby taken back. */
export async function addTerm(
  house: House,
  paper: { fileId: string; agreementId: string },
  added: Pick<Term, 'type' | 'value' | 'citations'>,
  by: User,
): Promise<StoredTerm> {
  return house.db.transaction().execute((trx) => addTermIn(trx, paper, added, by))
}

/** As `addTerm`, within a change that does more. */
export async function addTermIn(
  trx: Db,
  paper: { fileId: string; agreementId: string },
  added: Pick<Term, 'type' | 'value' | 'citations'>,
  by: User,
): Promise<StoredTerm> {
  const term = { ...added, confidence: 1, reader: 'person' }
  const id = await insertAddedTerm(trx, { ...paper, term })
  const stored = await termById(trx, id)
  if (!stored) throw new Error('A term that was just added is gone.')
  await decideTermIn(trx, stored, { ...added, kind: 'added', version: 0 }, by)
  const looked = await decisionsOn(trx, absenceSubject(paper.fileId, added.type))
  if (standing(looked).review === 'absent')
    await decideAbsenceIn(trx, { ...paper, type: added.type }, { kind: 'undone', version: looked.length }, by)
  return (await termById(trx, id)) ?? stored
}

interface Absence {
  fileId: string
  agreementId: string
  /** Term type. */
  type: string
}

/** "Looked, not there" on a term type in one paper, or its undoing. */
export async function decideAbsence(
  house: House,
  absence: Absence,
  wish: Wish & { kind: 'absent' | 'undone' },
  by: User,
): Promise<Decided> {
  return inTurn(house, (trx) => decideAbsenceIn(trx, absence, wish, by))
}

/** What became of several absences: those decided on, and those where somebody else had come before. */
export interface DecidedAbsences {
  /** Term types. */
  decided: string[]
  left: string[]
}

/**
 * "Looked, not there" on several term types of one paper at once, or its undoing: at one moment, so that it can be taken
 * back as one. Where somebody decided since the person looked, theirs stands.
 */
export async function decideAbsences(
  house: House,
  paper: Omit<Absence, 'type'>,
  seen: { type: string; version: number }[],
  kind: 'absent' | 'undone',
  by: User,
): Promise<DecidedAbsences> {
  return inTurn(house, async (trx) => {
    const answer: DecidedAbsences = { decided: [], left: [] }
    const at = new Date()
    for (const { type, version } of seen) {
      const { ok } = await decideAbsenceIn(trx, { ...paper, type }, { kind, version }, by, at)
      answer[ok ? 'decided' : 'left'].push(type)
    }
    return answer
  })
}

async function decideAbsenceIn(trx: Db, absence: Absence, wish: Wish, by: User, at?: Date): Promise<Decided> {
  const subjectId = absenceSubject(absence.fileId, absence.type)
  const before = await decisionsOn(trx, subjectId)
  if (outdated(before, wish)) return { ok: false, since: before.slice(wish.version) }
  const found = wish.kind === 'absent' && (await standingTermOf(trx, absence))
  if (found) return { ok: false, since: await decisionsOn(trx, found.id) }
  const decision = newDecision(
    { subjectId, ...absence },
    { kind: wish.kind, value: null, citations: null, reason: wish.reason ?? null, seq: before.length + 1 },
    { ...nothingRead, review: standing(before).review },
    by,
    at,
  )
  await insertDecision(trx, decision)
  await recordEvent(trx, {
    actor: by.email,
    action: wish.kind === 'undone' ? 'took back "looked, not there" on' : 'looked for, not there:',
    subject: 'agreement',
    subjectId: absence.agreementId,
    detail: { type: absence.type },
  })
  return { ok: true, decision }
}

/** A term of that type that somebody has added to the paper meanwhile, or confirmed after all. */
const standingTermOf = async (trx: Db, { fileId, type }: Absence) =>
  (await termsOfFile(trx, fileId)).find((term) => term.type === type && term.review !== 'rejected')

/** In a transaction; two people who decide in the same instant are told apart by the turn that only one of them gets. */
async function inTurn<Answer>(house: House, work: (trx: Db) => Promise<Answer>): Promise<Answer> {
  try {
    return await house.db.transaction().execute(work)
  } catch (error) {
    if (!takenTurn(error)) throw error
    return house.db.transaction().execute(work)
  }
}

/** SQLite names the columns, PostgreSQL the constraint. */
const takenTurn = (error: unknown) =>
  error instanceof Error && /decision\.subject_id|one_decision_a_turn/.test(error.message)
