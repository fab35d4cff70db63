import type { Allocation } from '#domain/policy/areas.ts'
import type { Gap, Severity } from '#domain/policy/assess.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import type { GapStatus } from '#domain/register/gap-work.ts'

/** What the screens are given of gaps, dates and responsibilities: words and addresses, made by the services. */

export interface GapView {
  rule: string
  title: string
  severity: Severity
  state: Gap['state']
  required: string
  found: string
  why: string
  ask: string
  fallback: string
  termId: string | null
  quote: string | null
  /** "Master agreement, clause 9.2, page 4" */
  where: string | null
  href: string | null
  /** A person stands behind the clause it was judged by; null where it rests on no clause. */
  confirmed: boolean | null
  deployment?: { id: string; slug: string; name: string; riskClass: RiskClass }
  vendor?: string
  /** What people do about it; absent where a paper is looked at alone. */
  work?: GapWorkView
}

export interface GapWorkView {
  status: GapStatus
  owner: string | null
  dueOn: string | null
  overdue: boolean
  /** What somebody should know: an acceptance that ended, a severity that rose. */
  note: string | null
}

export interface DeadlineView {
  id: string
  kind: string
  title: string
  date: string
  daysAway: number
  /** "in 12 days", "3 days ago" */
  away: string
  why: string
  about: string
  href: string
  quote: string | null
  where: string | null
  /** Of a date that is about a vendor and no paper of it: who looks after the vendor, and its name. */
  ofVendor?: { name: string; owner: string | null }
}

/** A date with who works on it, and what became of it. */
export interface DeadlineWorkView extends DeadlineView {
  owner: string | null
  deputy: string | null
  state: 'open' | 'snoozed' | 'done'
  mark: { state: 'snoozed' | 'done'; until: string | null; reason: string; by: string; at: string } | null
  vendor: string | null
  /** Address part of the agreement it is about. */
  agreement: string | null
}

export type UndatedView = Pick<DeadlineView, 'id' | 'title' | 'why' | 'about' | 'href'>

export interface ResponsibilityView {
  area: string
  title: string
  allocation: Allocation
  note: string
  decided: boolean
  clauses: { where: string; href: string }[]
}

export interface HeldAgainst {
  riskClass: RiskClass
  /** "for Refund assistant, the strictest that rests on it" */
  because: string
  gaps: GapView[]
  met: number
  /** Every rule that the class has, with what it looks at and how the paper does. */
  rules: RuleView[]
}

export interface RuleView {
  rule: string
  title: string
  termTypes: string[]
  required: string
  found: string
  met: boolean
}

export type EffectGap = Pick<Gap, 'rule' | 'title' | 'severity' | 'required' | 'found'>

/** What other rules would change for one deployment. */
export interface DeploymentEffect {
  deployment: { name: string; slug: string; riskClass: RiskClass }
  opened: EffectGap[]
  closed: EffectGap[]
  shifted: { title: string; before: Severity; after: Severity; graver: boolean }[]
  /** "Control: Dual control", "Log: Transcript": what it would have to do besides, and what no longer. */
  duties: { more: string[]; fewer: string[] }
  /** The class that its answers would ask for, when that changes. */
  asksFor: RiskClass | null
}
