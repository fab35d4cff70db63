import { markerOf } from '../document/numbering.ts'
import type { Party, PartyMention } from './context.ts'

/** What contracts call the one who supplies, and the one who is supplied. */
const vendorWords =
  /^(?:the )?(?:vendor|supplier|provider|service provider|services provider|licensor|processor|data processor|contractor|consultant|seller|developer|manufacturer|host|we|us|our|importer|data importer|outsourcer|company)$/i
const customerWords =
  /^(?:the )?(?:customer|client|licensee|controller|data controller|buyer|purchaser|subscriber|user|you|your|member|end user|data exporter|exporter)$/i

/** Defined names that are no parties. */
const noParty =
  /^(?:this |the )?(?:.{0,40}\b(?:agreement|addendum|amendment|contract|terms|date|dpa|msa|services?|products?|software|territory|term|order|site|web ?site|program|platform|schedule|exhibit|policy|property|marks?|technology|system|patents?|license|act|code|sec|commission|exchange)|part(?:y|ies)|collectively|affiliates?|subsidiar(?:y|ies))$/i

const suffix =
  /\b(?:Inc|Incorporated|Corp|Corporation|Company|Co|LLC|L\.L\.C|Ltd|Limited|LLP|L\.P|LP|PLC|plc|GmbH|AG|S\.?A\.?S?|SAS|B\.?V|N\.?V|Pty|S\.p\.A|KG|SE|Bank|Trust|University|Partners|Holdings|PBC)\b\.?/

