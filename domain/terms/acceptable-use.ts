import { z } from 'zod'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { finding, inOrder, itemsOf } from './shared/findings.ts'
import { listInWords } from './shared/in-words.ts'
import { type Candidate, defineTerm } from './term.ts'

const Prohibited = z.enum([
  'medical',
  'legal',
  'financial',
  'employment',
  'credit',
  'insurance',
  'safety_critical',
  'biometric',
  'minors',
  'automated_decisions',
  'competing_models',
  'reverse_engineering',
  'benchmarking',
  'other',
])
const AcceptableUse = z.object({ prohibited: z.array(Prohibited).min(1) })
type AcceptableUse = z.infer<typeof AcceptableUse>

/** What the customer may not do with the service: a deployment that does it cannot stand on this paper. */
export const acceptableUse = defineTerm({
  type: 'acceptable_use',
  title: 'Acceptable use',
  group: 'data',
  describes: 'Uses the vendor forbids; what a deployment does must not be among them.',
  looksFor: [
    'customer shall not',
    'use restrictions',
    'reverse engineer',
    'develop competing models',
    'medical, legal or financial advice',
  ],
  value: AcceptableUse,
  version: 2,
  read(context) {
    const found: Candidate<AcceptableUse>[] = []
    const cited = new Set<Unit>()
    for (const unit of context.unitsThatMayMatch(FORBIDS)) {
      if (cited.has(unit) || !forbids(context, unit)) continue
      const items = itemsOf(context, unit)
      for (const item of items) cited.add(item)
      const speaking = items.filter((item) => prohibitedIn(item.plain).length > 0)
      const words = [unit, ...items].map((one) => one.plain).join(' ')
      const prohibited = prohibitedIn(words)
      const isList = items.length > 1 || (unit.plain.match(/\((?:[a-h]|i{1,3}|iv|v)\)/g) ?? []).length > 1
      const restricts = /\brestrict|\bacceptable use|\busage|\bprohibit|\buse of\b/i.test(unit.heading)
      if (prohibited.length === 0 && !isList && !restricts) continue
      const value = {
        prohibited: prohibited.length > 0 ? prohibited : (['other'] as AcceptableUse['prohibited']),
      }
      found.push(
        finding(
          value,
          [unit, ...(speaking.length > 0 ? speaking : items)],
          /\bshould not rely\b/i.test(unit.plain) ? 'should not rely' : 'customer may not',
          prohibited.length > 0 ? 0.85 : 0.7,
        ),
      )
    }
    return found
  },
  plain: ({ prohibited }) => `not for ${listInWords(prohibited, 'other uses')}`,
})

const FORBIDS =
  /^\W{0,3}(?:do not|never) |\b(?:does|do) not use\b|\b(?:shall|will|may|must|should|agrees?|can) not\b|\bcannot\b|\bagrees? not to\b|\bnot (?:permitted|allowed|authori[sz]ed|intended|designed)\b|\b(?:is|are) (?:strictly )?prohibited\b|\bprohibited (?:from|uses?)\b|\bnor (?:permit|shall|will|allow)\b|\bshall (?:neither|refrain)\b|\bneither\b[^.;]{0,60}?\b(?:shall|may|will)\b/i
const USES =
  /\b(?:us(?:e|ed|es|ing)|access\w{0,40}|rely|reverse|decompile|disassemble|develop|train|build|benchmark\w{0,40}|test\w{0,40}|resell|sublicen[cs]e|attempt|submit|distribute|extract|permit)\b/i
const THE_SERVICE =
  /\b(?:services?|software|platform|outputs?|models?|products?|api|apis|system|application|technology|documentation|content|api keys?|tools?|AIs?)\b/i

