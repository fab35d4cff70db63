import { groupBy } from 'es-toolkit'
import type { Money } from '../quantities/money.ts'
import { check } from './checks/index.ts'
import type { Verdict } from './checks/verdict.ts'
import { type Gap, type Severity, severities } from './gap.ts'
import { type MissingPaper, missingPapersGap } from './missing-papers.ts'
import { askFor, type Playbook, type Requirement, type Rule } from './playbook.ts'
import { type PolicyTerm, inForce as paperInForce } from './policy-term.ts'
import { type RiskClass, riskClasses, riskClassTitles } from './risk.ts'

export { type Gap, type Severity, severities } from './gap.ts'
export type { PolicyTerm } from './policy-term.ts'

export interface Met {
  rule: string
  title: string
  required: string
  found: string
  /** Null when it is met by silence: no exclusion, no right to change the terms. */
  term: PolicyTerm | null
}

export interface Assessment {
  /** ISO date of the day it holds for. */
  date: string
  riskClass: RiskClass
  playbook: { id: string; version: string }
  /** The gravest first, those of one severity in the playbook's order. */
  gaps: Gap[]
  met: Met[]
}

export interface AssessmentInput {
  /** Terms of every paper that the deployment rests on. */
  terms: PolicyTerm[]
  riskClass: RiskClass
  playbook: Playbook
  /** ISO date; papers that take effect after it don't count yet. */
  date: string
  /** Pages that could not be read, in words people know: "Order form, page 3". */
  unread?: string[]
  /** Term types that a person looked for in all of the papers and did not find: there silence is no accident of reading. */
  lookedFor?: string[]
  /** What a year costs. Without it, caps in fees and caps in money can't always be compared. */
  annualFees?: Money
  /** What the deployment does, in the words of the `acceptable_use` term; absent when nobody has said. */
  uses?: string[]
  /** Papers that the others name and that nobody has uploaded. */
  missing?: MissingPaper[]
}

/** What the papers lack for the class. The same input gives the same result; nothing else goes into it. */
export function assess(input: AssessmentInput): Assessment {
  const { terms, riskClass, playbook, date, annualFees, uses, unread = [], lookedFor = [] } = input
  const ofType = inForceByType(terms, date)
  const gaps: Gap[] = []
  const met: Met[] = []
  for (const rule of playbook.rules) {
    const requirement = rule.by[riskClass]
    if (!requirement) continue
    const looked = rule.termTypes.every((type) => lookedFor.includes(type))
    const verdict = readable(check(requirement.test, { ofType, annualFees, uses }), unread, looked)
    const { found, term } = verdict
    if (verdict.state === 'met')
      met.push({ rule: rule.id, title: rule.title, required: requirement.words, found, term })
    else
      gaps.push({
        rule: rule.id,
        title: rule.title,
        severity: severityOf(rule, requirement, riskClass, verdict),
        state: verdict.state,
        required: requirement.words,
        found,
        why: rule.why,
        term,
        ask: askFor(rule, requirement),
        fallback: rule.fallback,
        trace: [
          `${playbook.title} ${playbook.version}, ${rule.title}, class ${riskClassTitles[riskClass]}: ${requirement.words}.`,
          ...verdict.trace,
        ],
      })
  }
  const unseen = missingPapersGap(input.missing ?? [], riskClass)
  if (unseen) gaps.push(unseen)
  gaps.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  return { date, riskClass, playbook: { id: playbook.id, version: playbook.version }, gaps, met }
}

/** How the papers do against one requirement. `looked`: a person looked for its terms where none were read. */
export function verdictOf(
  requirement: Requirement,
  {
    terms,
    date,
    annualFees,
    uses,
    unread = [],
    looked = false,
  }: Omit<AssessmentInput, 'riskClass' | 'playbook' | 'lookedFor'> & { looked?: boolean },
): Verdict {
  const ofType = inForceByType(terms, date)
  return readable(check(requirement.test, { ofType, annualFees, uses }), unread, looked)
}

/** What counts on the day, by type: rules look at one or two types each, and a large vendor has tens of thousands of terms. */
function inForceByType(terms: PolicyTerm[], date: string): (type: string) => PolicyTerm[] {
  const byType = groupBy(
    terms.filter((term) => term.review !== 'rejected' && paperInForce(term.agreement, date)),
    ({ type }) => type,
  )
  return (type) => byType[type] ?? []
}

/** Silence means nothing while there are pages that nobody could read, unless a person has looked. */
function readable(verdict: Verdict, unread: string[], looked: boolean): Verdict {
  if (verdict.silent && looked && verdict.state === 'missing')
    return { ...verdict, found: 'Not there: a person looked for it' }
  if (!verdict.silent || looked || unread.length === 0) return verdict
  return {
    ...verdict,
    state: 'unsure',
    found: `Not found in what could be read, but some pages could not be read: ${unread.join('; ')}`,
    near: true,
  }
}

/**
 * Grows with the class, with what the rule weighs and with the distance: one step less when what was found is near,
 * or can't be told. A blocker is never below high; what is merely preferred or flagged is low.
 */
function severityOf(
  rule: Rule,
  { level }: Requirement,
  riskClass: RiskClass,
  verdict: Pick<Verdict, 'near' | 'state'>,
): Severity {
  if (level === 'preferred' || level === 'flag') return 'low'
  const score =
    riskClasses.indexOf(riskClass) + 1 + rule.weight - (verdict.near || verdict.state === 'unsure' ? 1 : 0)
  if (level === 'blocks' && verdict.state !== 'unsure') return score >= 4 ? 'critical' : 'high'
  if (score >= 5) return 'critical'
  if (score >= 4) return 'high'
  return score >= 2 ? 'medium' : 'low'
}

/** How grave it would be if what the rule asks for were not there; null where the class asks nothing. */
export function severityIfMissing(rule: Rule, riskClass: RiskClass): Severity | null {
  const requirement = rule.by[riskClass]
  return requirement ? severityOf(rule, requirement, riskClass, { near: false, state: 'missing' }) : null
}
