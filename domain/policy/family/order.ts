import { takeWhile } from 'es-toolkit'
import type { PolicyTerm, Precedence } from '../policy-term.ts'
import { subjectPaper, usualRank } from '../precedence.ts'
import { type Family, type FamilyPaper, parentOf, rootOf } from './tree.ts'

/** Which paper of a family goes before which: read from their own clauses, confirmed by a person. */

/** An order as a person confirmed it: groups of paper ids, the first governs; the papers of one group are equal. */
export interface ConfirmedOrder {
  groups: string[][]
  /** Paper id to the types of terms for which it goes before every other. */
  firstFor: Record<string, string[]>
  by: string
  /** A moment. */
  at: string
}

/** A clause on precedence, and which of the family's papers its words mean. */
export interface OrderSource {
  term: PolicyTerm
  papers: { words: string; ids: string[] }[]
  /** Types of terms it is about; empty when it is about everything. */
  about: string[]
}

export interface FamilyOrder {
  groups: string[][]
  firstFor: Record<string, string[]>
  sources: OrderSource[]
  /** Clauses that contradict one another, a sentence each. */
  conflicts: string[]
  confirmed: { by: string; at: string } | null
  /** Papers that joined after a person confirmed the order. */
  joined: string[]
}

const dataTypes = Object.keys(subjectPaper).filter((type) => subjectPaper[type] === 'dpa')

/** What a clause is about, where it says so. */
const scopes: [RegExp, string[]][] = [
  [/\b(?:personal data|personal information|data protection|data processing matters)\b/i, dataTypes],
  [/\b(?:availability|service levels?|uptime)\b/i, ['service_level']],
]

const names: [RegExp, string][] = [
  [/\b(?:data processing|dpa)\b/i, 'dpa'],
  [/\b(?:order forms?|statements? of work|sow|purchase orders?)\b/i, 'order_form'],
  [/\b(?:service level|sla)\b/i, 'sla'],
  [/\b(?:acceptable use|usage polic|aup)/i, 'aup'],
  [/\bai\b|artificial intelligence/i, 'ai_addendum'],
  [/\bamendments?\b/i, 'amendment'],
  [/\bmaster\b/i, 'msa'],
  [/\bterms(?: of (?:service|use))?\b/i, 'terms_of_service'],
]

/** The papers that a clause of `own` means by its words: "this Agreement", "the DPA", "Order Form". */
function meant(words: string, own: FamilyPaper, family: Family, root: FamilyPaper | undefined): string[] {
  const others = (kind: string) =>
    family.papers.filter((p) => p.kind === kind && p.id !== own.id).map((p) => p.id)
  const kind = names.find(([pattern]) => pattern.test(words))?.[1]
  if (/\b(?:this|these)\b/i.test(words) || kind === own.kind) return [own.id]
  if (kind) return others(kind)
  if (/\baddend(?:um|a)\b/i.test(words) && ['dpa', 'ai_addendum'].includes(own.kind)) return [own.id]
  if (/\bagreement\b/i.test(words)) {
    if (own.kind === 'msa') return [own.id]
    const master = others('msa')
    const above = parentOf(family, own, root)
    return master.length > 0 ? master : above ? [above] : []
  }
  return []
}

export function sourcesOf(family: Family, terms: PolicyTerm[]): OrderSource[] {
  const root = rootOf(family)
  const byId = new Map(family.papers.map((paper) => [paper.id, paper]))
  return terms.flatMap((term) => {
    const own = byId.get(term.agreement.id)
    const order = term.value.order
    if (term.type !== 'order_of_precedence' || term.review === 'rejected' || !own || !Array.isArray(order))
      return []
    const quote = term.citations.map((c) => c.quote).join(' ')
    return [
      {
        term,
        papers: order.map((words) => ({
          words: String(words),
          ids: meant(String(words), own, family, root),
        })),
        // A list of several papers is about everything, whatever its sentence also mentions.
        about: order.length > 2 ? [] : (scopes.find(([pattern]) => pattern.test(quote))?.[1] ?? []),
      },
    ]
  })
}

