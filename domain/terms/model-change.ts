import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { firstDuration } from './shared/amounts.ts'
import { byClause, withLeadIn } from './shared/findings.ts'
import { defineTerm } from './term.ts'

const ModelChange = z.object({
  /** Notice of a change that stays. */
  notice: Duration.optional(),
  /** Notice before a model or version goes away. */
  deprecationNotice: Duration.optional(),
  versionPinning: z.boolean().optional(),
})
type ModelChange = z.infer<typeof ModelChange>

/** What happens when the model under a deployment changes. */
export const modelChange = defineTerm({
  type: 'model_change',
  title: 'Model change',
  group: 'data',
  describes:
    'Whether the vendor may change or retire models and the service, with what notice, and whether a version can be kept.',
  looksFor: [
    'deprecate or retire a model',
    'materially change the services',
    'pinned version',
    'notice of discontinuation',
  ],
  value: ModelChange,
  version: 2,
  read(context) {
    const found = context.unitsThatMayMatch(PINS, RETIRES, CHANGES).flatMap((unit) => {
      const words = withLeadIn(unit)
      const pinning = PINS.test(unit.plain)
      const retires = RETIRES.test(unit.plain)
      const changes = CHANGES.test(unit.plain)
      if ((!pinning && !retires && !changes) || NOT_THE_SERVICE.test(unit.plain)) return []
      if (context.subjectOf(unit) === 'customer' && !pinning) return []
      const within = NOTICE.test(words) ? firstDuration(words) : undefined
      const value = {
        ...(within && (retires ? { deprecationNotice: within } : { notice: within })),
        ...(pinning && { versionPinning: true }),
      }
      const rule = pinning ? 'version pinning' : retires ? 'retires a model' : 'changes the service'
      return [{ unit, value, rule, score: within || pinning ? 0.88 : retires ? 0.8 : 0.7 }]
    })
    return byClause<ModelChange>(found, (values) => Object.assign({}, ...values.toReversed()))
  },
  plain: ({ notice, deprecationNotice, versionPinning }) => {
    const parts = [
      notice && `${plainDuration(notice)}' notice of changes`,
      deprecationNotice && `${plainDuration(deprecationNotice)}' notice before retirement`,
      versionPinning && 'version can be pinned',
    ].filter(Boolean)
    return parts.length ? parts.join(', ') : 'may change without a stated notice'
  },
})

const THING = String.raw`\b(?:models?|(?:the |any |its |our |those |such )(?:services?|products?|apis?|platform|features?|functionalit(?:y|ies))|model versions?|api versions?|versions? of (?:the|a|any) (?:model|services?|api|platform))\b`
const RETIRED = String.raw`\b(?:models?|versions?|services?|apis?|features?|functionalit(?:y|ies)|products?)\b`
const RETIRES = new RegExp(
  `\\b(?:deprecat|discontinu|retir|sunset|withdraw(?! from)|decommission|end[- ]of[- ]life)\\w*\\b[^.;]{0,100}?${RETIRED}|${THING}[^.;]{0,80}?\\b(?:is|are|be|been) (?:deprecated|discontinued|retired|sunset|withdrawn|decommissioned)\\b|${THING}[^.;]{0,120}?\\b(?:announc|after|until)\\w*\\b[^.;]{0,60}?\\b(?:deprecation|discontinuation|retirement|withdrawal)\\b`,
  'i',
)
const CHANGES = new RegExp(
  `\\b(?:may|will|shall|reserves the right to|right to|can)\\b[^.;]{0,60}?\\b(?:updat|modif|chang|replac|alter|substitut)\\w*\\b(?:(?!\\b(?:that|which|who)\\b)[^.;]){0,40}?${THING}|\\b(?:updates?|changes?|modifications?|replacements?)\\b[^.;]{0,40}?\\b(?:materially|adversely|significantly)\\b[^.;]{0,60}?\\b(?:reduc|degrad|affect|diminish|alter|chang)\\w*\\b[^.;]{0,60}?\\b(?:services?|models?|functionality|performance|outputs?)\\b|\\b(?:update|replacement|change)s? (?:of|to|in) (?:the|a|any|its|our) (?:(?:underlying|AI|language) ){0,2}models?\\b`,
  'i',
)
const PINS =
  /\b(?:pin(?:ned|ning)?\b[^.;]{0,40}\b(?:versions?|models?)|(?:versions?|models?)\b[^.;]{0,40}\b(?:pinned|pinning)|(?:remain|stay|continue)\w{0,40}\b[^.;]{0,40}\b(?:on|to use)\b[^.;]{0,30}\b(?:previous|prior|earlier|existing|selected|specified|same|fixed|current) (?:model )?(?:version|model|snapshot))\b/i
const NOTICE = /\b(?:notice|notif\w{1,40}|prior|advance|before|in advance|least|announc\w{1,40})\b/i
/** Changes of terms, prices, policies, staff and products that are not the service. */
const NOT_THE_SERVICE =
  /\b(?:terms|prices?|pricing|fees|policies|privacy notice|aup|DPA|security measures|(?:these|those|such|its|our) (?:\w{1,40} ){0,3}(?:measures|safeguards|controls)|sub-?processors?|sub-?contractors?|personnel|specifications? for the product|order forms?|list of|description of processing|third-party models & terms|trademarks?)\b(?![^.]{0,1000}\b(?:model version|deprecat|underlying model))|\b(?:liab\w{1,40}|infring\w{1,40}|indemnif\w{1,40}|warrant\w{0,40})\b/i
