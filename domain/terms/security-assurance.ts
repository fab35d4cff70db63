import { z } from 'zod'
import { byClause, inOrder, withLeadIn } from './shared/findings.ts'
import { defineTerm } from './term.ts'

const Standard = z.enum(['SOC2', 'ISO27001', 'ISO42001', 'PCI', 'HIPAA', 'FedRAMP', 'other'])
const SecurityAssurance = z.object({ standards: z.array(Standard), penTest: z.boolean().optional() })
type SecurityAssurance = z.infer<typeof SecurityAssurance>

/** What proves the vendor's security. */
export const securityAssurance = defineTerm({
  type: 'security_assurance',
  title: 'Security assurance',
  group: 'oversight',
  describes: 'Certifications, audit reports and tests by which the vendor proves its security.',
  looksFor: ['SOC 2 Type II', 'ISO/IEC 27001', 'independent audit report', 'penetration test'],
  value: SecurityAssurance,
  version: 2,
  read(context) {
    const found = context
      .unitsThatMayMatch(...STANDARDS.map(([, pattern]) => pattern), PEN_TEST, REPORT)
      .flatMap((unit) => {
        const words = withLeadIn(unit)
        const standards = STANDARDS.filter(([, pattern]) => pattern.test(unit.plain)).map(([one]) => one)
        const penTest = PEN_TEST.test(unit.plain)
        const report = REPORT.test(unit.plain)
        if (standards.length === 0 && !penTest && !report) return []
        if (
          !HOLDS.test(words) ||
          (context.subjectOf(unit) === 'customer' && /\bnot\b/i.test(words)) ||
          forbidden(words, standards.length > 0, penTest) ||
          /["“]audit reports?["”] means/i.test(unit.plain)
        )
          return []
        const value = {
          standards: standards.length || penTest ? standards : (['other'] as SecurityAssurance['standards']),
          ...(penTest && { penTest }),
        }
        const rule = standards.length
          ? 'names a standard'
          : penTest
            ? 'penetration test'
            : 'independent audit'
        return [{ unit, value, rule, score: standards.length || penTest ? 0.88 : 0.78 }]
      })
    return byClause<SecurityAssurance>(found, (values) => {
      const named = inOrder(
        Standard.options,
        values.flatMap((value) => value.standards),
      )
      const standards = named.length > 1 ? named.filter((one) => one !== 'other') : named
      return { standards, ...(values.some((value) => value.penTest) && { penTest: true }) }
    })
  },
  plain: ({ standards, penTest }) => {
    const names = standards.map((one) => (one === 'other' ? 'independent audits' : one))
    return [...names, ...(penTest ? ['penetration tests'] : [])].join(', ')
  },
})

const STANDARDS: [z.infer<typeof Standard>, RegExp][] = [
  ['SOC2', /\bSOC[- ]?(?:2|II)\b|\bSOC reports?\b|\bSSAE[- ]?1[68]\b|\bSAS[- ]?70\b/i],
  ['ISO27001', /\bISO(?:\/IEC)?[- ]?27001\b/i],
  ['ISO42001', /\bISO(?:\/IEC)?[- ]?42001\b/i],
  ['PCI', /\bPCI(?:[- ]DSS)?\b|\bpayment card industry\b/i],
  ['HIPAA', /\bHIPAA\b|\bHITRUST\b/i],
  ['FedRAMP', /\bFedRAMP\b/i],
  [
    'other',
    /\bCyber Essentials\b|\bISO(?:\/IEC)?[- ]?(?:27017|27018|27701|22301|9001)\b|\bCSA STAR\b|\bTISAX\b/i,
  ],
]
const PEN_TEST = /\bpenetration[- ]test|\bpen[- ]?tests?\b|\bvulnerability (?:scan|assessment|test)/i
const REPORT =
  /\b(?:audit reports?\b(?![^.;]{0,1000}\broyalt)|independent (?:third[- ]party )?(?:auditors?|assessors?)\b[^.]{0,120}?\b(?:security|controls)|third[- ]party (?:security )?(?:audits?|certifications?|attestations?))\b/i
const HOLDS =
  /\b(?:maintain|hold|obtain|certif|attest|audit|complet|undergo|conduct|perform|provide|make available|comply|complian|engage|copy|copies|accordance|conform|align|annual|yearly|every year)\w{0,40}\b/i

/** Customers are told not to test or to send health data, and staff is taught: that proves nothing of the vendor. */
function forbidden(words: string, standard: boolean, penTest: boolean): boolean {
  if (/\btraining\b/i.test(words) && !/\b(?:certif|attest|complian|report)/i.test(words)) return true
  if (
    !standard &&
    /\b(?:copy of the|regarding the|this|such) audit(?: report)?\b(?![^.]{0,1000}\b(?:most recent|third[- ]party)\b)/i.test(
      words,
    )
  )
    return true
  if (
    /\b(?:may|shall|will|must|agrees) not\b|\bnot to\b|\bprohibited\b/i.test(words) &&
    !/\b(?:maintain|most recent|copy)\b/i.test(words)
  )
    return true
  if (/\bprotected health information\b|\bbusiness associate\b/i.test(words)) return true
  return penTest && /\b(?:circumvent|interfer|bypass)/i.test(words)
}
