/** What a party's name looks like, and where in running text it ends. */

/** Defined names that are no parties. */
export const noParty =
  /^(?:this |the )?(?:.{0,40}\b(?:agreement|addendum|amendment|contract|terms|date|dpa|msa|services?|products?|software|territory|term|order|site|web ?site|program|platform|laws?|regulation|gdpr|ccpa|schedule|exhibit|polic(?:y|ies)|guidelines?|property|marks?|offering|shares|securities|stock|notes|event|area|plan|technology|system|patents?|license|act|code|sec|commission|exchange)|eu|eea|uk|usa|european union|european economic area|part(?:y|ies)|collectively|affiliates|subsidiar(?:y|ies))$/i

export const suffix =
  /\b(?:Inc|Incorporated|Corp|Corporation|Company|Co|LLC|L\.L\.C|Ltd|Limited|LLP|L\.P|LP|PLC|plc|GmbH|AG|S\.?A\.?S?|S\/A|SAS|S\.?[àa]\.?\s?r\.?l|S\.?R\.?L|S\.?L|B\.?V|N\.?V|Pty|Pte|S\.?p\.?A|KG|SE|AB|A\/S|[OP]?JSC|ASA|Oy|K\.K|G\.I\.E|a\.s|Bank|N\.A|Trust|University|Partners|Holdings|PBC|Fund)\b\.?/i

const endsAsCompany = new RegExp(`${suffix.source}$`, 'i')

const addressBegins = /^\s{0,40}(?:\d|Suite\b|Room\b|Unit\b|Level\b|Floor\b|P\.? ?O\.? ?Box)/i

/** What is said of a company's kind is no name: "a Delaware corporation", "General Partner". */
export const kindOnly =
  /^(?:(?:an?|the|delaware|nevada|new york|california|limited|general|managing|sole) ){0,3}(?:corporation|company|partner|partnership|trust|bank)$/i

