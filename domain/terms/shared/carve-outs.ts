import type { ReadingContext, Unit } from '../../reading/context.ts'
import { wholeSentence, wordsOf } from './findings.ts'
import { headsOf, type LiabilityHead, namedHeads } from './heads.ts'

/**
 * What a limitation of liability takes back again: "Except for breach of Section 7, neither party …",
 * "… other than in case of fraud", "Nothing in this clause limits liability for …".
 */

/** "Except for a party's liability for …": whose liability that is, and not yet where the limitation begins. */
const NOT_EXCEPTED = String.raw`(?<!\b(?:to|for|of|under|from) (?:(?:the|its|either|each|a|any) )?)`

/** Where the limitation itself begins; what stands before it is a leading exception. */
const LIMITATION = new RegExp(
  [
    String.raw`\b(?:in no (?:event|case|circumstances?)|under no circumstances?|in any event)\b`,
    String.raw`\bneither\b|\bno party\b|\bnone of the parties\b`,
    String.raw`${NOT_EXCEPTED}\b(?:each|either|a|any) part(?:y|ies)['’]s? (?:\w+ ){0,4}liability\b`,
    String.raw`${NOT_EXCEPTED}\b(?:our|your|its|their) (?:\w+ ){0,4}liability\b`,
    String.raw`\bthe (?:\w+ ){0,4}liability of\b|${NOT_EXCEPTED}\b[\w&.-]+['’]s? (?:\w+,? ){0,4}liability\b`,
    String.raw`\b(?:shall|will|is|are) not(?: \w+)? (?:be )?(?:liable|responsible|exceed)\b`,
    String.raw`\b(?:shall|will) have no liability\b`,
  ].join('|'),
  'i',
)

const EXCEPTION =
  /\b(?:except(?:ing)?|other than|save(?! harmless)|excluding|with the exception of|apart from|unless|subject to|without (?:limiting|prejudice to)|provided,?(?: however,?)? that)\b/gi

/** "Including but not limited to" limits nothing. */
const NO_LIMIT =
  /,? ?\b(?:including|include|includes),? (?:but (?:is |are )?not|without)(?: being)? (?:limited to|limitation(?: to)?|limiting)\b,?/gi

const INCLUDES = /\binclud/i

export interface Split {
  /** The limitation without what it excepts. */
  main: string
  /** The words of each exception. */
  exceptions: string[]
}

/** Takes the exceptions out of a sentence that limits liability. */
export function splitExceptions(sentence: string): Split {
  const words = INCLUDES.test(sentence) ? sentence.replace(NO_LIMIT, ' ') : sentence
  let start: number | undefined
  const exceptions: string[] = []
  let main = words
  for (const match of words.matchAll(EXCEPTION)) {
    if (exceptions.some((earlier) => earlier.includes(words.slice(match.index, match.index + 40)))) continue
    start ??= words.search(LIMITATION)
    const end = match.index < start ? leadingEnd(words, match.index, start) : exceptionEnd(words, match.index)
    const exception = words.slice(match.index, end)
    if (!liftsSomething(exception)) continue
    exceptions.push(exception)
    main = main.replace(exception, ' ').replace(/\(\s*\)/g, ' ')
  }
  return { main, exceptions }
}

/** "Subject to Section 3" and "provided that …" only count when they name a head. */
function liftsSomething(exception: string): boolean {
  if (/^(?:subject|without|provided|excluding)/i.test(exception)) return namedHeads(exception).length > 0
  return !/^(?:except|other than|save|unless)(?: (?:as|for|where|to the extent)){0,20}(?: otherwise)?(?: (?:expressly|specifically|explicitly))? (?:stated|set (?:forth|out)|provided|agreed)(?: for)?(?: (?:in|by|under) (?:this|the) (?:agreement|contract|terms)| herein| hereunder| in writing)/i.test(
    exception,
  )
}

/** "Except for …, we will not be liable": the one who is not liable stands after the comma, before the verb. */
function leadingEnd(words: string, from: number, limitation: number): number {
  const verb =
    /^(?:shall|will|is|are)\b/i.test(words.slice(limitation)) ||
    /\b(?:shall|will|is|are)\s$/i.test(words.slice(0, limitation))
  if (!verb) return limitation
  const comma = words.lastIndexOf(',', limitation)
  return comma > from ? comma + 1 : limitation
}

/** A bracketed exception ends with its bracket, any other with the sentence or the next limitation. */
function exceptionEnd(words: string, start: number): number {
  if (words[start - 1] === '(') {
    let depth = 1
    for (let i = start; i < words.length; i++) {
      if (words[i] === '(') depth++
      if (words[i] === ')' && --depth === 0) return i
    }
  }
  const rest = words.slice(start)
  const stop = rest.search(
    /;\s{0,400}(?:and|or)?\s{0,400}\((?:ii{1,20}|b|2)\)|[.;] [A-Z]|\b(?:in no event|even if|regardless of)\b/,
  )
  return stop > 20 ? start + stop : words.length
}

