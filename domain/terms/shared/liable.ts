import type { Party, ReadingContext } from '../../reading/context.ts'

/** Whose liability a sentence limits or excludes. */
const SUBJECTS = [
  /\b(?:in no (?:event|case)|under no circumstances?)[^.;]{0,40}?\b(?:shall|will|is|are|may) ([^.;]{2,80}?)(?:['’]s?\b|,| or | and | be | have | \(|['’] )/i,
  /\b([\w&.-]{1,60}(?: [\w&.-]{1,60}){0,3}?)['’]s? (?:(?:total|entire|maximum|aggregate|cumulative|overall|sole|combined|collective|full|financial|and|or),? ?){0,5}(?:liability|responsibility|obligations?)\b/i,
  /\b(?:liability|obligations?|duty) of (?:the )?([^.;,]{2,60}?)(?: to |,| under | for | arising | with | and | or | shall | will | is | hereunder|\.?$)/i,
  /(?:^|[,;:)] )(?:the )?([\w&.-]{1,60}(?: [\w&.-]{1,60}){0,3}?)(?:,? (?:its|and its|or its|nor its)[^.;]{0,80}?)? (?:(?:shall|will|is|are|may|does) (?:not|in no event|have no|never|under no|(?:be )?liable (?:up to|without))|(?:(?:shall|will) )?(?:accepts?|assumes?|bears?|has|have) (?:an? )?un(?:limited|capped))\b/i,
  /\b(our|my|we|us)\b/i,
]

const BOTH =
  /\b(?:each|either|neither|both|no|any|a) (?:of the )?part(?:y|ies)\b|\bthe parties['’]?\b|\bone party\b/i

/** "Either Acme or you shall not be liable for the other's losses". */
const EITHER_OR = /\beither [\w&.-]{1,40} or [\w&.-]{1,40} (?:shall|will|is|are)\b/i

/** They, or the other, agree on what one of them owes: "you agree that we are not liable", "the parties agree that the compensation payable by Supplier shall not exceed …". */
const agree =
  /\b(?:(?:both|each|the) part(?:y|ies)|you|customer|provider|vendor|supplier) (?:\w{1,40} (?:and|that) ){0,2}(?:hereby )?(?:agrees?|acknowledges?|understands?)(?: and (?:agrees?|acknowledges?|understands?))? that\b/gi
const paidBy =
  /\b(?:damages|compensation|amounts?|expenses|sums?)\b[^.;]{0,60}?\b(?:paid|payable|owed|due) by (?:the )?([\w&.-]{1,60}(?: [\w&.-]{1,60})?)\b[^.;]{0,60}?\b(?:exceed|limited)/i

/** `mutual` for "neither party", the role of the one named otherwise, `unknown` when nobody can be told. */
export function liableParty(context: ReadingContext, sentence: string): Party {
  const words = sentence.replace(/\s+/g, ' ').replace(/^[\s,;:]+/, '')
  const neither = /\bneither ([^.;]{2,60}?),? nor ([^.;]{2,60}?)(?: or |,| shall | will | be | is )/i.exec(
    words,
  )
  if (neither?.[1] && neither[2] && !/\bpart(?:y|ies)\b/i.test(neither[1])) {
    const [one, other] = [context.roleOf(clean(neither[1])), context.roleOf(clean(neither[2]))]
    if (one !== other && one !== 'unknown' && other !== 'unknown') return 'mutual'
    if (one !== 'unknown') return one
  }
  const said = words.replace(agree, '').replace(/ {2,}/g, ' ').trim()
  // "Vendor shall not be liable …, whatever any party claims": who is liable stands before the verb.
  const before = said.slice(0, said.search(/\b(?:liable|responsible)\b/i) + 1)
  const alone = BOTH.test(said) && before && !BOTH.test(before) ? subjectOf(context, said) : 'unknown'
  if (alone !== 'unknown') return alone
  if (BOTH.test(said) || EITHER_OR.test(said)) return 'mutual'
  const payer = context.roleOf(paidBy.exec(words)?.[1] ?? '')
  if (payer === 'vendor' || payer === 'customer') return payer
  return subjectOf(context, said)
}

function subjectOf(context: ReadingContext, words: string): Party {
  for (const subject of SUBJECTS) {
    const phrase = subject.exec(words)?.[1]
    const role = phrase ? roleOfAny(context, clean(phrase)) : 'unknown'
    if (role !== 'unknown') return role
  }
  return 'unknown'
}

/** The phrase as it stands, then its last words: "extent permitted Vendor" is still the vendor. */
function roleOfAny(context: ReadingContext, phrase: string): Party {
  const words = phrase.split(' ')
  for (let from = 0; from < words.length; from++) {
    const role = context.roleOf(words.slice(from).join(' '))
    if (role !== 'unknown') return role
  }
  return 'unknown'
}

function clean(phrase: string): string {
  return phrase
    .replace(/^(?:the|either|any of|the)\s+/i, '')
    .replace(/['’]s?$/, '')
    .trim()
}
