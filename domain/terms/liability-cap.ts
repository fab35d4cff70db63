import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { Limb, plainLimb, readCapAmount } from './shared/cap-amount.ts'
import { endsIndemnity, isUnlimited, liftsLimitation, splitExceptions } from './shared/carve-outs.ts'
import { finding, wholeSentence } from './shared/findings.ts'
import { inWords } from './shared/in-words.ts'
import {
  isCap,
  isDamagesExclusion,
  isLimitationPeriod,
  LIABILITY_TOPIC,
  LIMIT_VERB,
} from './shared/liability-shapes.ts'
import { liableParty } from './shared/liable.ts'
import { unitsThat } from './shared/units-that.ts'
import { type Candidate, defineTerm } from './term.ts'

const LiabilityCap = Limb.extend({
  party: Party,
  per: z.enum(['aggregate', 'claim', 'year', 'unknown']),
  /** `general`, or the one head of liability that a super-cap is for. */
  appliesTo: z.enum(['general', 'data_breach', 'confidentiality', 'indemnity', 'ip', 'other']),
})
type LiabilityCap = z.infer<typeof LiabilityCap>

/** How much at most a party pays. */
export const liabilityCap = defineTerm({
  type: 'liability_cap',
  title: 'Liability cap',
  group: 'liability',
  describes: 'The most a party pays when something goes wrong; a higher cap for one head is a super-cap.',
  looksFor: [
    'liability shall not exceed',
    'limited to the fees paid',
    'the greater of',
    'maximum liability',
    'sole remedy',
  ],
  value: LiabilityCap,
  version: 3,
  read(context) {
    const found: Candidate<LiabilityCap>[] = []
    const cited = new Set<Unit>()
    for (const { unit, score, rule } of unitsThat(context, 'cap_on_liability', {
      among: [...LIMIT_VERB, OPENS],
      always: saysCap(context),
      certain: ({ plain }) => ALL_LIABILITY.test(plain),
      topic: LIABILITY_TOPIC,
    })) {
      if (cited.has(unit)) continue
      const { words, units } = wholeSentence(context, unit)
      if (isUnlimited(words) && !namesAmount(words)) continue
      const sure = isCap(words)
      if (
        !sure &&
        (liftsLimitation(unit, words) || (unit.leadIn && liftsLimitation(unit, unit.leadIn.plain)))
      )
        continue
      if (
        !sure &&
        (isDamagesExclusion(words) ||
          isLimitationPeriod(words) ||
          !LIMITS.test(words) ||
          endsIndemnity(words) ||
          OTHERWISE.some((find) => find.test(words)))
      )
        continue
      const said = sure ? units : [unit]
      for (const one of said) cited.add(one)
      found.push(
        finding(
          readCap(context, unit, sure ? words : unit.plain),
          said,
          rule,
          sure ? Math.max(score, 0.8) : score,
        ),
      )
    }
    return found
  },
  plain: plainCap,
})

/** Without one of these words nothing is limited: a duty to indemnify, the rate of a charge for delay. */
const LIMITS =
  /\b(?:exceed|limit|no event|liab|responsib|sole|exclusive|only|maximum|remed|waive)|\b(?:no|not|neither|nor)\b[^.;]{0,80}\b(?:claims?|damages|recover)\b/i

/**
 * No limit: what leaves other remedies open ("are not the sole remedy"), what only sends to the limits of another paper, and
 * what says of limits that stand elsewhere when they apply ("even if a remedy fails of its essential purpose").
 */
const OTHERWISE = [
  /^[^a-z]{0,12}(?:the|these|such|this|all) (?:foregoing |above |preceding )?(?:limitations?|exclusions?|disclaimers?)\b[^.;$]{0,160}\b(?:shall |will )?appl(?:y|ies)\b/i,
  /\b(?:not|never|neither)\b[^.;]{0,60}\b(?:sole|exclusive|only)\b[^.;]{0,30}\bremed/i,
  /\bsubject to\b[^.;$]{0,60}\b(?:limitations?|exclusions?)\b[^.;$]{0,60}\b(?:set out|set forth|contained|provided|stated|in) (?:in )?the (?:\w{1,40} ){0,2}agreement\b/i,
]

/** A limit of everything that a party may owe is no side matter. */
const ALL_LIABILITY = /\b(?:total|maximum|aggregate|entire|cumulative|overall)\b[^.;]{0,40}?\bliability\b/i

const OPENS =
  /\bliab\w{0,40}\b[^.]{0,300}?\b(?:exceeds?|limited|capped|(?:greater|higher|lesser|lower) of|more than|in excess of)\b/i

/** A unit that says a cap and its amount, or opens one whose amounts stand in the list items it introduces. */
const saysCap = (context: ReadingContext) => (unit: Unit) => {
  if (!isCap(unit.plain)) {
    if (!OPENS.test(unit.plain)) return false
    const { words } = wholeSentence(context, unit)
    return isCap(words) && namesAmount(words)
  }
  return namesAmount(unit.plain) || namesAmount(wholeSentence(context, unit).words)
}

/** An amount that can be read, or one that was blacked out; "not to exceed ten days" has none. */
function namesAmount(words: string): boolean {
  const { after } = atVerb(splitExceptions(words).main)
  return readCapAmount(after) !== null || /^[^.;]{0,40}\[[\s*.…]{0,12}\]/.test(after)
}

