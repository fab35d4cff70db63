import { z } from 'zod'
import { Money } from '../quantities/money.ts'
import type { Unit } from '../reading/context.ts'
import { moneyIn, plainMoney } from './shared/amounts.ts'
import { finding, inOrder, runningSentence, withLeadIn, wordsOf } from './shared/findings.ts'
import { unitsThat } from './shared/units-that.ts'
import { type Candidate, defineTerm } from './term.ts'

const InsuranceKind = z.enum([
  'general_liability',
  'errors_and_omissions',
  'cyber',
  'workers_compensation',
  'employers_liability',
  'automobile',
  'umbrella',
  'product_liability',
  'property',
  'crime',
  'other',
])
const Insurance = z.object({ kinds: z.array(InsuranceKind), amounts: z.array(Money) })
type Insurance = z.infer<typeof Insurance>

/** Without one of these words a sentence says nothing of it. */
const TOPIC =
  /\binsur|\bcoverages?\b|\bpolic(?:y|ies)\b|\boccurrence\b|\baggregate\b|\bcertificates?\b|\bpremiums?\b|\bdeductible|\bunderwrit|\bcompensation\b|\bliability\b/i

/** What a party must insure, and for how much. */
export const insurance = defineTerm({
  type: 'insurance',
  title: 'Insurance',
  group: 'liability',
  describes: 'The insurance a party must carry: behind a promise to pay there is someone who can.',
  looksFor: [
    'shall maintain insurance',
    'errors and omissions',
    'cyber liability',
    'certificate of insurance',
    'additional insured',
  ],
  value: Insurance,
  version: 3,
  read(context) {
    const found: Candidate<Insurance>[] = []
    const always = (unit: { plain: string }) =>
      (ALWAYS.test(unit.plain) || PROVEN.test(unit.plain)) && !NEVER.test(unit.plain)
    const cited = new Set<Unit>()
    for (const { unit, score, rule } of unitsThat(context, 'insurance', {
      among: [ALWAYS, PROVEN],
      always,
      never: ({ plain }) => ELSE.test(plain),
      certain: ({ plain }) => PROVEN.test(plain),
      topic: TOPIC,
    })) {
      if (cited.has(unit)) continue
      const units = runningSentence(context, unit)
      for (const one of units) cited.add(one)
      const words = wordsOf(units)
      const own = kindsIn(words)
      const kinds = own.length > 0 ? own : kindsIn(withLeadIn(unit))
      const value = {
        kinds: kinds.length > 0 ? kinds : (['other'] as Insurance['kinds']),
        amounts: moneyIn(words),
      }
      found.push(finding(value, units, rule, score))
    }
    return found
  },
  plain: ({ kinds, amounts }) => {
    const list = kinds.map((kind) => (kind === 'other' ? 'insurance' : kind.replace(/_/g, ' '))).join(', ')
    return amounts.length ? `${list}: ${amounts.map(plainMoney).join(', ')}` : list
  },
})

const ALWAYS =
  /\b(?:maintain|carry|procure|obtain|keep|take out|effect|purchase|provide|hold)\w{0,40}\b[^.;]{0,140}?\b(?:insurance|insurances|policy of insurance|insurance polic\w{1,40}|insurance coverage)\b|\bwaiver of subrogation\b|\bcommercial general liability\b|\b(?:errors and omissions|cyber[- ]liability|workers['’]? compensation|umbrella liability) (?:liability )?insurance\b/i
/** Who is insured beside, and what shows it: asked of nobody who need not be insured. */
const PROVEN =
  /\b(?:names?|named|naming|add(?:s|ed)?|list(?:ed)?)\b[^.;]{0,80}?\b(?:insureds?|loss payees?|insurance (?:certificates?|polic\w{1,40}))\b|\b(?:certificates?|evidence|proof) of (?:such )?insurance\b|\badditional insured/i
/** Covers sold or taken as a subject of business, and health cover of staff. */
const NEVER =
  /\bAs used herein\b|\binsurance center\b|\bnot be interpreted\b|\bnot a waiver\b|\bimpossible to secure\b|\bseparate and distinct\b|\b(?:health|unemployment|social|title|deposit) insurance\b|\binsurance (?:products|agent|broker|company|business|industry|claims?)\b(?![^.]{0,1000}\b(?:maintain|carry)\b)/i

/** Cover that is missing, claimed on, charged for, offered, or no limit of what is owed: none that has to be carried. */
const ELSE =
  /\b(?:fail(?:s|ed|ure)?|refuses?|unable)\b[^.;]{0,20}?\bto\b[^.;]{0,60}?\b(?:obtain|maintain|procure|secure|provide|take out|comply)\b|\bno extra insurance\b|\binsurance claim\b|\b(?:losses or claims|notify \w{1,40} of all claims)\b|\b(?:we|reserves the right to|may) (?:specify|make available)\b|^(?:nothing|any insurance)\b[^.;]{0,120}?\blimit\b|\bto the best of (?:its|their) knowledge\b/i

const KINDS: [z.infer<typeof InsuranceKind>, RegExp][] = [
  [
    'general_liability',
    /\bgeneral (?:\w{1,40} )?liability\b|\bpublic liability\b|\bcomprehensive (?:general )?liability\b|\bcommercial liability\b/i,
  ],
  [
    'errors_and_omissions',
    /\berrors (?:and|&|or) omissions\b|\bE ?& ?O\b|\bprofessional (?:liability|indemnity)\b/i,
  ],
  ['cyber', /\bcyber|\bnetwork security\b|\bprivacy liability\b|\bdata breach\b|\bprivacy (?:and|\/) /i],
  ['workers_compensation', /\bwork(?:er|ers|men|man)['’]?s?['’]? compensation\b/i],
  ['employers_liability', /\bemployer['’]?s?['’]? liability\b/i],
  ['automobile', /\b(?:auto(?:mobile)?|motor|vehicle)s?\b/i],
  ['umbrella', /\bumbrella\b|\bexcess liability\b/i],
  ['product_liability', /\bproducts?(?: liability|\/| ?- ?completed|\s{1,400}and completed)/i],
  ['property', /\bproperty insurance\b|\ball[- ]risks?\b|\bfire\b|\bcasualty insurance\b/i],
  ['crime', /\bcrime\b|\bfidelity\b|\bemployee dishonesty\b/i],
]

function kindsIn(words: string): z.infer<typeof InsuranceKind>[] {
  const kinds = KINDS.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind)
  return inOrder(InsuranceKind.options, kinds)
}
