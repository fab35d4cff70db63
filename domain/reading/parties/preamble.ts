import type { Span } from '../../document/document.ts'
import type { PartyMention } from '../context.ts'
import { aliasesIn, type Name, nameIn, suffix, unquotedAlias } from './names.ts'

/** The opening words of a signed paper: "by and between Acme, Inc. (“Supplier”) and …". */

/** The preamble stands within so many characters, after a title page and a table of contents at most. */
const openingLength = 14_000
const regionLength = 2200

/** Where the opening words may begin: a title page says "between" as well, and names without what the paper calls them. */
const opens = /\b(?:between|among(?:st)?)\b[:,\s]/gi
const stops =
  /\n\n(?=\s{0,400}(?:W\s?I\s?T\s?N\s?E|WHEREAS|RECITALS|BACKGROUND|NOW,? THEREFORE|Whereas|Recitals|Background|1\.|ARTICLE|Article))|\bWHEREAS\b|\bRECITALS\b|\b(?:SECTION|Section) 1\.|\bTABLE OF CONTENTS\b/
/** "(the “Supplier”)"; "hereinafter referred to as the “Supplier” or “Acme”"; "– hereinafter called Acme –". */
const naming =
  /\(([^()]{0,240})\)|(?:herein|hereinafter|hereafter)?,?\s{0,3}(?:to be\s)?(?:referred to|called|known|designated)\s(?:in this agreement\s)?(?:as\s)?((?:the\s)?["“][^"”]{1,60}["”](?:\s(?:or|and)\s(?:the\s)?["“][^"”]{1,60}["”]){0,2})|[-–—]\s?(hereinafter\s(?:referred to as|called)\s[^-–—()"“”\n]{2,40}?)\s?[-–—]/gi

/** What an opening says before it names the parties; "between" stands in other sentences too. */
const opensPaper =
  /\b(?:agreement|addendum|amendment|contract|licen[cs]e|terms|made|entered|dated|executed|effective|day of)\b/i

/** Parties of the paper's opening: of the first that names two with what the paper calls them, else the first with one. */
export function fromPreamble(text: string): PartyMention[] {
  const opening = text.slice(0, openingLength)
  const regions = [...opening.matchAll(opens)]
    .filter(({ index }) => {
      const before = text.slice(Math.max(0, index - 260), index)
      return opensPaper.test(before) || (index < 3000 && /\bby and $/i.test(before))
    })
    .slice(0, 8)
    .map((match) => match.index + match[0].length)
  let first: PartyMention[] = []
  for (const start of regions) {
    // Further on, "between" opens a sentence about something else.
    if (start > (first[0]?.spans[0]?.start ?? start) + 1500) break
    const found = namedFrom(text, start)
    if (found.length >= 2) return found
    if (first.length === 0 && found.length > 0)
      first = [...found, ...besides(found, withoutAliases(text.slice(start, start + 700), start))]
  }
  const addressed = salutation.exec(opening)
  const letter = addressed ? namedFrom(text, addressed.index + addressed[0].length) : []
  const companies = (found: PartyMention[]) => found.filter(({ name }) => suffix.test(name)).length
  if (companies(letter) > first.length) return letter
  // "Acme, Inc. (“Acme”) and Birch Ltd (“Consultant”) agree …"
  const named = first.length < 2 ? namedFrom(text, 0) : []
  if (companies(named) >= 2) return named
  if (first.length > 0) return first
  return (
    regions
      .map((start) => withoutAliases(text.slice(start, start + 700), start))
      .find((names) => names.length >= 2) ?? []
  )
}

/** Companies of the same sentence for which the paper has no other name. */
const besides = (known: PartyMention[], found: PartyMention[]) =>
  found.filter(
    ({ name }) =>
      suffix.test(name) && !known.some((one) => one.name.includes(name) || name.includes(one.name)),
  )

/** A letter names its parties after whom it greets. */
const salutation =
  /\b(?:Ladies and Gentlemen|Gentlemen|Dear (?:Mr|Ms|Mrs|Dr|Sirs?|Madam)\b[^:,\n]{0,60})\s?[:,]/

/** What is named with what the paper calls it, from the place on where the opening begins to name. */
function namedFrom(text: string, start: number): PartyMention[] {
  const rest = text.slice(start, start + regionLength)
  return withAliases(rest.slice(0, stops.exec(rest)?.index ?? rest.length), start)
}

function withAliases(words: string, offset: number): PartyMention[] {
  const out: PartyMention[] = []
  let from = 0
  for (const match of words.matchAll(naming)) {
    const said = match[1] ?? match[2] ?? match[3] ?? ''
    const at = offset + match.index + match[0].lastIndexOf(said)
    const { own, any } = aliasesIn(said, at)
    const after = match.index + match[0].length
    const bare =
      own.length > 0 || any || !(match[1] ?? match[3]) || goesOn.test(words.slice(after))
        ? null
        : (unquotedAlias(words.slice(from, match.index), said, at) ??
          ofItsName(words.slice(from, match.index), said, at))
    if (bare) own.push(bare)
    if (own.length === 0) {
      // "(each a “Party”)" ends nothing: the next name begins after it all the same.
      if (any) from = after
      continue
    }
    // "(the “Seller”) (with its affiliates, collectively the “Sellers”)"
    const last = out.at(-1)
    if (last && /^\W{0,4}$/.test(words.slice(from, match.index)) && /collectively|together/.test(said)) {
      last.aliases.push(...own.map((alias) => alias.words))
      last.spans.push({ start: offset + match.index, end: offset + after })
      from = after
      continue
    }
    // A bracket far from any name defines something else.
    const begins = from
    const segment = words.slice(begins, match.index)
    const name = out.length > 0 && segment.length > 900 ? null : nameIn(segment, offset + begins)
    from = after
    if (!name) continue
    const between = words.slice(name.end - offset, match.index)
    if (out.length > 0) out.push(...othersIn(words.slice(begins, name.start - offset), offset + begins))
    out.push(...othersIn(between, name.end))
    const party = partyOf(name, own, { start: offset + match.index, end: offset + after })
    const trade = tradeName.exec(between)
    if (trade?.[1]) {
      const start = name.end + trade.index
      party.aliases.push(trade[1].trim())
      const end = start + trade[0].trimEnd().length
      const [own] = party.spans
      if (own && /^,?\s{1,3}$/.test(between.slice(0, trade.index))) own.end = end
      else party.spans.push({ start, end })
    }
    out.push(party)
    if (out.length >= 6) break
  }
  return out
}

/** After a bracket within a name: "Acme (Beijing) Co., Ltd." */
const goesOn =
  /^\s(?:\(\p{L}{2,20}\)\s|\p{Lu}\p{L}{1,60}\s)?(?:Ltd|LTD|Limited|LIMITED|Co\b|CO\b|Inc|INC|LLC|Pty|PTY)/u

/** "Acme Robotics, Inc., a corporation of Utah (Acme)": a word of the name, in no quotation marks. */
const ofItsName = (before: string, words: string, start: number): Name | null =>
  /^\p{Lu}[\p{L}\d]{2,20}$/u.test(words) && before.split(/[\s,]+/).includes(words)
    ? { words, start, end: start + words.length }
    : null

/** "d/b/a Acme", "formerly known as Acme, Inc." */
const tradeName =
  /\b(?:d\/b\/a\/?|f\/k\/a|a\.?k\.?a\.?|f\/s\/o|doing business as|formerly known as|trading as)\s((?:(?:\p{Lu}[\p{L}\d.&'’-]{0,60}|of(?= \p{Lu})|&)[ ]?(?:, (?=Inc|LLC|Ltd))?){1,7})/u

/** Companies that one name is given to together: "Acme LP, a Delaware limited partnership, Acme GP LLC, …". */
function othersIn(between: string, offset: number): PartyMention[] {
  if (between.length > 700) return []
  return [...between.matchAll(listed)].map((match) => {
    const words = match[1] ?? ''
    const start = offset + match.index + match[0].indexOf(words)
    return partyOf({ words: words.replace(/\s+/g, ' '), start, end: start + words.length }, [])
  })
}

const listed =
  /(?:,|;|\band)\s{1,400}(?:and\s{1,400})?((?:(?:\p{Lu}[\p{L}\d.&'’-]{0,60}|&)\s){0,5}\p{Lu}[\p{L}\d.&'’-]{0,60},?\s(?:LLC|L\.L\.C\.|LP|L\.P\.|Inc\.|Ltd\.?|Limited|Corporation|Corp\.|GmbH))(?=,?\s(?:an?|and)\s|[,;])/gu

/** @param bracket where the paper says what it calls the party: `(the "Supplier")` */
export function partyOf(name: Name, aliases: Name[], bracket?: Span): PartyMention {
  return {
    name: name.words,
    aliases: aliases.map(({ words }) => words),
    role: 'unknown',
    printedRole: aliases[0]?.words ?? null,
    spans: [name, ...(bracket ? [bracket] : aliases)].map(({ start, end }) => ({ start, end })),
  }
}

function withoutAliases(words: string, offset: number): PartyMention[] {
  const sentence =
    /^[^;]{3,600}?(?:(?<!Inc|Corp|Ltd|Co|Suite|Blvd|Prof|\b[A-Za-z.]{1,3})\.\s{1,400}(?=[A-Z])|(?<!\band\s{0,20})\n\n(?!\s{0,400}and\b)|$)/i.exec(
      words,
    )?.[0] ?? words.slice(0, 300)
  const out: PartyMention[] = []
  let at = 0
  for (const part of sentence.split(/(\s{1,60}and\s{1,60})/i)) {
    const name = /^\s+and\s+$/i.test(part) ? null : nameIn(part, offset + at)
    if (
      name &&
      (suffix.test(name.words) || /^[A-Z][\w&.'’-]{1,60}(?: [A-Z&][\w&.'’-]{0,60}){0,6}$/.test(name.words))
    )
      out.push(partyOf(name, []))
    at += part.length
  }
  return out.some(({ name }) => suffix.test(name)) ? out.slice(0, 4) : []
}