function readCap(context: ReadingContext, unit: Unit, words: string): LiabilityCap {
  const main = cappingPart(splitExceptions(words).main)
  const { before, after } = atVerb(main)
  const amount = readCapAmount(after) ?? { form: 'other' as const }
  return {
    party: liableParty(context, main),
    ...amount,
    per: YEARLY.test(before) ? 'year' : perOf(main),
    // "Whether in contract (including under any indemnity)" names grounds, not what the cap is for.
    appliesTo: appliesTo(before.replace(/\(including\b[^()]{0,200}\)/gi, ' '), after, unit.heading),
  }
}

/** Where one sentence excludes and caps, the half that caps. */
function cappingPart(main: string): string {
  if (!isDamagesExclusion(main)) return main
  return main.split(/;\s*(?:and|or)?\b/).find((part) => isCap(part) && namesAmount(part)) ?? main
}

const VERB =
  /\b(?:exceeds?|(?:limited|capped|restricted) (?:\w{1,40} ){0,4}?(?:to|at)|in excess of|(?:greater|more) than|up to (?:a maximum|(?=the (?:amount|sum)|EUR|USD|GBP))|equal to|the most\b[^.;]{0,60}?\b(?:is|will be)|tops out at)\b/i

/** The words before and after "exceed", "limited to": whose and which liability, and how much. */
function atVerb(main: string): { before: string; after: string } {
  const verb = VERB.exec(main)
  if (!verb) return { before: main, after: main }
  return { before: main.slice(0, verb.index), after: main.slice(verb.index + verb[0].length) }
}

/** "The liability in each contract year", said before the sum: a year that counts fees stands after it. */
const YEARLY =
  /\bliab\w{0,40}\b[^.;]{0,80}?\b(?:in|for|during|per) (?:each|any|any one)? ?(?:contract |calendar |agreement |policy )?year\b/i

function perOf(words: string): LiabilityCap['per'] {
  if (
    /\b(?:per|each|any one|any single|any given|a given|for any) (?:claim|occurrence|incident|event|order|shipment|series)\b/i.test(
      words,
    )
  )
    return 'claim'
  if (
    /\b(?:(?:in|for|during|per|of) (?:each|any|a|the relevant|one)? ?(?:contract|calendar|agreement|policy|licen[cs]e|12-month|twelve[- ]month)? ?year|per annum|annual aggregate|annually)\b/i.test(
      words,
    ) &&
    !/\b(?:preceding|prior|previous) /i.test(words)
  )
    return 'year'
  if (
    /\b(?:aggregate|total|cumulative|entire|maximum|overall|all claims|combined|collective|any and all)\b/i.test(
      words,
    )
  )
    return 'aggregate'
  return 'unknown'
}

/** "Credits are the sole remedy for missing the service level": what is remedied is one matter, not all. */
const SOLE_REMEDY =
  /\b(?:sole|exclusive|only)\b[^.;]{0,60}?\bremed\w{1,5}\b[^.;]{0,60}?\b(?:for|with respect to|in respect of|in the event of|if|regarding) ([^.;]{3,160})/i

/** What the sentence says its liability is for. A general cap names no head or "this agreement". */
function appliesTo(before: string, after: string, heading: string): LiabilityCap['appliesTo'] {
  const subject =
    /\b(?:liab\w{1,40}|responsibilit\w{1,40}|obligations?|damages)\b([^;]{0,220})$/i.exec(before)?.[1] ?? ''
  const leading =
    /^(?:[^,]{0,60}\b)?(?:for|with respect to|in respect of|in the case of|in the event of|regarding|as to) ([^,;]{3,160}),/i.exec(
      before,
    )?.[1] ?? ''
  const scope = `${leading} ${/\b(?:for|under|from|of|by|in respect of|with respect to|in connection with|resulting|related|relating|caused)\b/i.test(subject) ? subject : ''}`
  if (
    /\b(?:super-?cap|data breach|security (?:incident|breach)|personal data|data protection|data processing)\b/i.test(
      `${scope} ${heading}`,
    )
  )
    return 'data_breach'
  if (/\bconfidential/i.test(scope)) return 'confidentiality'
  if (/\binfring|\bintellectual property/i.test(scope)) return 'ip'
  if (/\bindemni/i.test(scope)) return 'indemnity'
  if (
    /\b(?:warrant|defect|loss of or damage|property|late|delay|death|personal injury|non-?conform|replacement)\w{0,40}/i.test(
      scope,
    ) &&
    !/\bcontract\b[^;]{0,60}\b(?:tort|negligence|warranty)/i.test(scope)
  )
    return 'other'
  if (/\b(?:repair|replace\w{0,40}|re-?perform\w{0,40}|refund)\b/i.test(after)) return 'other'
  const remedied = SOLE_REMEDY.exec(before)?.[1]
  if (remedied && !/\b(?:this|the) agreement\b|\bany (?:claim|breach|default)\b/i.test(remedied))
    return 'other'
  return 'general'
}

/** "greater of $1,000,000 and 2× 12 months' fees, aggregate; data breach". */
function plainCap(value: LiabilityCap): string {
  const per = value.per === 'unknown' ? '' : value.per === 'aggregate' ? ', aggregate' : `, per ${value.per}`
  const scope = value.appliesTo === 'general' ? '' : `; ${inWords(value.appliesTo)}`
  const whose = value.party === 'unknown' || value.party === 'mutual' ? '' : ` (${value.party})`
  return `${plainLimb(value)}${per}${scope}${whose}`
}