/** The end of the name: what comes after it describes the company. */
const description =
  /,?\s{1,400}(?:(?:is\s)?(?:an?|the)\s{1,400}(?:[\w.'’-]{1,60}\s){0,8}?(?:corporation|company|limited|partnership|entity|association|organi[sz]ation|bank|trust|individual|llc|body|c\b)\b|(?:defined|identified|named|listed|represented|with|having|whose|which|organi[sz]ed|incorporated(?=\s(?:in|under|and|on|at|with|by|or|pursuant)\b)|located|registered|existing|duly|acting|on behalf|for and on|of \d{1,20}|at \d{1,20}|together|residing|including|(?:by and )?through|doing business|d\/b\/a|f\/k\/a|formerly|hereinafter|hereafter|this agreement)\b)|,\s{1,400}(?:an?|the|of|on|in|for|and its|as|by)\s|\s?\((?!\p{L}[\p{L}. ]{1,24}\) (?:\(?\p{L}{1,20}\)? ){0,3}(?:Co\b|Ltd|Limited|Inc\b|Pty|LLC))|,\s{0,400}\d|\s\d{3,6}\s(?!limited|ltd\b|inc\b|llc\b|l\.?p\b)\p{L}|,\s\p{Lu}\p{L}{2,30}(?: \p{L}{2,20})? \d/iu

/** A dash ends the name but where the name goes on: "Acme Alumni - Western Chapter". */
const dash = /\s[-–—]\s(?!\p{Lu})/u

/** Quotation marks of every kind around a name that begins like one. */
const quoted = /["“]([^"”]{1,60})["”]|['‘]([A-Z][^'’"”]{0,40})['’](?![a-z])/g

/** Words that stand in sentences and in no name. */
const noName =
  /\b(?:if|shall|will|hereto|herein|hereof|notwithstanding|pursuant|whereas|anything|unless|means|which|that|hereby|background|recitals|dated)\b/i

/** What a law is called: "the Privacy Act 1988", "the Securities Act, as amended", "the Civil Code of Quebec". */
const statute =
  /\b(?:(?:Acts?|Code|Regulations?|Directives?|Ordinance|Statutes?|Decree|Law)(?:,? (?:of )?(?:19|20)\d\d)?|(?:Code|Act|Law) (?:of|on) (?:[A-Z]\w{1,30} ?){1,5})(?:,? as (?:may be )?amended(?: from time to time)?)?,?$/

/** What follows a company's name: "a company incorporated under the Companies Act 2006". */
const ofItsKind = /\b(?:under|pursuant to|accordance with) [^,;()]{1,100}(?:, \d{4})?$/

/** Small words that stand within names. */
const joining =
  /^(?:of|and|the|for|in|on|at|de|des|du|la|le|les|da|do|di|del|van|von|der|den|und|y|e|et|d\/b\/a|f\/k\/a|dba|a|an|by|with)$/i

/** Whether the words begin like names do, but for one at most: "element 5 GmbH" is one, "the term of the licence" is none. */
function namelike(plain: string): boolean {
  const words = plain.split(' ')
  const small = words.filter(
    (word) => /^\p{Ll}/u.test(word) && !joining.test(word) && !/\p{Lu}|\./u.test(word),
  )
  return (
    words.length <= 14 &&
    small.length <= 1 &&
    !(joining.test(words.at(-1) ?? '') && /^\p{Ll}/u.test(words.at(-1) ?? ''))
  )
}

export interface Name {
  words: string
  start: number
  end: number
}

/** Names between quotation marks, with their place in `words` moved by `offset`; those that are no parties are left out. */
export function aliasesIn(words: string, offset: number): { own: Name[]; any: boolean } {
  const all = [...words.matchAll(quoted)].map((match): Name => {
    const inner = match[1] ?? match[2] ?? ''
    const trimmed = inner.replace(/^\s+/, '').replace(/[.,;\s]{1,200}$/, '')
    const start = offset + match.index + 1 + (inner.length - inner.trimStart().length)
    return { words: trimmed.replace(/\s+/g, ' '), start, end: start + trimmed.length }
  })
  return { own: all.filter(({ words }) => words && !noParty.test(words)), any: all.length > 0 }
}

/** "(MICOA)", "(the Executive)", "(hereinafter referred to as Party A)", and quotation marks that are out of place: `"(Acme")`. */
const unquoted =
  /^\W{0,2}(?:(?:hereinafter|hereafter|herein)(?:\s(?:to be\s)?(?:called|known as|referred to as))?\s{1,9})?(?:the\s)?["“?]?([A-Z][\w.&-]{1,24}(?:\s[A-Z&][\w.&-]{0,20}){0,3})["”?]?\W{0,2}$/

/**
 * What a bracket calls the party before it, when its words are in no quotation marks.
 * @param before what stands before the bracket
 */
export function unquotedAlias(before: string, words: string, offset: number): Name | null {
  const alias = unquoted.exec(words.trim())?.[1]
  if (!alias || noParty.test(alias) || !isShortName(before, words, alias)) return null
  const start = offset + words.lastIndexOf(alias)
  return { words: alias, start, end: start + alias.length }
}

/** Capitals that begin as a word before them does, a word that a bracket introduces, or one with half of its marks; "(Beijing)" is a place in a name. */
const isShortName = (before: string, words: string, alias: string) =>
  (/^[A-Z][A-Z&.-]{1,9}$/.test(alias) &&
    before
      .slice(-120)
      .split(/[^\p{L}]+/u)
      .some((word) => word.startsWith(alias.charAt(0)))) ||
  /\b(?:the|hereinafter|hereafter|herein)\s|["“”?]/.test(words)

/** What may stand before a name: "and", "by and between", "(1)", "of the first part", "Party A:". */
const lead =
  /^[\s,;:.\])”"]{0,400}(?:(?:and|by|between|among|amongst|with|on the one hand|on the other(?: hand| part)?|of the (?:one|first|second) part|together with|the undersigned|the|parties|\p{L}{3,20}(?: [a-d])?(?=:)|\(?[a-z\d]{1,3}\)|\d{1,2}\.)[\s,;:]{1,400}){0,6}/iu

/** How much stands before the name; a "The" with a capital is of the name. */
function leadLength(segment: string): number {
  const before = lead.exec(segment)?.[0] ?? ''
  return before.length - (/\b(?:The|THE)\s{1,9}$/.exec(before)?.[0].length ?? 0)
}

/**
 * The company's name in what stands before its alias. Words that go on describing the company before ("…, a Delaware
 * corporation, and Acme Ltd") are passed over.
 */
export function nameIn(segment: string, offset: number): Name | null {
  const last = segment.slice(-120).trimEnd().replace(/\s+/g, ' ')
  if (statute.test(last) && !ofItsKind.test(last)) return null
  const opens = leadLength(segment)
  const own = cutAt(segment.slice(opens), offset + opens)
  const describesBefore =
    /^\s{0,400}(?:,|and\b.{0,60}\bof\b)?\s{0,400}[a-z]/.test(segment) &&
    !/^[A-Z\d]/.test(segment.slice(opens))
  if (own && !describesBefore && segment.length - opens < 420) return own
  // The last piece after an "and", a semicolon or a paragraph's end that begins like a name.
  const cuts = [
    ...[...segment.matchAll(/[\s,]and,?\s+|;\s+|\n\s*\n|\bbetween:?\s+/gi)].reverse(),
    ...segment.matchAll(ofKind),
  ]
  for (const cut of cuts) {
    const from = cut.index + cut[0].length
    const inner = from + leadLength(segment.slice(from))
    const name = cutAt(segment.slice(inner), offset + inner)
    if (name) return name
  }
  return own ?? companyIn(segment, offset)
}

/** Before a name: "a Delaware corporation, Acme LLC", "the well-known golfer, Jo Birch". */
const ofKind =
  /^\W{0,9}(?:an?\s[^,;()]{2,100}\b(?:corporation|company|partnership|association|bank|trust|entity|individual)|(?:\p{Ll}{2,20}[ -]){0,3}\p{Ll}{2,20}),\s{1,9}(?=\p{Lu})(?!Inc\b|LLC|L\.|Ltd|Corp)/gu

const company =
  /(?<![\p{L}\d])(?:\p{Lu}[\p{L}\d.&'’/-]{0,30},?\s{1,3}(?:&\s)?){1,7}(?:Inc|INC|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|LLC|L\.L\.C|Ltd|LTD|Limited|LIMITED|LLP|L\.P|LP|GmbH|AG)\b\.?/u

/** The first company in words of another kind: "… does hereby appoint ACME SERVICES COMPANY, a trust of Delaware". */
function companyIn(segment: string, offset: number): Name | null {
  const found = company.exec(segment)
  if (!found || kindOnly.test(found[0].trim())) return null
  return cutAt(found[0], offset + found.index)
}

function cutAt(words: string, offset: number): Name | null {
  const ends = [description, dash].map((end) => end.exec(words)?.index ?? words.length)
  const name = words.slice(0, Math.min(...ends)).replace(/[\s,;:]{1,200}$/, '')
  // A title stands in a paragraph of its own above the name.
  const title = /^[\s\S]{1,200}\n\s{0,40}\n\s{0,40}(?=\S)/.exec(name)?.[0]
  if (title && suffix.test(name.slice(title.length)))
    return cutAt(name.slice(title.length), offset + title.length)
  // An address stands in the one below; a name broken by the page goes on with "&".
  const paragraph = /\n\s{0,40}\n(?!\s{0,40}&)/.exec(name)
  if (paragraph) {
    const above = name.slice(0, paragraph.index)
    const address = addressBegins.test(name.slice(paragraph.index + paragraph[0].length))
    return address && endsAsCompany.test(above) ? cutAt(above, offset) : null
  }
  const plain = name.replace(/\s+/g, ' ')
  if (
    plain.length < 2 ||
    plain.length > 110 ||
    !/^["“]?(?:[\p{Lu}\d]|[a-z]+\.[a-z]|[a-z][A-Z]|[a-z]+ \d|[a-z]{1,2}[\d-])/u.test(plain)
  )
    return null
  if (!/[\p{L}\d]{2}/u.test(plain)) return null
  if (noName.test(plain) || noParty.test(plain) || statute.test(plain) || !namelike(plain)) return null
  if (/^\d/.test(plain) && !suffix.test(plain)) return null
  return { words: plain, start: offset, end: offset + name.length }
}
