import type { Gap } from '#domain/policy/assess.ts'
import type { RiskClass } from '#domain/policy/risk.ts'

type ShortGap = Pick<Gap, 'rule' | 'title' | 'severity' | 'found'>

/** What a new version of a paper does to a deployment that rests on it. */
export interface VersionEffect {
  deployment: { name: string; slug: string }
  opened: ShortGap[]
  closed: ShortGap[]
}

/** What one paper lacks that another gives, each held alone against a class. */
export interface PaperGaps {
  riskClass: RiskClass
  /** "for Refund assistant, the strictest that rests on it" */
  because: string
  opened: ShortGap[]
  closed: ShortGap[]
}

/** A new version made a deployment's papers worse, and some of it is not settled. */
export interface RePaperingView {
  deployment: { slug: string; name: string }
  /** Gaps that are still worked on. */
  open: number
  version: number
  /** ISO date. */
  openedOn: string
}
