import type { Acceptance, GapStatus, GapWork } from '../register/gap-work.ts'
import { type Severity, severities } from './assess.ts'
import { compareClasses, type RiskClass } from './risk.ts'

/** How a gap stands on a day: what people decided, held against what the assessment finds. */
export interface GapStanding {
  status: GapStatus
  /** What somebody should know about it, a sentence; null when nothing. */
  note: string | null
}

/** Accepting a gap of a deployment of class High or above takes two people. */
export const needsSecondPerson = (riskClass: RiskClass): boolean => compareClasses(riskClass, 'high') >= 0

/** Whether an acceptance waits for a second person, by the class it was given for or the one of today. */
export const lacksSecond = (
  { needsSecond, approvedBy }: Pick<Acceptance, 'needsSecond' | 'approvedBy'>,
  riskClass: RiskClass,
): boolean => !approvedBy && (needsSecond || needsSecondPerson(riskClass))

/** Whether an acceptance was asked for, and its last day went by without a second person's word: it asks for nothing any more. */
export const hasLapsed = (
  acceptance: Pick<Acceptance, 'needsSecond' | 'approvedBy' | 'until'>,
  riskClass: RiskClass,
  date: string,
): boolean => lacksSecond(acceptance, riskClass) && acceptance.until < date

/**
 * @param severity as the assessment finds it on `date`; null when it finds no such gap
 * @param date ISO date
 * @param riskClass of the deployment on that day: what one person accepted waits for a second once the class asks for two
 */
export function gapStanding(
  severity: Severity | null,
  work: GapWork | undefined,
  date: string,
  riskClass: RiskClass,
): GapStanding {
  if (severity === null) return { status: 'closed', note: null }
  if (!work) return { status: 'open', note: null }
  const { acceptance, status } = work
  if (acceptance) {
    const otherwise = status === 'negotiating' ? status : 'open'
    if (hasLapsed(acceptance, riskClass, date))
      return {
        status: otherwise,
        note: `${acceptance.by} asked to accept it until ${acceptance.until}. Nobody approved it by then, so it has lapsed.`,
      }
    if (lacksSecond(acceptance, riskClass))
      return {
        status: otherwise,
        note: `${acceptance.by} asks to accept it until ${acceptance.until}. A second person decides.`,
      }
    if (acceptance.until < date)
      return { status: otherwise, note: `It was accepted until ${acceptance.until}, and has come back.` }
    const graver = severities.indexOf(severity) < severities.indexOf(acceptance.severity)
    const milder = severities.indexOf(severity) > severities.indexOf(acceptance.severity)
    return {
      status: 'accepted',
      note: graver
        ? `It was accepted as ${acceptance.severity} and is ${severity} now: look at it again.`
        : milder
          ? `It was accepted as ${acceptance.severity} and is ${severity} now.`
          : null,
    }
  }
  if (status === 'closed') return { status: 'open', note: 'It was closed, and is found again.' }
  return { status, note: null }
}
