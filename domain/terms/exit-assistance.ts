import { z } from 'zod'
import { Duration, plainDuration, readDurations } from '../quantities/duration.ts'
import { withLeadIn } from './shared/findings.ts'
import { inWords } from './shared/in-words.ts'
import { type Candidate, defineTerm } from './term.ts'

const artefactWords = {
  customer_data:
    /\bcustomer (?:data|content|information)|\byour (?:data|content)|\bclient data\b|\bsubscriber data\b/i,
  prompts: /\bprompts?\b/i,
  configurations: /\bconfigurations?\b|\bsettings\b/i,
  embeddings: /\bembeddings?\b|\bvector/i,
  fine_tuned_models: /\bfine[- ]?tuned? (?:models?|weights)|\bcustom(?:i[sz]ed)? models?\b/i,
  logs: /\blogs?\b/i,
} as const
const Artefact = z.enum([
  'customer_data',
  'prompts',
  'configurations',
  'embeddings',
  'fine_tuned_models',
  'logs',
])
type ExitAssistance = {
  period?: Duration
  dataExport?: boolean
  format?: string
  artefacts: z.infer<typeof Artefact>[]
}

const ending = /\b(?:terminat|expir|exit|end of the (?:term|agreement|contract|subscription))/i
const helps =
  /\b(?:transition|exit|migration|disengagement|termination) (?:out )?(?:assistance|services?|support|plan|period|help)\b|\b(?:assist|cooperat|supports? (?:the )?(?:customer|client|you)\b)\w{0,40}\b[^.;]{0,80}?\b(?:transition|migrat|transfer|moving|hand-?over)|\borderly (?:transition|transfer|migration)|\b(?:help|assist|support)\w{0,3}\b[^.;]{0,80}?\b(?:move|migrate|switch|transition) (?:\w{1,20} ){0,4}?to an?other\b/i
const exports =
  /\b(?:export|download|retrieve|extract|make available|hands? over|provide (?:\w{1,40} ){0,4}cop(?:y|ies))\b[^.;]{0,80}?\b(?:data|content|prompts?|logs?|embeddings?|models?|records)\b|\bmake (?:[\w’']{1,60} ){0,4}(?:data|content|prompts?|logs?|embeddings?|models?) (?:\w{1,40} ){0,3}?available\b/i
/** What help is called, is charged for or is not owed: no help that is promised. */
const noHelp =
  /\b(?:shall mean|means)\b|^(?:\(?\w{1,4}[).] ?)?(?:nothing|prior to providing|before providing)\b|\bduring the (?:notice|termination) period\b|\bthe (?:transition|termination|disengagement) period (?:will|shall) be (?:as )?determined\b/i
const helping =
  /\b(?:provid|assist|cooperat|continu|help|support|perform|complet|engag|work\b|transition (?:all|the|its))/i
const format =
  /\b(?:in (?:an? )?)((?:\w{1,40},? (?:and )?){0,4}(?:machine[- ]readable|commonly used|standard|open|industry[- ]standard|structured|JSON|CSV)(?:,? (?:and )?[\w-]{1,60}){0,3}? formats?)\b/i

/** What helps to leave. */
export const exitAssistance = defineTerm({
  type: 'exit_assistance',
  title: 'Exit assistance',
  group: 'time',
  describes:
    'What the vendor does to let the customer leave: export of data, help with moving, for how long.',
  looksFor: ['transition assistance', 'export of customer data', 'migration', 'after termination'],
  value: z.object({
    period: Duration.optional(),
    dataExport: z.boolean().optional(),
    format: z.string().optional(),
    artefacts: z.array(Artefact),
  }),
  version: 4,
  read(context) {
    const found: Candidate<ExitAssistance>[] = []
    for (const unit of context.unitsThatMayMatch(helps, exports)) {
      const words = `${unit.heading} ${withLeadIn(unit)}`
      if (!ending.test(words) && !/\bexit\b|\btransition\b/i.test(unit.heading)) continue
      const help = helps.test(unit.plain) && helping.test(unit.plain) && !noHelp.test(unit.plain)
      const exported =
        exports.test(unit.plain) && !/\bexport (?:control|law|regulation|administration)/i.test(unit.plain)
      if (
        (!help && !exported) ||
        !/\b(?:shall|will|may|must|can|agrees|helps|assists|supports|provides|hands)\b/i.test(
          withLeadIn(unit),
        )
      )
        continue
      if (context.subjectOf(unit) === 'customer' && !exported) continue
      const artefacts = Artefact.options.filter((a) => artefactWords[a].test(unit.plain))
      const period = readDurations(unit.plain)[0]?.value
      const asFormat = format.exec(unit.plain)?.[1]
      found.push({
        value: {
          ...(period && { period }),
          ...(exported && { dataExport: true }),
          ...(asFormat && { format: asFormat }),
          artefacts,
        },
        spans: [{ start: unit.start, end: unit.end }],
        score: help ? 0.8 : 0.7,
        rule: help ? 'help with moving' : 'export of data',
      })
    }
    return found
  },
  plain: ({ period, dataExport, artefacts }) =>
    [
      dataExport
        ? `export of ${artefacts.length > 0 ? artefacts.map(inWords).join(', ') : 'data'}`
        : 'help with moving',
      period && plainDuration(period),
    ]
      .filter(Boolean)
      .join(', '),
})
