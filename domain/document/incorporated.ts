import { clauseTree } from './clauses.ts'
import type { Document } from './document.ts'
import { referencesOf } from './references.ts'

/** A paper that the text makes part of itself, or binds us to, without bringing it along. */
export interface Incorporated {
  /** As printed: "Acceptable Use Policy", "Exhibit B", "https://example.com/terms". */
  name: string
  kind: 'url' | 'policy' | 'exhibit'
  /** Half-open offsets of the name. */
  start: number
  end: number
  /** The printed number of the clause it stands in; null outside of one. */
  clause: string | null
  /** The sentence, shortened. */
  quote: string
}

const address = /\b(?:https?:\/\/|www\.)[^\s<>()"”’]{3,200}/g
const titled =
  /\b(?:[A-Z][\w&-]{1,30}[ -]){1,5}(?:Policy|Policies|Guidelines|Addendum|Terms|Annex|Schedule|Documentation|Agreement|Code of Conduct)\b/g
const binds =
  /\bincorporated\b|\bby reference\b|\bforms? (?:an? (?:integral )?)?part of\b|\b(?:comply|complies|compliance|accordance) with\b|\bsubject to\b|\bavailable at\b|\blocated at\b|\bset (?:forth|out) (?:at|in)\b|\bposted\b|\bas (?:described|published|updated)\b|\bgoverned by\b/i
/** Names that mean the paper itself, or no paper. */
const itself =
  /^(?:this|these|the|such|any|each|our|your)?\s{0,400}(?:Agreement|Terms|Documentation|Addendum|Policy)$/i

/** Papers named and not attached, each once, in the order of the text. */
export function incorporated(document: Document): Incorporated[] {
  const { text } = document
  const { clauses } = clauseTree(document)
  const ownTitle = (document.title ?? text.slice(0, 200)).toLowerCase()
  const headings = clauses.map((clause) => clause.heading.toLowerCase())
  const found = new Map<string, Incorporated>()
  const add = (name: string, kind: Incorporated['kind'], start: number) => {
    const key = incorporatedKey(name)
    if (!key || found.has(key)) return
    const clause = clauses.findLast((one) => one.start <= start && start < one.end)
    found.set(key, {
      name,
      kind,
      start,
      end: start + name.length,
      clause: clause?.number ?? null,
      quote: sentenceAt(text, start),
    })
  }
  for (const match of text.matchAll(address)) {
    const name = match[0].replace(/[.,;:]{1,20}$/, '')
    if (binds.test(sentenceAt(text, match.index))) add(name, 'url', match.index)
  }
  for (const match of text.matchAll(titled)) {
    const name = match[0].replace(
      /^(?:The|This|Such|Any|Each|In|If|And|Our|Your|Customer|Vendor|Supplier|Provider)\s/,
      '',
    )
    if (itself.test(name) || name.length < 8 || ownTitle.includes(name.toLowerCase())) continue
    if (headings.some((heading) => heading.includes(name.toLowerCase()))) continue
    if (binds.test(sentenceAt(text, match.index))) add(name, 'policy', match.index + match[0].indexOf(name))
  }
  for (const reference of referencesOf(text, clauses))
    if (
      reference.target === null &&
      reference.reason === 'not_in_document' &&
      /^(?:Schedule|Exhibit|Annex|Appendix|Attachment)/.test(reference.printed)
    )
      add(reference.printed.replace(/\s+/g, ' '), 'exhibit', reference.start)
  return [...found.values()].sort((a, b) => a.start - b.start)
}

/** The name in plain letters, by which decisions about it are kept. */
export const incorporatedKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const LONGEST = 320

function sentenceAt(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('. ', at) + 1, text.lastIndexOf('\n\n', at) + 1, at - LONGEST / 2, 0)
  const stops = [text.indexOf('. ', at + 12), text.indexOf('\n\n', at)].filter((i) => i >= 0)
  const to = Math.min(...stops.map((i) => i + 1), at + LONGEST, text.length)
  return text.slice(from, to).replace(/\s+/g, ' ').trim()
}