/** Sentences that lift a limitation which stands elsewhere. */
const LIFTED = [
  /\b(?:limit(?:ation)?s?|exclusions?|caps?|foregoing|above|disclaimers?|this (?:section|clause|article|paragraph|agreement)|(?:sections?|clauses?|articles?|paragraphs?) \d[\d.-]{0,60}(?:\([a-z]{1,60}\)){0,20})\b[^.]{0,200}?\b(?:(?:shall|will|do|does|is|are) not (?:be )?(?:appl|limit|exclude|restrict|operate)|(?:is|are|shall be) inapplicable\b)/i,
  /\bnone of (?:the |these |those |such )?(?:foregoing )?(?:limit|exclusion|cap)[^.]{0,200}?\b(?:shall|will|do|does) (?:apply|limit|exclude)/i,
  /\bnothing (?:in|contained|herein)\b[^.]{0,160}?\b(?:limits?|excludes?|restricts?|operates?|caps?)\b/i,
  /\bliab\w{1,40}\b[^.]{0,160}?\b(?:(?:is|are|be) unlimited|uncapped|without (?:any )?limit\b)|\bunlimited liability\b|\bwithout limit, for\b/i,
  /\b(?:are|is|be) (?:excluded|exempt(?:ed)?) from (?:the |these |this |any |all )?(?:foregoing )?(?:limit|cap|exclusion)/i,
  /\b(?:not|never) (?:be )?subject to (?:any |the |this |these )?(?:\w{1,40} )?(?:liability )?(?:cap|limit|maximum|exclusion)/i,
  /\bneither party (?:limits?|excludes?)\b[^.]{0,80}\bliability\b|\b(?:does not|do not|shall not) (?:limit|exclude) (?:or exclude |or limit )?(?:its |their |our |any |either party['’]s )?liability\b/i,
]

const ABOUT_LIABILITY = /\bliab\w{1,40}|\blimitations? (?:of|on|in|set)|\b(?:damages|cap)\b/i
const LIABILITY_HEADING = /\bliab|\bdamages\b|\blimitation|\bexclusions\b(?! from)|\bremed/i

/** "The foregoing indemnity shall not apply to …": where the duty to indemnify ends; it lifts no limit. */
const INDEMNITY_ENDS =
  /(?<![^.;])(?:(?!\b(?:limit|exclusion|cap)s?\b|\blimitation)[^.;]){0,160}\bindemni(?:(?!\blimitation)[^.;]){0,120}\b(?:shall|will|do|does|is|are) not (?:be )?(?:appl|extend)[^.;]{0,800}/gi

/** True for a sentence that says where a duty to indemnify ends, and nothing else. */
export const endsIndemnity = (sentence: string): boolean =>
  sentence.search(INDEMNITY_ENDS) >= 0 && sentence.replace(INDEMNITY_ENDS, '').trim().length < 12

/** True for a sentence, list included, that says what a limitation does not reach. */
export function liftsLimitation(unit: Unit, sentence: string): boolean {
  if (!LIABILITY_HEADING.test(unit.heading) && !ABOUT_LIABILITY.test(sentence)) return false
  // "Section 9.1 shall not apply": the point of a number ends no sentence.
  const words = sentence.replace(/(?<=\d)\.(?=\d)/g, '-').replace(INDEMNITY_ENDS, ' ')
  return LIFTED.some((pattern) => pattern.test(words))
}

/** Liability that has no limit at all, whatever it is for. */
const UNLIMITED = [
  /\bliab\w{1,40}\b[^.;]{0,160}?\b(?:is|are|be|remains?) (?:\w{1,20}ly )?(?:unlimited|uncapped|without (?:any )?limit\b)/i,
  /\bliab\w{1,40}\b[^.;]{0,160}?\b(?:is|are|shall|will) not (?:be )?(?:limited|capped)(?: in (?:amount|value)\b|[.;]|$)/i,
  /\bliab\w{1,40}\b[^.;]{0,160}?\bnot (?:be )?subject to any (?:limit|cap)(?:ation)?\b/i,
  /\bneither party['’]s liability\b[^.;]{0,80}? (?:is|(?:shall|will) be) (?:limited|capped)(?: in (?:amount|value)\b|[.;]|$)/i,
  /\b(?:accepts?|assumes?|bears?|has|have) (?:an? )?(?:unlimited|uncapped) liability\b|\bliable without (?:any )?limit(?:ation)?\b/i,
  /\bno (?:upper )?(?:limit|cap|ceiling) (?:on|to|of|upon|appl\w{1,5} to)\b[^.;,]{0,60}?\bliabilit/i,
]
const STILL_LIMITED =
  /\b(?:not|never|nor|neither|no party|no event|no case|nobody|nothing)\b[^.;]{0,80}?\b(?:unlimited|uncapped)\b/i

/** "The liability of Vendor under this Agreement is unlimited": a sentence that needs no limitation elsewhere to lift. */
export const isUnlimited = (words: string) =>
  UNLIMITED.some((pattern) => pattern.test(words)) && !STILL_LIMITED.test(words)

/** Heads of all exceptions of a sentence, list included, those that a defined term ("Excluded Claims") stands for too. */
export function exceptedHeads(context: ReadingContext, unit: Unit): LiabilityHead[] {
  const { words, units } = wholeSentence(context, unit)
  const exceptions = splitExceptions(words).exceptions.join(' ')
  const meant = definedExceptions(context, exceptions)
  return headsOf(context, [...units, ...meant], `${exceptions} ${wordsOf(meant)}`)
}

/** The sentences that define what an exception names: "except for Excluded Claims". */
export function definedExceptions(context: ReadingContext, exceptions: string): Unit[] {
  return context.definitions
    .filter(
      ({ term }) =>
        /\b(?:claims?|liabilities|losses|damages|matters|events?)$/i.test(term) &&
        (exceptions.includes(term) || exceptions.includes(term.toUpperCase())),
    )
    .flatMap(({ span }) => {
      const unit = context.units.find((one) => one.start <= span.start && one.end >= span.start)
      return unit ? wholeSentence(context, unit).units : []
    })
}
