import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { finding, withLeadIn } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

const HumanReviewDuty = z.object({
  party: Party,
  /** What the check must come before: "use", "reliance", "distribution", "a decision", "publication". */
  before: z.string().min(1),
})
type HumanReviewDuty = z.infer<typeof HumanReviewDuty>

/** Who must look before the answer counts. */
export const humanReviewDuty = defineTerm({
  type: 'human_review_duty',
  title: 'Human review',
  group: 'data',
  describes:
    'Who must check what the model says, and before what; the one who skips the check carries the loss.',
  looksFor: ['evaluate the accuracy of output', 'human review', 'verify before relying', 'qualified person'],
  value: HumanReviewDuty,
  version: 2,
  read(context) {
    const found: Candidate<HumanReviewDuty>[] = []
    for (const unit of context.unitsThatMayMatch(OF_OUTPUT, NOT_WITHOUT)) {
      const words = withLeadIn(unit)
      if (NOT_WITHOUT.test(unit.plain)) {
        const subject = context.subjectOf(unit.leadIn ?? unit)
        const party =
          subject === 'unknown'
            ? context.roleOf(/\bby (?:the )?(\w{1,40})/i.exec(unit.plain)?.[1] ?? '')
            : subject
        const without = unit.plain.slice(unit.plain.search(NOT_WITHOUT))
        found.push(finding({ party, before: beforeWhat(without) }, [unit], 'not without a human', 0.85))
        continue
      }
      if (
        !CHECKS.test(unit.plain) ||
        !OF_OUTPUT.test(words) ||
        !(DUTY.test(words) || IMPERATIVE.test(words) || inPresent(context, unit)) ||
        NOT_A_DUTY.test(unit.plain)
      )
        continue
      const subject = context.subjectOf(unit)
      const imperative =
        /\b(?:always|you (?:should|must)|your responsibility|please)\b/i.test(unit.plain) ||
        IMPERATIVE.test(unit.plain)
      const party =
        subject !== 'unknown'
          ? subject
          : imperative
            ? 'customer'
            : context.roleOf(
                /\b(customer|client|licensee|subscriber|user|you|deployer)\b/i.exec(words)?.[1] ?? '',
              )
      const human = /\bhuman\b|\bqualified\b|\bnatural person\b/i.test(unit.plain)
      found.push(
        finding(
          { party, before: beforeWhat(unit.plain) },
          [unit],
          human ? 'human review' : 'evaluate output',
          human ? 0.88 : 0.75,
        ),
      )
    }
    return found
  },
  plain: ({ party, before }) => `${party === 'unknown' ? 'somebody' : party} checks output before ${before}`,
})

const CHECKS =
  /\b(?:review|verif|evaluat|validat|check|assess|human (?:oversight|in the loop|supervision|intervention)|confirm)\w{0,40}\b/i
/** "Shall not take decisions on credit without human review". */
const NOT_WITHOUT =
  /\b(?:not|never|no)\b[^.;]{0,200}?\bwithout (?:\w{1,40} ){0,3}?human (?:\w{1,40} )?(?:review|oversight|supervision|intervention|involvement)\b/i
const OF_OUTPUT =
  /\boutputs?\b|\b(?:generated|ai[- ]generated) (?:content|responses?|results?)\b|\bresponses?\b(?= generated)|\bresults? (?:of|from) the (?:ai|model|services?)\b|\binformation (?:that )?(?:you (?:get|receive)|presented|provided) (?:from|by)\b|\bpredictions?\b|\brecommendations? (?:made|generated|produced)\b/i
const DUTY =
  /\b(?:shall|must|will|should|is (?:solely )?responsible|are (?:solely )?responsible|agrees to|required to|responsibility|always|needs? to|ensure)\b/i
/** "Check the output before you rely on it" tells the reader. */
const IMPERATIVE =
  /^\W{0,3}(?:please |always )?(?:double-)?(?:check|review|verify|validate|evaluate|assess|confirm)\b/i
/** "The Client checks each output": a duty in the present tense. */
const inPresent = (context: ReadingContext, unit: Unit) =>
  /\b(?:checks|reviews|verifies|validates|evaluates|assesses)\b/i.test(unit.plain) &&
  context.subjectOf(unit) !== 'unknown'
/** Vendors that look at content for abuse, and reviews of contracts or audits. */
const NOT_A_DUTY =
  /\b(?:abuse|moderation|flagged|not (?:be )?(?:obliged|required|responsible)|may review|filters?\b[^.]{0,60}\b(?:allow|give|help)|ability to)\b|\baudit reports?\b|\bindemnif/i

function beforeWhat(words: string): string {
  const at = /\b(?:before|prior to)\b([^.;]{0,80})/i.exec(words)?.[1] ?? words
  if (/\bdecision|\baction\b|\bdetermin/i.test(at)) return 'a decision'
  if (/\brel(?:y|ying|iance|ied)/i.test(at)) return 'reliance'
  if (/\bpublish|\bpublication/i.test(at)) return 'publication'
  if (/\b(?:shar|distribut|sent|send|disclos|deliver|third part)/i.test(at)) return 'distribution'
  return 'use'
}
