import { z } from 'zod'
import { byClause, withLeadIn } from './shared/findings.ts'
import { defineTerm } from './term.ts'

const WarrantyDisclaimer = z.object({
  asIs: z.boolean(),
  /** True when the vendor takes no responsibility for its output being right. */
  accuracyOfOutput: z.boolean(),
})
type WarrantyDisclaimer = z.infer<typeof WarrantyDisclaimer>

const AS_IS =
  /(?:["“”'‘’]|\b)as[- ]is\b(?! \w{1,20}(?:ed|ary|able|ate)\b)|\bwith all faults\b|\bprovided? [^.;]{0,40}\bas (?:they are|it is)(?=[.,;])/i
const DISCLAIMS = [
  /\bdisclaim\w{0,40}\b[^.]{0,200}?\bwarrant|\bwarrant\w{0,40}\b[^.]{0,160}?\b(?:disclaim|exclud)ed\b/i,
  /\b(?:makes?|gives?|offers?) no\b[^.]{0,120}?\b(?:warrant|guarantee|assurance|promises? about)|\b(?:neither|nor|not)\b[^.;]{0,60}?\b(?:makes?|gives?) any (?:\w{1,40},? ){0,5}?(?:warrant|promise|guarantee)|\bno\b[^.;]{0,60}?\b(?:representations?|warrant(?:y|ies)|guarantees?)\b[^.]{0,120}?\b(?:express|implied|regarding|that|about|as to|concerning|of any kind|are made|is made|is given)\b/i,
  /\bdo(?:es)? not\b[^.;]{0,60}?\b(?:warrant|guarantee)\b|\bwithout (?:any )?(?:express or implied )?(?:representation|warrant(?:y|ies))(?: of any kind)?\b/i,
  /\b(?:implied )?warrant(?:y|ies) of merchantability\b/i,
]
const OUTPUT_WRONG =
  /\b(?:outputs?|responses?|generated|content|(?<!\bas a )results?|answers?|predictions?)\b[^.]{0,200}?\b(?:accura|inaccura|incorrect|reliab|complete|error|correct|bias|hallucinat|mislead|wrong\b|out of date)|\b(?:inaccurate|incorrect|misleading|false)\b[^.]{0,40}?\b(?:content|information)\b|\b(?:accura\w{0,40}|reliab\w{0,40}|complete\w{0,40}|correct\w{0,40})\b[^.]{0,160}?\b(?:outputs?|responses?|generated|customer content|answers?|predictions?)\b/i
/** A duty of the customer to check is a duty of review; the disclaimer is the vendor's. */
const MAY_BE_WRONG =
  /\b(?:may|might|can|could|will|occasionally|not always)\b[^.]{0,80}?\b(?:inaccura|incorrect|bias|error|incomplete|mislead|accurate|unreliable|hallucinat|wrong\b|out of date)/i

/** "As is", and who answers for what the model says. */
export const warrantyDisclaimer = defineTerm({
  type: 'warranty_disclaimer',
  title: 'Warranty disclaimer',
  group: 'liability',
  describes: 'What the vendor does not promise: the service is taken as it is, and its output may be wrong.',
  looksFor: [
    'as is',
    'disclaims all warranties',
    'no warranty of merchantability',
    'output may be inaccurate',
  ],
  value: WarrantyDisclaimer,
  version: 2,
  read(context) {
    const found = context.unitsThatMayMatch(AS_IS, ...DISCLAIMS, OUTPUT_WRONG).flatMap((unit) => {
      // A heading only names it.
      if (unit.plain.split(' ').length < 4) return []
      // A list of what outlives the agreement names the disclaimer and makes none.
      if (/\bsurviv/i.test(withLeadIn(unit))) return []
      const asIs =
        AS_IS.test(unit.plain) &&
        /\b(?:provide[sd]?|get|offered|made|basis|licensed|sold|accepts?|delivered|available|supplied)\b/i.test(
          unit.plain,
        )
      const disclaims = DISCLAIMS.some((pattern) => pattern.test(unit.plain))
      const wrong = OUTPUT_WRONG.test(unit.plain) && (disclaims || MAY_BE_WRONG.test(unit.plain))
      if (!asIs && !disclaims && !wrong) return []
      const rule = asIs ? 'as is' : disclaims ? 'disclaims warranties' : 'output may be wrong'
      return [{ unit, value: { asIs, accuracyOfOutput: wrong }, rule, score: asIs ? 0.92 : 0.8 }]
    })
    return byClause<WarrantyDisclaimer>(found, (values) => ({
      asIs: values.some((value) => value.asIs),
      accuracyOfOutput: values.some((value) => value.accuracyOfOutput),
    }))
  },
  plain: ({ asIs, accuracyOfOutput }) =>
    [asIs ? 'as is' : 'warranties disclaimed', accuracyOfOutput ? 'accuracy of output not promised' : '']
      .filter(Boolean)
      .join('; '),
})
