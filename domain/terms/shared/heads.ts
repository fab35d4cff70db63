import { z } from 'zod'
import type { Clause, CrossReference, ReadingContext, Unit } from '../../reading/context.ts'
import { oncePerPaper } from './once.ts'

/** Heads of liability: what a carve-out names when it stands outside a cap or an exclusion of damages. */
export const LiabilityHead = z.enum([
  'confidentiality',
  'data_protection',
  'data_breach',
  'ip_infringement',
  'indemnity',
  'gross_negligence',
  'wilful_misconduct',
  'fraud',
  'death_or_injury',
  'payment',
  'misuse_of_ip',
  'law',
  'other',
])
export type LiabilityHead = z.infer<typeof LiabilityHead>

/** In the order of the enumeration, so that two readings of the same words compare equal. */
const LIABILITY_HEADS: [LiabilityHead, RegExp][] = [
  ['confidentiality', /\bconfidential|\bnon-?disclosure\b/i],
  [
    'data_protection',
    /\bdata[- ]protection\b|\bprivacy\b|\bpersonal (?:data|information)\b(?! breach)|\bdata processing\b|\bDPA\b|\bGDPR\b/i,
  ],
  [
    'data_breach',
    /\b(?:data|security) (?:breach|incident)|\bpersonal data breach|\bbreach of (?:its |the )?(?:data )?security\b|\bsecurity (?:obligations|measures|requirements)\b|\bdata security\b/i,
  ],
  [
    'ip_infringement',
    /\binfring|\bintellectual property (?:indemni|claim)|\bmisappropriat\w{1,40} (?:or \w{1,40} )?of (?:any |a )?third/i,
  ],
  ['indemnity', /\bindemni(?!tees?\b|fied (?:part|person))|\bhold (?:\w{1,40} ){0,3}harmless\b/i],
  ['gross_negligence', /\bgross(?:ly)? negligen/i],
  [
    'wilful_misconduct',
    /\bwil{1,20}ful|\bintentional|\b(?:for|of|by) intent\b(?! to\b)|\bdeliberate|\bwanton|\bmore culpable conduct\b|\breckless/i,
  ],
  ['fraud', /\bfraud/i],
  ['death_or_injury', /\bdeath\b|\b(?:personal|bodily) injur|\binjury to life\b/i],
  [
    'payment',
    /\bpay(?:ment)?s?\b(?! to a third| to third)|\b(?:fees|amounts?|sums|charges|monies|moneys) (?:\w{1,40} ){0,3}(?:due|owed?|owing|payable)\b/i,
  ],
  [
    'misuse_of_ip',
    /\b(?:use|licen[cs]e|usage) restrictions?\b|\bacceptable use\b|\brestrictions\)|\bscope of (?:the |its )?licen[cs]e\b|\b(?:misuse|misappropriation|violation|infringement|unauthori[sz]ed use|breach|use) of (?:the |a |either |any )?(?:other |non-breaching |disclosing )?(?:party|vendor|provider|supplier|licensor|company)(?:['’]s?)? (?:\w{1,40} ){0,2}intellectual|\bproprietary rights\b|\blicen[cs]e grant\b|\bownership\b/i,
  ],
  [
    'law',
    /\b(?:can ?not|may not|must not) (?:lawfully |legally )?be (?:lawfully |legally )?(?:excluded|limited|restricted|disclaimed|capped)|\bnot (?:permitted|capable) (?:by law )?(?:to be|of being) (?:excluded|limited)|\bexclu\w{1,40} or limit\w{0,40} (?:\w{1,40} ){0,3}(?:by|under) (?:applicable )?law|\bmandatory (?:applicable )?law|\bunlawful (?:for \w{1,40} )?to (?:exclude|limit|restrict)\b/i,
  ],
]

const REFERENCE = /\b(?:sections?|clauses?|articles?|paragraphs?)\s{1,400}(?:\d|[IVX]{1,6}\b)/i

/**
 * The heads named in words, without looking at anything they refer to.
 * A misuse of the other party's property is not also an infringement of third parties' rights.
 */
export function namedHeads(words: string): LiabilityHead[] {
  const heads = LIABILITY_HEADS.filter(([, pattern]) => pattern.test(words)).map(([head]) => head)
  const onlyMisuse =
    heads.includes('misuse_of_ip') && !/\bthird[- ]part|\binfringement (?:claims?|indemni)/i.test(words)
  return onlyMisuse ? heads.filter((head) => head !== 'ip_infringement') : heads
}

/**
 * The heads named in a part of a unit, cross-references followed to the heading they point at: "except under
 * Section 7" stands for confidentiality when section 7 is headed so. `other` where words or a reference carve
 * something out that none of the heads describes; [] where nothing is carved out.
 */
export function headsOf(context: ReadingContext, units: Unit[], words: string): LiabilityHead[] {
  const heads = new Set(namedHeads(words))
  if (REFERENCE.test(words)) for (const head of referredHeads(context, units, words)) heads.add(head)
  if (heads.size === 0 && carvesOut(words)) heads.add('other')
  return LiabilityHead.options.filter((head) => heads.has(head))
}

const byUnit = oncePerPaper((context) => {
  const found = new Map<Unit, CrossReference[]>()
  let next = 0
  for (const unit of context.units) {
    while ((context.references[next]?.start ?? unit.end) < unit.start) next++
    const own: CrossReference[] = []
    for (let at = next; (context.references[at]?.end ?? Number.POSITIVE_INFINITY) <= unit.end; at++) {
      const reference = context.references[at]
      if (reference) own.push(reference)
    }
    if (own.length > 0) found.set(unit, own)
  }
  return found
})
const referencesIn = (context: ReadingContext, unit: Unit) => byUnit(context).get(unit) ?? []

function referredHeads(context: ReadingContext, units: Unit[], words: string): LiabilityHead[] {
  return units
    .flatMap((unit) => referencesIn(context, unit))
    .filter((reference) => reference.target && words.includes(reference.printed.replace(/\s+/g, ' ')))
    .flatMap(({ target }) => namedHeads(headingOver(target)))
}

/** The heading of a clause, or of the one around it: "9.4" in "9. Indemnification". */
function headingOver(clause: Clause | null): string {
  for (let one = clause; one; one = one.parent) if (one.heading) return one.heading
  return ''
}

/** "Except as set out in this agreement" carves nothing out that could be named. */
function carvesOut(words: string): boolean {
  return REFERENCE.test(words) || words.replace(/[^a-z]/gi, '').length > 60
}

/** Heads of loss that an exclusion of damages names. */
export const DamageHead = z.enum([
  'indirect',
  'consequential',
  'incidental',
  'special',
  'punitive',
  'lost_profits',
  'lost_revenue',
  'lost_data',
  'business_interruption',
  'goodwill',
  'cover',
  'other',
])
export type DamageHead = z.infer<typeof DamageHead>

const LOSS = String.raw`\b(?:los[st](?:es)?|damaged?|corrupt\w*|anticipated|prospective|unrealized|inaccurac\w+)\b`
/** Also reaches into lists: "loss of business, revenue, profits or data". */
const lossOf = (what: string) => new RegExp(`${LOSS}[^.;]{0,120}?\\b(?:${what})\\b|\\b(?:${what}) loss`, 'i')

const DAMAGE_HEADS: [DamageHead, RegExp][] = [
  ['indirect', /\bindirect\b/i],
  ['consequential', /\bconsequential\b/i],
  ['incidental', /\bincidental\b/i],
  ['special', /\bspecial\b/i],
  ['punitive', /\bpunitive\b|\bexemplary\b/i],
  ['lost_profits', lossOf('profits?|savings')],
  [
    'lost_revenue',
    lossOf(
      'revenues?|income|sales|(?<!interruption (?:of|to|in) )business(?! (?:interruption|information))|contracts?|customers?',
    ),
  ],
  ['lost_data', lossOf('data|information|content')],
  [
    'business_interruption',
    /\b(?:business|work|service) (?:interruption|stoppage)|\binterruption (?:of|to|in) (?:business|service|operations|use)|\bloss of use\b|\bdowntime\b/i,
  ],
  ['goodwill', /\bgood ?-?will\b|\breputation/i],
  [
    'cover',
    /\b(?:cost|costs|procurement) (?:\w{1,40} ){0,3}(?:of )?(?:cover\b|substitut|replacement)|\bsubstitute (?:goods|services|products)/i,
  ],
]

/** The heads of loss named in words, in the order of the enumeration. */
export function damageHeads(words: string): DamageHead[] {
  return DAMAGE_HEADS.filter(([, pattern]) => pattern.test(words)).map(([head]) => head)
}