/** The end of the name: what comes after it describes the company. */
const description =
  /,?\s+(?:(?:an?|the)\s+(?:[\w.'’-]+\s){0,8}?(?:corporation|company|limited|partnership|entity|association|organi[sz]ation|bank|trust|individual|llc|body)\b|(?:with|having|whose|which|organi[sz]ed|incorporated|located|registered|existing|duly|acting|on behalf|for and on|of \d|at \d|together|residing|including|by and through|doing business|d\/b\/a|f\/k\/a|formerly)\b)|,\s+(?:an?|the|of|on|in|for|and its|as|by)\s|\s\(|,\s*\d/i

const bracket = /\(([^()]{0,160})\)/g
const quoted = /["“]([^"”]{1,60})["”]/g

interface Region {
  start: number
  words: string
}

/**
 * The parties of the paper: from the words that open it ("by and between Acme, Inc. (“Supplier”) and …"), from "you and
 * Acme" in published terms, else from the signature block. A role that can't be told stays unknown.
 */
export function readParties(text: string): PartyMention[] {
  const found = fromPreamble(text)
  const published = found.length >= 2 ? [] : fromPublishedTerms(text)
  const parties =
    found.length > 0 || published.length > 0 ? merge([...found, ...published]) : fromSignatures(text)
  return assignRoles(parties.slice(0, 8), text)
}

/** The opening words: from "between", "among" or "by and between" to the end of that paragraph or two. */
function preamble(text: string): Region | null {
  const opening =
    /\b(?:by\s+and\s+(?:between|among(?:st)?)|(?:is|are|was|been)?\s*(?:made|entered\s+into|dated|effective)?[^.;]{0,140}?\b(?:between|among(?:st)?))[:\s]/i.exec(
      text.slice(0, 12_000),
    )
  if (!opening) return null
  const start = opening.index + opening[0].length
  const rest = text.slice(start, start + 2200)
  const stop =
    /\n\n(?=\s*(?:W\s?I\s?T\s?N\s?E|WHEREAS|RECITALS|BACKGROUND|NOW,? THEREFORE|Whereas|Recitals|Background|1\.|ARTICLE|Article))|\bWHEREAS\b|\bRECITALS\b/.exec(
      rest,
    )
  return { start, words: stop ? rest.slice(0, stop.index) : rest }
}

function fromPreamble(text: string): PartyMention[] {
  const region = preamble(text)
  if (!region) return []
  const out: PartyMention[] = []
  let from = 0
  for (const match of region.words.matchAll(bracket)) {
    const aliases = [...(match[1] ?? '').matchAll(quoted)].map((q) =>
      (q[1] ?? '').replace(/[.,;]$/, '').trim(),
    )
    const own = aliases.filter((alias) => alias && !noParty.test(alias))
    if (own.length === 0) {
      // "(each a “Party”)" ends nothing: the next name begins after it all the same.
      if (aliases.length > 0) from = match.index + match[0].length
      continue
    }
    const segment = region.words.slice(from, match.index)
    const name = nameIn(segment)
    from = match.index + match[0].length
    if (!name) continue
    const start = region.start + from - match[0].length - segment.length + name.at
    out.push({
      name: name.words,
      aliases: own,
      role: 'unknown',
      printedRole: own[0] ?? null,
      spans: [{ start, end: region.start + from }],
    })
    if (out.length >= 6) break
  }
  return out.length > 0 ? out : withoutAliases(region)
}

/** The company's name at the head of what stands between two aliases. */
function nameIn(segment: string): { words: string; at: number } | null {
  const lead =
    /^[\s,;:.]*(?:(?:and|by|between|among|amongst|with|on the one hand|on the other(?: hand| part)?|of the (?:one|first|second) part|the|\(?[a-z1-9]{1,3}[).])[\s,;:]+){0,6}/i.exec(
      segment,
    )
  let at = lead?.[0].length ?? 0
  let words = segment.slice(at)
  // A long stretch before the bracket: what is near it names the party ("… whose parent is X, Y Ltd").
  const lastAnd = words.length > 400 ? words.lastIndexOf(' and ') : -1
  if (lastAnd > 0) {
    at += lastAnd + 5
    words = words.slice(lastAnd + 5)
  }
  const cut = description.exec(words)
  const name = (cut ? words.slice(0, cut.index) : words).replace(/[\s,;:]+$/, '')
  const plain = name.replace(/\s+/g, ' ')
  if (plain.length < 2 || plain.length > 110 || !/[A-Z]/.test(plain) || /^\W*$/.test(plain)) return null
  return { words: plain, at }
}

function withoutAliases(region: Region): PartyMention[] {
  const sentence =
    /^[^;]{3,600}?(?:\.\s+(?=[A-Z])|\n\n|$)/.exec(region.words)?.[0] ?? region.words.slice(0, 300)
  const parts = sentence.split(/\s+and\s+/)
  let at = 0
  const out: PartyMention[] = []
  for (const part of parts.slice(0, 4)) {
    const name = nameIn(part)
    if (name && (suffix.test(name.words) || /^[A-Z][\w&.'’-]+(?: [A-Z&][\w&.'’-]*){0,6}$/.test(name.words))) {
      const start = region.start + at + name.at
      out.push({
        name: name.words,
        aliases: [],
        role: 'unknown',
        printedRole: null,
        spans: [{ start, end: start + name.words.length }],
      })
    }
    at += part.length + (/^\s+and\s+/.exec(sentence.slice(at + part.length))?.[0].length ?? 0)
  }
  return out.length >= 2 ? out : []
}

/** "between you and Acme Inc.", "Acme (“we”, “us”)", "Supplier: Acme Ltd" in a table. */
function fromPublishedTerms(text: string): PartyMention[] {
  const opening = text.slice(0, 8000)
  const out: PartyMention[] = []
  for (const match of opening.matchAll(
    /([A-Z][\w&.,'’-]*(?:\s(?:[A-Z&][\w&.,'’-]*|of|and|the)){0,7})\s?\(((?:[^()]{0,60})["“][^()]{1,80})\)/g,
  )) {
    const aliases = [...(match[2] ?? '').matchAll(quoted)].map((q) =>
      (q[1] ?? '').replace(/[.,;]$/, '').trim(),
    )
    const own = aliases.filter((alias) => !noParty.test(alias))
    const name = (match[1] ?? '').replace(/^(?:and|by|the|with|between)\s/i, '').trim()
    const known = own.some(
      (alias) => vendorWords.test(alias) || customerWords.test(alias) || name.startsWith(alias),
    )
    if (
      !known ||
      (!suffix.test(name) &&
        !own.some((a) => /^(?:we|us|our|vendor|supplier|provider)$/i.test(a) || name.startsWith(a)))
    )
      continue
    out.push({
      name,
      aliases: own,
      role: 'unknown',
      printedRole: own[0] ?? null,
      spans: [{ start: match.index, end: match.index + match[0].length }],
    })
    if (out.length >= 3) break
  }
  for (const match of opening.matchAll(
    /^(?:\|\s*)?(Customer|Client|Supplier|Vendor|Provider|Licensor|Licensee)(?: name)?\s*[:|\t]\s*([A-Z][^\n|\t]{2,80})/gm,
  ))
    out.push({
      name: (match[2] ?? '').trim(),
      aliases: [match[1] ?? ''],
      role: 'unknown',
      printedRole: match[1] ?? null,
      spans: [{ start: match.index, end: match.index + match[0].length }],
    })
  const you = /["“](?:Customer|you|your|Client|User)["”]/i.exec(opening)
  const hasCustomer = out.some((p) => p.aliases.some((a) => customerWords.test(a)))
  if (you && out.length > 0 && !hasCustomer) {
    const word = you[0].slice(1, -1)
    out.push({
      name: word,
      aliases: [word],
      role: 'customer',
      printedRole: word,
      spans: [{ start: you.index, end: you.index + you[0].length }],
    })
  }
  return out
}

/** Names above "By:" at the end. */
function fromSignatures(text: string): PartyMention[] {
  const from = Math.max(0, text.length - 12_000)
  const tail = text.slice(from)
  const out: PartyMention[] = []
  for (const match of tail.matchAll(/(?:^|\n)\s*([A-Z][^\n]{2,80}?)\s*\n+\s*(?:Signed\s)?By:?/g)) {
    const name = (match[1] ?? '').trim()
    if (!suffix.test(name) || markerOf(name) || out.some((p) => p.name === name)) continue
    const start = from + match.index + match[0].indexOf(name)
    out.push({
      name,
      aliases: [],
      role: 'unknown',
      printedRole: null,
      spans: [{ start, end: start + name.length }],
    })
  }
  return out.slice(0, 3)
}

/** The same company named twice is one party with the aliases of both. */
function merge(parties: PartyMention[]): PartyMention[] {
  const out: PartyMention[] = []
  for (const party of parties) {
    const same = out.find((p) => p.name.toLowerCase() === party.name.toLowerCase())
    if (!same) out.push(party)
    else {
      same.aliases = [...new Set([...same.aliases, ...party.aliases])]
      same.spans.push(...party.spans)
    }
  }
  return out
}

function assignRoles(parties: PartyMention[], text: string): PartyMention[] {
  for (const party of parties) {
    const of = (words: RegExp) => party.aliases.some((alias) => words.test(alias)) || words.test(party.name)
    if (of(customerWords)) party.role = 'customer'
    else if (of(vendorWords)) party.role = 'vendor'
  }
  const roles = parties.map((p) => p.role)
  // Of two parties one of whom is the customer, the other is the vendor; the same the other way round.
  if (parties.length === 2 && roles.includes('unknown')) {
    const other: Party = roles.includes('customer')
      ? 'vendor'
      : roles.includes('vendor')
        ? 'customer'
        : 'unknown'
    for (const party of parties) if (party.role === 'unknown') party.role = other
  }
  // Published terms name their publisher only and speak of everybody else as the Customer or you.
  if (!parties.some((p) => p.role === 'customer') && speaksOfCustomers(text))
    for (const party of parties) if (party.role === 'unknown') party.role = 'vendor'
  return parties
}

const speaksOfCustomers = (text: string) => (text.match(/\b(?:Customer|You)\b/g)?.length ?? 0) >= 8
