import type { Gap, Severity } from './gap.ts'
import { compareClasses, type RiskClass, riskClassTitles } from './risk.ts'

/** A paper that binds us and that nobody has read: named in one of ours, not in the register. */
export interface MissingPaper {
  name: string
  /** Title of the agreement that names it. */
  namedIn: string
}

export const MISSING_PAPERS = 'missing_papers'

/** What a contract hides behind a link is a gap too; null when every named paper is here or was waived. */
export function missingPapersGap(missing: MissingPaper[], riskClass: RiskClass): Gap | null {
  if (missing.length === 0) return null
  const severity: Severity =
    compareClasses(riskClass, 'high') >= 0
      ? 'high'
      : compareClasses(riskClass, 'medium') >= 0
        ? 'medium'
        : 'low'
  const names = missing.map(({ name, namedIn }) => `${name} (named in ${namedIn})`)
  return {
    rule: MISSING_PAPERS,
    title: 'Papers named but not in the register',
    severity,
    state: 'missing',
    required: 'Every paper that the agreements make part of themselves is read',
    found: `${missing.length} not in the register: ${names.join('; ')}`,
    why: 'What stands in them binds us, and may be changed without our signature.',
    term: null,
    ask: 'The documents that this Agreement names as part of it are attached in the version that applies on the day of signature; a later version applies only once the Customer has agreed to it in writing.',
    fallback: 'A dated copy of each named document, and thirty days’ notice before a later version applies.',
    trace: [
      `Class ${riskClassTitles[riskClass]}: ${severity}.`,
      ...names.map((name) => `${name}: not uploaded, not waived.`),
    ],
  }
}
