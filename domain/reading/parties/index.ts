import { markerOf } from '../../document/numbering.ts'
import type { Party, PartyMention } from '../context.ts'
import { kindOnly, suffix } from './names.ts'
import { fromPreamble, partyOf } from './preamble.ts'
import { fromPublishedTerms } from './published.ts'
import { customerWords, vendorWords } from './role-words.ts'

/**
 * The parties of the paper: from the words that open it ("by and between Acme, Inc. (“Supplier”) and …"), from "you and
 * Acme" in published terms, else from the signature block. A role that can't be told stays unknown.
 */
export function readParties(text: string): PartyMention[] {
  const signed = fromPreamble(text)
  const opened = calledSomething(signed)
    ? signed
    : (publishedParties(text) ??
      (signed.length >= 2 ? signed : merge([...signed, ...fromPublishedTerms(text, signed.length)])))
  // One party alone signs nothing: the others are named where they sign.
  const parties = opened.length > 1 ? opened : [...opened, ...fromSignatures(text)]
  return assignRoles(merge(parties).slice(0, 20), text)
}

const calledSomething = (parties: PartyMention[]) =>
  parties.length >= 2 && parties.some(({ aliases }) => aliases.length > 0)

/** The two sides of published terms, where they name both. */
function publishedParties(text: string): PartyMention[] | undefined {
  const parties = fromPublishedTerms(text)
  const of = (words: RegExp) => parties.some(({ aliases }) => aliases.some((alias) => words.test(alias)))
  return parties.length >= 2 && of(customerWords) ? parties : undefined
}

/** Where somebody signs, and the company's name right before it: capitals, or words that begin with one. */
const signing = /\s(?:Signed\s)?(?:By\s?:|\/s\/)/g
const nameBefore =
  /(?:(?:[\p{Lu}\d(][\p{L}\d.,&'’()/-]{0,60}|[&–-](?=\s\p{Lu}))(?:\s(?=[\p{Lu}\d(&-]|of\s|and\s|de\s)|$)|(?<=\s)(?:of|and|de)\s){1,14}$/u

/** What stands before the name when a page has one signature after the other: the title of who signed last, or a date. */
const signerBefore =
  /^.{0,90}\b(?:Officer|Signatory|Director|Member|President|Manager|Counsel|Secretary|Chairman|Title|Esq|Date\)?|by:?|(?:19|20)\d\d)[.:]?\s{1,400}(?=\p{Lu})/u

/** Names above or before "By:" at the end. */
function fromSignatures(text: string): PartyMention[] {
  const from = Math.max(0, text.length - 12_000)
  const tail = text.slice(from)
  const out: PartyMention[] = []
  for (const match of tail.matchAll(signing)) {
    const line = tail.slice(Math.max(0, match.index - 110), match.index).replace(/(?<!\bBy)[\s:]{1,99}$/, '')
    const written = nameBefore.exec(line)?.[0].trim() ?? ''
    const name = written.replace(signerBefore, '')
    if (
      !suffix.test(name) ||
      name.startsWith('(') ||
      kindOnly.test(name) ||
      name.length > 90 ||
      markerOf(name) ||
      out.some((p) => p.name === name)
    )
      continue
    const start = from + tail.lastIndexOf(name, match.index)
    out.push(partyOf({ words: name.replace(/\s+/g, ' '), start, end: start + name.length }, []))
  }
  return out.slice(0, 20)
}

/** "The Acme Group, Inc." and "ACME GROUP INC" are one. */
const bareName = ({ name }: PartyMention) =>
  name
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/[^\p{L}\d]/gu, '')

/** The same company named twice is one party with the aliases of both. */
function merge(parties: PartyMention[]): PartyMention[] {
  const out: PartyMention[] = []
  for (const party of parties) {
    const same = out.find((p) => bareName(p) === bareName(party))
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
  // Companies of one name, "Acme", contract as one party: which of them is a matter of where the customer is.
  const unknown = parties.filter((p) => p.role === 'unknown')
  const [name] = unknown[0]?.aliases ?? []
  if (name && unknown.every((p) => p.aliases[0] === name) && parties.some((p) => p.role === 'customer'))
    for (const party of unknown) party.role = 'vendor'
  // Published terms name their publisher only and speak of everybody else as the Customer or you.
  if (!parties.some((p) => p.role === 'customer') && speaksOfCustomers(text))
    for (const party of parties) if (party.role === 'unknown') party.role = 'vendor'
  return parties
}

const speaksOfCustomers = (text: string) => (text.match(/\b(?:Customer|You)\b/g)?.length ?? 0) >= 8
