import { splitExceptions } from './carve-outs.ts'
import { damageHeads } from './heads.ts'

/**
 * The three rules that lawyers file together as limits of liability, told apart by their words: an exclusion of
 * kinds of damages, a cap on the amount, a time limit for claims.
 */

const DENIES =
  /\b(?:no event|no case|no circumstances?|not|neither|never|nor|none|no (?:party|liability|responsibility)|without (?:any )?liability|exclude[sd]?|excluding|waives?|disclaims?|disclaimed|free from)\b/i
const STRONG =
  /\b(?:indirect|consequential|incidental|punitive|exemplary)\b|\bspecial\b(?=[^.]{0,40}\b(?:damages|loss))/i
const LOSS_HEAD =
  /\b(?:los[st]|loss of)\b[^.;]{0,80}?\b(?:profits?|revenues?|business|data|goodwill|savings|use)\b/i
/** Without one of these no exclusion of damages is meant. */
const LOSS = /\b(?:indirect|consequential|incidental|punitive|exemplary|special|los[st])\b/i
const HARM = /\b(?:damages?|loss(?:es)?|liab\w{1,40}|costs)\b/i
/** Patterns one of which an exclusion of damages matches. */
export const EXCLUDED = [STRONG, LOSS_HEAD]
/** Duties to pay such damages, which speak of the same heads. */
const BEARS =
  /\b(?:shall|will|agrees to|must) (?:be liable for|indemnify|pay|reimburse|compensate|hold)\b(?![^.]{0,30}\bnot\b)/i

/** States that forbid exclusions, definitions of damages, and sentences that take an exclusion back. */
const NO_EXCLUSION =
  /\bdo(?:es)? not allow\b|["“]damages["”] (?:shall )?means?\b|\bmeans any damage\b|\bnothing in\b[^.;]{0,60}\b(?:limit|exclude|restrict)|(?: \d{1,3}){1,2}$/i

/** "Neither party shall be liable for indirect damages": kinds of loss that nobody pays for. */
export function isDamagesExclusion(words: string): boolean {
  if (!HARM.test(words) || !LOSS.test(words) || NO_EXCLUSION.test(words)) return false
  if (
    /\barbitrat\w{1,40} (?:tribunal )?(?:shall|will|may|does|has|have|is|are)\b|\btribunal\b|\bincidental to\b(?![^.]{0,1000}\bdamages\b)/i.test(
      words,
    )
  )
    return false
  const { main } = splitExceptions(words)
  if (!DENIES.test(main) || !HARM.test(main)) return false
  if (
    /\bindemnif(?:y|ies)\b/i.test(main) &&
    !/\b(?:no event|no case|neither|no party|none of|not be liable|no circumstances)\b/i.test(main)
  )
    return false
  if (
    BEARS.test(main) &&
    !/\b(?:no event|no case|neither|no party|none of|not be liable|no circumstances|not liable)\b/i.test(main)
  )
    return false
  return (
    STRONG.test(main) ||
    (LOSS_HEAD.test(main) && /\bliab|\bresponsib|\bdamages\b/i.test(main) && damageHeads(main).length > 0)
  )
}

/** Patterns one of which a cap matches. */
export const LIMIT_VERB = [
  /\b(?:not|no event|no case|never|nor|neither|no circumstances?)\b[^.;]{0,260}?\bexceeds?\b/i,
  /\b(?:liab\w{1,40}|remed\w{1,40}|damages|recover\w{0,40}|responsibilit\w{1,40}|obligations?)\b[^.;]{0,360}?\b(?:(?:is|are|be|hereby) )?(?:further )?(?:strictly )?(?<!\bnot (?:be )?)(?:limited|capped|restricted) (?:\w{1,40} ){0,4}?(?:to|at)\b/i,
  /\bliable\b[^.;]{0,200}?\b(?:in excess of|(?:no|not) more than|up to (?:(?:a |the )?(?:maximum|amount|sum)|EUR|USD|GBP)|greater than|only up to)\b/i,
  /\b(?:maximum|total|aggregate|cumulative|entire)\b[^.;]{0,40}?\bliability\b[^.;]{0,160}?\b(?:shall|will|is|are|be|to)\b[^.;]{0,60}?(?:[$€£]|\b(?:USD|EUR|GBP|equal|amount|fees|limited|exceed|lesser|greater)\b)/i,
  /\bliability\b[^.;]{0,120}?\b(?:be|is) (?:no )?(?:greater|more) than\b/i,
  /\bthe most (?:that )?[\w&.-]{1,40} (?:can|may|will|could) (?:be liable|recover|owe|have to pay)\b|\bliability tops out at\b/i,
  /\b(?:we|you) (?:will|shall|do) not owe you more than\b|\byou (?:can|may) only recover\b[^.;]{0,60}?\bup to\b/i,
]
const ABOUT_LIABILITY =
  /\bliab|\bdamages\b|\bindemnif|\b(?:you|we) (?:can|may) (?:only )?recover\b|\bthe most [\w&.-]{1,40} (?:will|can)\b/i