/** The order of the family: as confirmed, else as its clauses say, else as is usual. */
export function familyOrder(family: Family, terms: PolicyTerm[], confirmed?: ConfirmedOrder): FamilyOrder {
  const sources = sourcesOf(family, terms)
  const read = readOrder(family, sources)
  if (!confirmed) return { ...read, sources, confirmed: null, joined: [] }
  const known = new Set(confirmed.groups.flat())
  const ours = new Set(family.papers.map((paper) => paper.id))
  const joined = family.papers.filter((paper) => !known.has(paper.id)).map((paper) => paper.id)
  const groups = confirmed.groups
    .map((group) => group.filter((id) => ours.has(id)))
    .filter((g) => g.length > 0)
  for (const id of joined) {
    // Before the first paper that the clauses put after it.
    const after = read.groups.slice(read.groups.findIndex((g) => g.includes(id)) + 1).flat()
    const at = groups.findIndex((group) => group.some((other) => after.includes(other)))
    groups.splice(at < 0 ? groups.length : at, 0, [id])
  }
  const { by, at } = confirmed
  return {
    groups,
    firstFor: confirmed.firstFor,
    sources,
    conflicts: joined.length > 0 ? read.conflicts : [],
    confirmed: { by, at },
    joined,
  }
}

function readOrder(family: Family, sources: OrderSource[]) {
  const before = new Map(family.papers.map((paper) => [paper.id, new Set<string>()]))
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    from === to ||
    [...(before.get(from) ?? [])].some((next) => !seen.has(next) && reaches(next, to, seen.add(next)))
  const conflicts: string[] = []
  const firstFor: Record<string, string[]> = {}
  const spoken = new Set<string>()
  for (const { term, papers, about } of sources) {
    if (about.length > 0) {
      for (const id of papers[0]?.ids ?? []) firstFor[id] = [...new Set([...(firstFor[id] ?? []), ...about])]
      for (const id of papers.flatMap((p) => p.ids)) spoken.add(id)
      continue
    }
    for (const [i, { ids }] of papers.entries())
      for (const above of ids)
        for (const below of papers.slice(i + 1).flatMap((p) => p.ids)) {
          if (above === below) continue
          spoken.add(above).add(below)
          if (reaches(below, above))
            conflicts.push(
              `${term.agreement.title} says that it goes otherwise than another paper says: “${term.citations[0]?.quote ?? ''}”`,
            )
          else before.get(above)?.add(below)
        }
  }
  for (const paper of family.papers) {
    const types = Object.keys(subjectPaper).filter((type) => subjectPaper[type] === paper.kind)
    if (types.length > 0 && !spoken.has(paper.id)) firstFor[paper.id] = types
  }
  return { groups: layers(family, before), firstFor, conflicts: [...new Set(conflicts)] }
}

/** Papers by what the clauses say, and where they say nothing by what is usual; equal ones together. */
function layers(family: Family, before: Map<string, Set<string>>): string[][] {
  const ranks = new Map(
    family.papers.map((paper) => [paper.id, { usual: usualRank(paper), day: dayOf(paper) }]),
  )
  const order = (a: string, b: string) => {
    const [own, other] = [ranks.get(a), ranks.get(b)]
    return (own?.usual ?? 99) - (other?.usual ?? 99) || (other?.day ?? '').localeCompare(own?.day ?? '')
  }
  const sorted = [...ranks.keys()].sort(order)
  /** How many papers that are not placed yet go before each. */
  const waits = new Map<string, number>()
  const count = (above: string, by: number) => {
    for (const below of before.get(above) ?? []) waits.set(below, (waits.get(below) ?? 0) + by)
  }
  for (const id of sorted) count(id, 1)
  const left = new Set(sorted)
  const groups: string[][] = []
  while (left.size > 0) {
    const rest = sorted.filter((id) => left.has(id))
    const free = rest.filter((id) => !waits.get(id))
    const candidates = free.length > 0 ? free : rest
    const equal = takeWhile(candidates, (id) => order(candidates[0] ?? id, id) === 0)
    groups.push(equal)
    for (const id of equal) {
      left.delete(id)
      count(id, -1)
    }
  }
  return groups
}

const dayOf = ({ effectiveOn, signedOn }: FamilyPaper) => effectiveOn ?? signedOn ?? ''

/** Each paper's place, for the terms that stand in it. An amendment goes first for what the paper that it changes does. */
export function precedences(family: Family, order: FamilyOrder): Map<string, Precedence> {
  const root = rootOf(family)
  const amended = (paper: FamilyPaper) =>
    paper.kind === 'amendment' ? (order.firstFor[parentOf(family, paper, root) ?? ''] ?? []) : []
  const rankOf = new Map(order.groups.flatMap((group, rank) => group.map((id) => [id, rank] as const)))
  return new Map(
    family.papers.map((paper) => [
      paper.id,
      {
        family: family.id,
        rank: rankOf.get(paper.id) ?? -1,
        firstFor: [...(order.firstFor[paper.id] ?? []), ...amended(paper)],
      },
    ]),
  )
}
