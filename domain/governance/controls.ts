import { z } from 'zod'
import { compareClasses, RiskClass } from '../policy/risk.ts'
import { LogFindingKind } from './logging.ts'
import { Seat } from './sign-offs.ts'

/** What the deploying organisation itself controls, by class, and who has to approve the class. */

export const ControlDefinition = z.object({
  id: z.string().regex(/^[a-z_]+$/),
  /** The mildest class that needs it; every graver one does too. */
  from: RiskClass,
  title: z.string().min(1),
  describes: z.string().min(1),
  /** What evidence convinces. */
  shownBy: z.string().min(1),
  /** How long evidence holds unless its own date is earlier, in months. */
  months: z.int().positive(),
  /**
   * What may not be found in a checked log sample. A sample without these is evidence that the control works, one with
   * them that it does not; empty where a log shows nothing of it.
   */
  log: z.array(LogFindingKind).default([]),
})
export type ControlDefinition = z.infer<typeof ControlDefinition>

/** Whoever edits the rules, these two stay: critical harm is never approved without them. */
const withLegalAndCompliance = z
  .array(Seat)
  .refine(
    (seats) => seats.includes('legal') && seats.includes('compliance'),
    'Critical harm is approved by legal and compliance; others may be added, these two stay.',
  )

export const ControlRules = z.object({
  controls: z.array(ControlDefinition).min(1),
  /** Who approves a class. */
  approvals: z.record(RiskClass, z.array(Seat).min(1)),
  /** Who approves besides when the class is below what the answers force. */
  exceptionSeats: z.array(Seat).min(1),
  /** Answers that put money, safety, employment, housing or regulated services at stake, and who must then approve. */
  criticalHarm: z.object({
    seats: withLegalAndCompliance,
    answers: z.array(
      z.object({ question: z.string(), values: z.array(z.string()).min(1), harm: z.string() }),
    ),
  }),
})
export type ControlRules = z.infer<typeof ControlRules>

export const ControlStatus = z.enum(['planned', 'in_place', 'not_applicable'])
export type ControlStatus = z.infer<typeof ControlStatus>

export const controlStatusTitles: Record<ControlStatus, string> = {
  planned: 'Planned',
  in_place: 'In place',
  not_applicable: 'Does not apply',
}

export const EvidenceKind = z.enum(['file', 'link', 'test'])
export type EvidenceKind = z.infer<typeof EvidenceKind>

export interface Evidence {
  id: string
  kind: EvidenceKind
  title: string
  /** An address, or what the test gave. */
  detail: string
  /** False for a test that failed. */
  passed: boolean
  fileName: string | null
  sha256: string | null
  /** ISO date, the last day it counts. */
  expiresOn: string
  recordedBy: string
  recordedAt: string
}

/** What people recorded of one control of a deployment. */
export interface ControlRecord {
  control: string
  status: ControlStatus
  owner: string
  reason: string
}

export interface ControlState extends ControlDefinition {
  status: ControlStatus
  owner: string
  reason: string
  evidence: Evidence[]
  /** `ok` is in place with standing evidence, or does not apply with a reason. */
  standing: 'ok' | 'not_in_place' | 'no_owner' | 'no_evidence' | 'expired' | 'failed'
  /** What is wrong, in words; empty when nothing is. */
  why: string
}

export const controlsFor = (riskClass: RiskClass, rules: ControlRules): ControlDefinition[] =>
  rules.controls.filter((control) => compareClasses(control.from, riskClass) <= 0)

/**
 * Each control that the class needs, as it stands on a day. A failed test counts until a later one passes, whatever
 * other evidence there is.
 * @param date ISO date
 */
export function controlStates(input: {
  riskClass: RiskClass
  rules: ControlRules
  records: ControlRecord[]
  evidence: (Evidence & { control: string })[]
  date: string
}): ControlState[] {
  return controlsFor(input.riskClass, input.rules).map((definition) => {
    const record = input.records.find((r) => r.control === definition.id)
    const evidence = input.evidence
      .filter((e) => e.control === definition.id)
      .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt))
    const state = {
      ...definition,
      status: record?.status ?? 'planned',
      owner: record?.owner ?? '',
      reason: record?.reason ?? '',
      evidence,
    }
    return { ...state, ...standingOf(state, input.date) }
  })
}

function standingOf(
  { status, owner, evidence }: Pick<ControlState, 'status' | 'owner' | 'evidence'>,
  date: string,
): Pick<ControlState, 'standing' | 'why'> {
  if (status === 'not_applicable') return { standing: 'ok', why: '' }
  if (status === 'planned') return { standing: 'not_in_place', why: 'Not in place yet.' }
  if (owner === '') return { standing: 'no_owner', why: 'Nobody owns it.' }
  const latestTest = evidence.find((e) => e.kind === 'test')
  if (latestTest && !latestTest.passed)
    return { standing: 'failed', why: `Its last test failed: ${latestTest.title}.` }
  if (evidence.length === 0) return { standing: 'no_evidence', why: 'Nothing shows that it works.' }
  const standing = evidence.filter((e) => e.passed && e.expiresOn >= date)
  if (standing.length === 0) {
    const last =
      evidence
        .map((e) => e.expiresOn)
        .sort()
        .at(-1) ?? ''
    return { standing: 'expired', why: `Its evidence ran out on ${last}.` }
  }
  return { standing: 'ok', why: '' }
}

export interface ApprovalNeed {
  seats: Seat[]
  /** Why these people, a sentence each. */
  because: string[]
  /** What is at stake, where the critical-harm rule applies. */
  harms: string[]
}

/**
 * Who has to approve the class of a deployment. Critical harm always needs legal and compliance: an exception adds
 * people and never takes one away.
 * @param forced the class that the answers force
 */
export function approvalNeed(input: {
  riskClass: RiskClass
  forced: RiskClass
  answers: Record<string, string>
  rules: ControlRules
}): ApprovalNeed {
  const { rules, answers, riskClass } = input
  const harms = [
    ...new Set(
      rules.criticalHarm.answers
        .filter(({ question, values }) => values.includes(answers[question] ?? ''))
        .map(({ harm }) => harm),
    ),
  ]
  const excepted = compareClasses(riskClass, input.forced) < 0
  const critical = harms.length > 0 || riskClass === 'critical' || input.forced === 'critical'
  const seats = [
    ...rules.approvals[riskClass],
    ...(excepted ? rules.exceptionSeats : []),
    ...(critical ? rules.criticalHarm.seats : []),
  ]
  return {
    seats: Seat.options.filter((seat) => seats.includes(seat)),
    because: [
      'The class asks for it.',
      ...(excepted
        ? ['The class is lower than the answers force; the exception needs approval of its own.']
        : []),
      ...(critical
        ? [
            harms.length > 0
              ? `A failure can do critical harm (${harms.join(', ')}): legal and compliance must approve, whatever the class.`
              : 'Critical harm is possible: legal and compliance must approve.',
          ]
        : []),
    ],
    harms,
  }
}
