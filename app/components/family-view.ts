import type { AgreementKind } from '#domain/reading/kind.ts'
import type { TermGroup } from '#domain/terms/term.ts'

/** What the screen of a family is given: words and addresses. */

export interface BranchView {
  id: string
  title: string
  slug: string
  kind: AgreementKind | string
  /** ISO date from which it counts; null when nobody knows. */
  from: string | null
  /** Whether it counts on the day asked for. */
  counts: boolean
  /** Why it isn't read. */
  unread: string | null
  children: BranchView[]
}

export interface PlacedTerm {
  plain: string
  where: string
  href: string
}

export interface EffectiveView {
  group: TermGroup
  title: string
  subject: string
  terms: PlacedTerm[]
  yields: PlacedTerm[]
  trace: string[]
}

export interface FamilyView {
  id: string
  entity: string | null
  tree: BranchView[]
  order: {
    id: string
    title: string
    rank: number
    /** Others have the same place. */
    shared: boolean
    /** Came after the order was confirmed. */
    joined: boolean
    /** Titles of the terms for which it goes first. */
    firstFor: string[]
  }[]
  confirmed: { by: string; at: string } | null
  sources: { where: string; href: string; quote: string; unknown: string[] }[]
  problems: string[]
  effective: EffectiveView[]
}

/** A paper that an agreement names without attaching it. */
export interface NamedPaperView {
  agreement: { id: string; slug: string; title: string }
  key: string
  name: string
  kind: string
  clause: string | null
  quote: string
  state: 'here' | 'missing' | 'waived'
  linked: { slug: string; title: string } | null
  /** Who decided; null when the register found it by itself. */
  byPerson: string | null
  waivedReason: string | null
}
