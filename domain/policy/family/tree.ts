import { groupBy } from 'es-toolkit'
import type { PolicyAgreement } from '../policy-term.ts'
import { usualRank } from '../precedence.ts'

/** A paper of a relationship, and the one it belongs under. */
export interface FamilyPaper extends PolicyAgreement {
  vendorId: string
  /** Our own entity that signed it. */
  counterparty: string | null
  /** The paper it belongs under, where a person said so. */
  parentId?: string | null
}

export interface Family {
  /** Lasting: the vendor's id and our entity in plain letters. */
  id: string
  /** Our entity as the papers print it; null when none names it. */
  entity: string | null
  papers: FamilyPaper[]
}

const plainEntity = (name: string | null) =>
  (name ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/**
 * Papers by relationship: one vendor and one of our entities. A paper that names no entity belongs to the vendor's only
 * family; where there are several, to one of its own.
 */
export function familiesOf(papers: FamilyPaper[]): Family[] {
  const families = new Map<string, Family>()
  const entitiesOf = new Map<string, Set<string>>()
  for (const { vendorId, counterparty } of papers)
    if (counterparty)
      entitiesOf.set(vendorId, (entitiesOf.get(vendorId) ?? new Set()).add(plainEntity(counterparty)))
  for (const paper of papers) {
    const entities = [...(entitiesOf.get(paper.vendorId) ?? [])]
    const entity = paper.counterparty
      ? plainEntity(paper.counterparty)
      : entities.length === 1
        ? (entities[0] ?? '')
        : ''
    const id = `${paper.vendorId}/${entity}`
    const family = families.get(id) ?? { id, entity: null, papers: [] }
    family.papers.push(paper)
    family.entity ??= paper.counterparty
    families.set(id, family)
  }
  return [...families.values()]
}

/** The paper at the root of the family: the master agreement, or the standing terms, or what is oldest. */
export function rootOf({ papers }: Family): FamilyPaper | undefined {
  const rank = ({ kind }: FamilyPaper) => (kind === 'msa' ? 0 : kind === 'terms_of_service' ? 1 : 2)
  return [...papers].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.signedOn ?? '').localeCompare(b.signedOn ?? '') || a.id.localeCompare(b.id),
  )[0]
}

const kindInTitle: [RegExp, string][] = [
  [/\b(?:data processing|DPA)\b/i, 'dpa'],
  [/\border form\b/i, 'order_form'],
  [/\b(?:service level|SLA)\b/i, 'sla'],
  [/\bAI\b.{0,2000}\baddendum\b/i, 'ai_addendum'],
]

/** The id of the paper that this one belongs under: as a person said, else an amendment under what it names, the rest under the root. */
export function parentOf(family: Family, paper: FamilyPaper, root = rootOf(family)): string | null {
  if (paper.id === root?.id) return null
  if (paper.parentId && family.papers.some((other) => other.id === paper.parentId && other.id !== paper.id))
    return paper.parentId
  if (paper.kind === 'amendment') {
    const kind = kindInTitle.find(([pattern]) => pattern.test(paper.title))?.[1]
    const named = family.papers.filter((other) => other.kind === kind)
    if (named.length === 1 && named[0]) return named[0].id
  }
  return root?.id ?? null
}

export interface Branch {
  paper: FamilyPaper
  children: Branch[]
}

/** The family as a tree, the usual order among siblings. A circle that people made is cut at its first paper. */
export function familyTree(family: Family): Branch[] {
  const root = rootOf(family)
  const placed = new Set<string>()
  const under = groupBy(family.papers, (paper) => parentOf(family, paper, root) ?? '')
  const branch = (paper: FamilyPaper): Branch => {
    placed.add(paper.id)
    const children = (under[paper.id] ?? [])
      .filter((other) => !placed.has(other.id))
      .sort((a, b) => usualRank(a) - usualRank(b) || a.title.localeCompare(b.title))
    return { paper, children: children.map(branch) }
  }
  const trunk = root ? [branch(root)] : []
  return [...trunk, ...family.papers.flatMap((paper) => (placed.has(paper.id) ? [] : [branch(paper)]))]
}
