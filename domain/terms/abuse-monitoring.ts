import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import { byClause, withLeadIn } from './shared/findings.ts'
import { defineTerm } from './term.ts'

const AbuseMonitoring = z.object({
  by: Party,
  /** True when people may look at flagged content. */
  humanReview: z.boolean().optional(),
  /** True when the customer can be exempted from it. */
  optOut: z.boolean().optional(),
})
type AbuseMonitoring = z.infer<typeof AbuseMonitoring>

/** Who looks at prompts and outputs for misuse. */
export const abuseMonitoring = defineTerm({
  type: 'abuse_monitoring',
  title: 'Abuse monitoring',
  group: 'data',
  describes:
    'Whether the vendor screens prompts and outputs for misuse, whether people read them, and whether one can opt out.',
  looksFor: [
    'monitor for abuse',
    'automated moderation',
    'authorised personnel may review',
    'exempt from abuse monitoring',
  ],
  value: AbuseMonitoring,
  version: 2,
  read(context) {
    const found = context.unitsThatMayMatch(...SHAPES.map(({ find }) => find)).flatMap((unit) => {
      const words = withLeadIn(unit)
      const shape = SHAPES.find(({ find }) => find.test(unit.plain))
      if (!shape || NOT_CONTENT.test(unit.plain)) return []
      const subject = context.subjectOf(unit)
      if (subject === 'customer' && !shape.passive) return []
      const by = 'vendor' as const
      const people = /\b(?:human|personnel|employees|staff|reviewers?|manual(?:ly)?)\b/i.test(unit.plain)
      const out =
        /\bopt(?:s|ed|ing)?[- ]out\b|\bexempt|\bexception (?:from|to)\b|\b(?:unless|except)\b[^.;]{0,60}\bzero (?:data )?retention\b|\bdisable\b|\bmodified abuse/i.test(
          words,
        )
      const next = context.units[unit.index + 1]
      const nobody = next?.clause === unit.clause && NOBODY_READS.test(next?.plain ?? '')
      const humanReview = NO_PEOPLE.test(unit.plain) || nobody ? false : people || undefined
      const value = { by, ...(humanReview !== undefined && { humanReview }), ...(out && { optOut: true }) }
      return [{ unit, value, rule: shape.shape, score: shape.shape.startsWith('uses') ? 0.7 : 0.84 }]
    })
    return byClause<AbuseMonitoring>(found, (values) => ({
      by: values[0]?.by ?? 'unknown',
      ...(values.some((value) => value.humanReview !== undefined) && {
        humanReview: values.some((value) => value.humanReview === true),
      }),
      ...(values.some((value) => value.optOut) && { optOut: true }),
    }))
  },
  plain: ({ by, humanReview, optOut }) =>
    `${by === 'unknown' ? 'monitored' : `by ${by}`} for abuse${humanReview ? ', people may read' : humanReview === false ? ', no people read' : ''}${optOut ? ', opt-out possible' : ''}`,
})

const CONTENT = String.raw`\b(?:prompts?|inputs?|outputs?|content|customer data|conversations?|requests?|use of the (?:services?|api|platform|products?)|usage)\b`
const MISUSE = String.raw`\b(?:abuse|misuse|violat\w+|harmful|unlawful|illegal|policy|policies|acceptable use|compliance|fraud)\b`
const MONITORED = String.raw`(?:monitored|screened|scanned|reviewed|inspected|analy[sz]ed|moderated)\b`
const SHAPES = [
  {
    shape: 'abuse monitoring',
    find: /\b(?:abuse|misuse|safety) (?:monitoring|detection|review|classifiers?)\b|\b(?:automated|content|human) moderation\b/i,
    passive: true,
  },
  {
    shape: 'monitors content',
    find: new RegExp(
      `\\b(?:monitor|screen|scan|check|review|inspect|filter|moderat|analy[sz])\\w*\\b[^.;]{0,100}?${CONTENT}[^.;]{0,160}?${MISUSE}`,
      'i',
    ),
    passive: false,
  },
  {
    shape: 'content is monitored',
    find: new RegExp(
      `${CONTENT}[^.;]{0,120}?(?:${MISUSE}[^.;]{0,60}?\\b(?:is|are|be) (?:\\w+ )?${MONITORED}|\\b(?:is|are|be) (?:\\w+ )?${MONITORED}[^.;]{0,60}?${MISUSE})`,
      'i',
    ),
    passive: true,
  },
  {
    shape: 'monitors for misuse',
    find: new RegExp(`\\b(?:monitor|screen|scan)\\w*\\b[^.;]{0,60}?\\bfor\\b[^.;]{0,60}?${MISUSE}`, 'i'),
    passive: false,
  },
  {
    shape: 'uses tools to detect abuse',
    find: /\b(?:automated|systems?|classifiers?|tools?|technolog(?:y|ies))\b[^.;]{0,60}?\b(?:detect|identify|prevent)\w{0,5}\b[^.;]{0,40}?\b(?:abuse|misuse)\b/i,
    passive: false,
  },
  {
    shape: 'uses content to prevent abuse',
    find: new RegExp(
      `${CONTENT}[^.;]{0,160}?\\b(?:prevent|detect|investigate|identify)\\w*\\b[^.;]{0,40}?\\b(?:abuse|misuse|violations?|harmful)\\b`,
      'i',
    ),
    passive: false,
  },
]
/** "No human will review", "without review by people". */
const NO_PEOPLE =
  /\b(?:no|without|never|not)\b(?: \w{1,40}){0,3} (?:humans?|people|personnel|employees|staff|reviewers?|manual(?:ly)?)\b/i
/** "No person reads them", in a sentence of its own. */
const NOBODY_READS =
  /^(?:no|nobody|none of)\b[^.;]{0,60}?\b(?:reads?|reviews?|sees?|looks? at|access(?:es)?)\b/i
/** Books, premises and trademarks are monitored too. */
const NOT_CONTENT =
  /\b(?:trade ?marks?|quality control|books and records|premises|audit|royalt\w{1,40}|circumvent\w{0,40}|bypass\w{0,40}|interfer\w{1,40}|indemnif\w{1,40})\b/i