/** "Liability shall not exceed …": an amount that nobody pays more than. */
export function isCap(words: string): boolean {
  if (!ABOUT_LIABILITY.test(words)) return false
  const { main } = splitExceptions(words)
  return ABOUT_LIABILITY.test(main) && LIMIT_VERB.some((pattern) => pattern.test(main))
}

const CLAIM = String.raw`\b(?:claims?|actions?|suits?|proceedings?|causes? of action|lawsuits?|arbitration|litigation)\b`
/** Patterns one of which a time limit for claims matches. */
export const LIMITATION_PERIOD = [
  new RegExp(
    `${CLAIM}[^.;]{0,220}?\\b(?:brought|commenced?|filed|instituted|made|initiated|asserted|presented|(?:time-|statute-)?barred|waived|does not bring)\\b[^.;]{0,160}?\\b(?:within|later than|more than|after|before|unless)\\b[^.;]{0,60}?\\b(?:years?|months?|days)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:bring|commence|file|institute|make|initiate|assert)\\b[^.;]{0,60}?${CLAIM}[^.;]{0,200}?\\b(?:within|later than|more than|after)\\b[^.;]{0,40}?\\b(?:years?|months?|days)\\b`,
    'i',
  ),
  new RegExp(
    `${CLAIM}[^.;]{0,80}?\\b(?:(?:become|are|shall be) (?:time-|statute-)barred|limitation period of)\\b[^.;]{0,60}?\\b(?:years?|months?)\\b`,
    'i',
  ),
  /\bunless\b[^.;]{0,60}?\bnotif(?:y|ies)\b[^.;]{0,40}?\bof (?:a|the|any|such) claim\b[^.;]{0,20}?\bwithin\b[^.;]{0,40}?\b(?:years?|months?)\b[^.;]{0,160}?\b(?:no liability|not (?:be )?liable)\b/i,
]
/** Time for a first notice or a dispute about an invoice is not a time limit for bringing claims. */
const OTHER_TIME =
  /\binvoices?\b|\binitiate such\b|\b(?:does|elects?) not\b[^.;]{0,20}\binitiate\b|\bdeclines to\b|\bmediation\b|\bproceedings seeking\b|\bbeing notified\b|\bplan of action\b|\bshortage\b|\bbankrupt|\binsolven|\breceiver\b|\bvacated\b|\bdismissed\b|\bhearing\b|\bpolic(?:y|ies)\b|\barbitration (?:hereunder|hearing)|\b(?:days|months) of each other\b|\barbitrat\w{1,40} within\b[^.]{0,1000}\bof each other\b|\bindemnif\w{1,40} party\b[^.]{0,1000}\bnotice\b|\bnotice of (?:the |such |any )?claim\b/i

/** "No action may be brought more than two years after …". */
export function isLimitationPeriod(words: string): boolean {
  return LIMITATION_PERIOD.some((pattern) => pattern.test(words)) && !OTHER_TIME.test(words)
}

/** Without one of these words a sentence limits nothing. */
export const LIABILITY_TOPIC =
  /\bliab|\bdamages?\b|\bremed|\bresponsib|\bobligat|\bexclusive|\blimit|\brecover|\bclaims?\b|\bactions?\b|\bsuits?\b|\bproceedings?\b|\bentitled\b|\bloss|\bcompensat|\bexceed|\bindemnif|\breimburse|\bwaive|\bwarrant/i
