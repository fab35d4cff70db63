import { isEqual } from 'es-toolkit'
import { z } from 'zod'
import { Review } from '../register/agreement.ts'
import { Citation } from '../terms/term.ts'

/** What people decided about a reading: one entry a decision, only ever added; the state is what they add up to. */

export const DecisionKind = z.enum(['confirmed', 'corrected', 'rejected', 'added', 'absent', 'undone'])
export type DecisionKind = z.infer<typeof DecisionKind>

const Value = z.record(z.string(), z.unknown())

/** What stood before a decision. */
export const Before = z.object({
  review: z.union([Review, z.literal('absent')]),
  /** Null where nothing stood: a term that was added, a type that was looked for. */
  value: Value.nullable(),
  citations: z.array(Citation).nullable(),
  /** The engine's own, at that time; null when a person had added the term. */
  confidence: z.number().nullable(),
  reader: z.string().nullable(),
  /** What the engine had read, whatever people had made of it; null when it had read nothing. */
  read: Value.nullable(),
})
export type Before = z.infer<typeof Before>

export const Decision = z.object({
  id: z.string(),
  /** What was decided on: a term's id, or `absenceSubject` of a file and a type. */
  subjectId: z.string(),
  agreementId: z.string(),
  fileId: z.string(),
  /** Term type. */
  type: z.string(),
  kind: DecisionKind,
  /** The value that stands by it; null for rejected, absent and undone. */
  value: Value.nullable(),
  citations: z.array(Citation).nullable(),
  reason: z.string().nullable(),
  before: Before,
  /** Counts the decisions on the subject from 1. */
  seq: z.int().positive(),
  /** E-mail address. */
  by: z.string(),
  /** A moment in UTC. */
  at: z.string(),
})
export type Decision = z.infer<typeof Decision>

/** The subject of "looked, not there": a type that was looked for in one paper. */
export const absenceSubject = (fileId: string, type: string) => `${fileId}:${type}`

/** What the decisions on one subject add up to. */
export interface Standing {
  review: Review | 'absent'
  /** Null: nothing was decided, or nothing stands; the reading's own value holds for an unreviewed term. */
  value: Decision['value']
  citations: Decision['citations']
  /** Who stands behind it, in the order in which they came to. */
  people: string[]
  /** The decision that stands; null when none does. */
  decision: Decision | null
}

const nothing: Standing = { review: 'unreviewed', value: null, citations: null, people: [], decision: null }

/** The decisions that were not taken back, the oldest first. */
function standingStack(decisions: readonly Decision[]): Decision[] {
  const stack: Decision[] = []
  for (const decision of decisions.toSorted((a, b) => a.seq - b.seq))
    if (decision.kind === 'undone') stack.pop()
    else stack.push(decision)
  return stack
}

/**
 * Folds the decisions on one subject. An undo takes back the last decision that stands. Somebody who confirms, or decides
 * the very same, joins those who stand behind it; another value begins anew with one person.
 */
export function standing(decisions: readonly Decision[]): Standing {
  return standingStack(decisions).reduce((before: Standing, decision): Standing => {
    const review = reviewAfter(before.review, decision.kind)
    const same =
      before.decision !== null &&
      isEqual(before.value, decision.value) &&
      (before.review === 'rejected') === (review === 'rejected')
    const { value, citations, by } = decision
    const people = same ? [...before.people.filter((one) => one !== by), by] : [by]
    return {
      review,
      value,
      citations,
      people: same && before.people.includes(by) ? before.people : people,
      decision,
    }
  }, nothing)
}

/** A correction or an added term that a second person confirms stays one. */
function reviewAfter(before: Standing['review'], kind: DecisionKind): Standing['review'] {
  if (kind === 'confirmed') return before === 'corrected' || before === 'added' ? before : 'confirmed'
  if (kind === 'corrected') return before === 'added' ? 'added' : 'corrected'
  return kind === 'undone' ? before : kind
}
