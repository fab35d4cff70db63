import { z } from 'zod'
import type { Gap } from '../policy/assess.ts'
import { type Gate, type GateReason, gateOf } from '../policy/gate.ts'
import { RiskClass } from '../policy/risk.ts'
import type { ControlState } from './controls.ts'
import { Seat, type SeatState, seatWords } from './sign-offs.ts'
import type { UseState } from './uses.ts'

/** What has to be so before, during and after a launch, and whether it may go ahead. */

export const Phase = z.enum(['before', 'during', 'after'])
export type Phase = z.infer<typeof Phase>

/** What the register can tell by itself; the other items are ticked by a person, with a note. */
export const SelfCheck = z.enum(['contract', 'class', 'controls', 'uses', 'logging', 'card'])
export type SelfCheck = z.infer<typeof SelfCheck>

export const Checklists = z.object({
  /** Who signs a launch. */
  seats: z.record(RiskClass, z.array(Seat).min(1)),
  /** Who signs that a stopped deployment is taken up again. */
  resumeSeats: z.record(RiskClass, z.array(Seat).min(1)),
  items: z.array(
    z.object({
      id: z.string().regex(/^[a-z_]+$/),
      phase: Phase,
      title: z.string().min(1),
      how: z.string().min(1),
      check: SelfCheck.optional(),
    }),
  ),
})
export type Checklists = z.infer<typeof Checklists>

export interface ChecklistItem {
  id: string
  phase: Phase
  title: string
  how: string
  /** True where the register ticks it. */
  automatic: boolean
  done: boolean
  note: string
  by: string | null
  at: string | null
}

/** A gap, and who took its risk until when; null while nobody did, or no longer. */
type LaunchGap = Pick<Gap, 'rule' | 'title' | 'severity' | 'state' | 'found'> & {
  accepted: { by: string; until: string } | null
}

/** What the gate looks at, each as it stands on the day. */
export interface LaunchFacts {
  stopped: { why: string; by: string; at: string } | null
  gaps: LaunchGap[]
  unread: string[]
  papers: number
  classSeats: SeatState[]
  controls: Pick<ControlState, 'id' | 'title' | 'standing' | 'why'>[]
  uses: Pick<UseState, 'title' | 'stance' | 'problems'>[]
  /** Null when no log sample was ever checked. */
  logCheck: { at: string; findings: number } | null
  cardReady: boolean
  launchSeats: SeatState[]
}

/** Reasons by self-check; an empty list is a tick. `base` is the deployment's address. */
export function selfChecks(facts: LaunchFacts, base: string): Record<SelfCheck, GateReason[]> {
  const to = (check: string, page: string) => (why: string) => ({ check, why, href: `${base}${page}` })
  const critical = facts.gaps.filter((gap) => gap.severity === 'critical' && !gap.accepted)
  return {
    contract: [
      ...(facts.papers === 0
        ? ['No agreement is linked, so nothing is known of what the vendor carries.']
        : []),
      ...facts.unread.map((paper) => `Not read: ${paper}.`),
      ...critical.map((gap) => `Critical gap: ${gap.title}. ${gap.found}.`),
    ].map(to('contract', '#gaps')),
    class: facts.classSeats
      .filter((seat) => seat.state !== 'signed')
      .map((seat) => to('class', '/controls')(`The class is not approved. ${seatWords(seat)}.`)),
    controls: facts.controls
      .filter((control) => control.standing !== 'ok')
      .map((control) => ({
        check: 'controls',
        why: `${control.title}: ${control.why}`,
        href: `${base}/controls#${control.id}`,
      })),
    uses: [
      ...(facts.uses.some((use) => use.stance === 'allowed')
        ? []
        : ['No intent is listed, so nobody has said what it may be used for.']),
      ...facts.uses.flatMap((use) => use.problems.map((problem) => `${use.title}: ${problem}`)),
    ].map(to('uses', '/uses')),
    logging:
      facts.logCheck === null
        ? [to('logging', '/logs')('No sample of its log has been checked.')]
        : facts.logCheck.findings > 0
          ? [to('logging', '/logs')(`The last log check found ${facts.logCheck.findings} problems.`)]
          : [],
    card: facts.cardReady ? [] : [to('card', '/card')('The escalation card names nobody who can stop it.')],
  }
}

/** The checklist as it stands: the register's own checks, and people's ticks. */
export function checklistOf(
  lists: Checklists,
  marks: { item: string; done: boolean; note: string; markedBy: string; markedAt: string }[],
  checks: Record<SelfCheck, GateReason[]>,
): ChecklistItem[] {
  return lists.items.map(({ check, ...item }) => {
    if (check) {
      const [first, ...rest] = checks[check]
      const note = first ? `${first.why}${rest.length > 0 ? ` And ${rest.length} more.` : ''}` : ''
      return { ...item, automatic: true, done: !first, note, by: null, at: null }
    }
    const mark = marks.find((m) => m.item === item.id)
    return {
      ...item,
      automatic: false,
      done: mark?.done ?? false,
      note: mark?.note ?? '',
      by: mark?.markedBy ?? null,
      at: mark?.markedAt ?? null,
    }
  })
}

/** All that speaks against a launch, the gravest kind first: a stop, then the papers, then us. */
export function launchGate(facts: LaunchFacts, checklist: ChecklistItem[], base: string): Gate {
  const checks = selfChecks(facts, base)
  const open = checklist.filter((item) => item.phase === 'before' && !item.automatic && !item.done)
  const accepted = facts.gaps.flatMap((gap): GateReason[] =>
    gap.severity === 'critical' && gap.accepted
      ? [
          {
            check: 'contract',
            why: `Critical gap: ${gap.title}. ${gap.accepted.by} took the risk until ${gap.accepted.until}.`,
            href: `${base}#gaps`,
          },
        ]
      : [],
  )
  const against = [
    ...(facts.stopped
      ? [
          {
            check: 'stopped',
            why: `Stopped by ${facts.stopped.by}: ${facts.stopped.why}`,
            href: `${base}/stop`,
          },
        ]
      : []),
    ...Object.values(checks).flat(),
    ...open.map((item) => ({
      check: 'checklist',
      why: `Not done: ${item.title}.`,
      href: `${base}/launch#${item.id}`,
    })),
    ...facts.launchSeats
      .filter((seat) => seat.state !== 'signed')
      .map((seat) => ({
        check: 'signatures',
        why: `The launch is not signed. ${seatWords(seat)}.`,
        href: `${base}/launch#signatures`,
      })),
  ]
  return gateOf(against, accepted)
}