const PROHIBITED: [z.infer<typeof Prohibited>, RegExp][] = [
  [
    'medical',
    /\bmedical\b|\bmedicine\b|\bclinical\b|\bdiagnos|\bhealth ?care\b|\bhealth (?:advice|decisions)\b|\bpatient\b|\btreatment (?:of|decisions)/i,
  ],
  [
    'legal',
    /\blegal (?:advice|services|counsel|decisions?|,)|\blegal or (?:\w{1,40} )?(?:advice|services)|\blegal or (?:financial|medical|tax)|\bpractice of law\b|\blegal,|, legal\b/i,
  ],
  ['financial', /\bfinanc(?:ial|e)\b|\binvestment\b|\btrading (?:advice|decisions)\b/i],
  ['employment', /\bemployment\b|\bhiring\b|\brecruit|\bpromotion or termination\b/i],
  ['credit', /\bcredit(?:worthiness)?\b(?! cards?)|\blending\b|\bloan\b/i],
  ['insurance', /\binsurance\b|\bunderwriting\b/i],
  [
    'safety_critical',
    /\b(?:nuclear|aircraft|air traffic|life[- ]support|weapons?|critical infrastructure|autonomous vehicles?|safety[- ]critical|hazardous|high[- ]risk activit|mass transit)\b|\bfailure\b[^.;]{0,80}\b(?:death|injury)\b/i,
  ],
  [
    'biometric',
    /\bbiometric|\bfacial (?:recognition|identification)\b|\bface recognition\b|\bemotion recognition\b/i,
  ],
  ['minors', /\bminors?\b|\bchildren\b|\b(?:under|younger than) (?:the age of )?1[3-8]\b|\byears of age\b/i],
  [
    'automated_decisions',
    /\bautomated (?:\w{1,40} ){0,2}decision|\b(?:legal or similarly|similarly) significant\b|\bsolely automated\b|\bdecisions? about (?:individuals|people|a person)\b/i,
  ],
  [
    'competing_models',
    /\bus(?:e|ing)\b[^.;]{0,60}?\b(?:outputs?|services?|platform|api|content)\b[^.;]{0,40}?\bto (?:train|fine-?tune|develop|distill?)\b[^.;]{0,40}?\b(?:models?|artificial intelligence|machine[- ]learning)\b|\b(?:develop|train|build|create|improve|fine-?tun|distil)\w{0,40}\b[^.;]{0,140}?\bcompet(?:e|es|ing|itive)\b|\bcompet(?:e|es|ing|itive)\b[^.;]{0,60}?\b(?:products?|services?|models?|offerings?)\b|\b(?:train|develop)\w{0,40}\b[^.;]{0,60}?\b(?:models?|artificial intelligence|machine learning)\b[^.;]{0,40}?\b(?:similar|other than)\b/i,
  ],
  [
    'reverse_engineering',
    /\breverse[- ]?(?:engineer|compil|assembl)|\bdecompil|\bdisassembl|\b(?:discover|derive|obtain)\b[^.;]{0,40}?\bsource code\b|\bmodel extraction\b/i,
  ],
  ['benchmarking', /\bbenchmark/i],
]

function prohibitedIn(words: string): AcceptableUse['prohibited'] {
  return inOrder(
    Prohibited.options,
    PROHIBITED.filter(([, pattern]) => pattern.test(words)).map(([use]) => use),
  )
}

/** A sentence that tells the customer what not to do with the service; lead-in of a list, or all in one. */
function forbids(context: ReadingContext, unit: Unit): boolean {
  const words = unit.plain
  if (PASSIVE.test(words)) return prohibitedIn(words).length > 0
  if (IMPERATIVE.test(words)) return prohibitedIn(words).length > 0
  if (unit.leadIn || !FORBIDS.test(words)) return false
  const list = itemsOf(context, unit)
  const all = `${words} ${list.map((item) => item.plain).join(' ')}`
  if (!USES.test(all) || !THE_SERVICE.test(all)) return false
  const who = context.subjectOf(unit)
  if (who === 'vendor') return false
  if (PROHIBITED_USE.test(words)) return prohibitedIn(all).length > 0
  if (who === 'mutual') return prohibitedIn(all).includes('reverse_engineering')
  if (
    /\b(?:liab\w{1,40}|damages|warrant\w{0,40}|indemnif\w{1,40})\b/i.test(words) &&
    !/\brely\b/i.test(words)
  )
    return false
  if (who === 'customer')
    return namesUse(all) || /\brestrict|\bacceptable use|\bprohibited/i.test(unit.heading)
  return (
    prohibitedIn(all).length > 0 &&
    namesUse(all) &&
    /\b(?:customer|client|licensee|subscriber|user|you|your|prohibited|not (?:intended|designed|permitted))\b/i.test(
      all,
    )
  )
}

/** Rules of conduct tell the reader: "Don't use it to identify faces". */
const IMPERATIVE = /^\W{0,3}(?:do not|never) [a-z]/i
/** "Outputs shall not be used for decisions about credit", within a list about them. */
const PASSIVE =
  /^(?:\(?\w{1,4}[).] )?(?:[\w ]{0,40}\b(?:outputs?|services?|responses?|content)\b[\w ]{0,60})?\b(?:shall|may|must|will) not be used (?:for|as|to|in)\b/i

/** "Not designed for use in nuclear facilities" has the service for its subject. */
const PROHIBITED_USE =
  /\bnot (?:\w{1,40} (?:or|and) )?(?:intended|designed|permitted|authori[sz]ed) (?:for (?:use|any use)|to be used)|\buse\b[^.;]{0,120}?\bis (?:strictly )?prohibited\b/i

const namesUse = (words: string) =>
  /\b(?:use|using|used|access)\b[^.;]{0,120}?\b(?:services?|software|platform|outputs?|models?|products?|apis?|system|technology|AIs?)\b|\breverse[- ]?engineer|\bdecompil|\bbenchmark|\brely on\b/i.test(
    words,
  )
