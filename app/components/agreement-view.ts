import type { Block } from '#domain/document/blocks.ts'
import type { Severity } from '#domain/policy/assess.ts'
import type { Review } from '#domain/register/agreement.ts'
import type { Citation, TermGroup } from '#domain/terms/term.ts'

/** A term as the agreement's screen shows it. */
export interface TermView {
  id: string
  /** Lasting part of its address: "liability-cap", "liability-cap-2" for the second. */
  slug: string
  type: string
  title: string
  group: TermGroup
  /** Place of the type in the catalogue: lists go by it, addresses by the order in the text. */
  rank: number
  /** The value in plain words. */
  plain: string
  /** Field by field, in words. */
  fields: { name: string; value: string }[]
  confidence: number
  review: Review
  reviewedBy: string | null
  reviewedAt: string | null
  /** Who stands behind it. */
  people: string[]
  /** How many decisions were made on it. */
  version: number
  /** What the engine read, whatever people made of it; null for a term that a person added. */
  readPlain: string | null
  reader: string
  citations: Citation[]
}

/** A term with where its review stands for the class it is held against. */
export interface BenchTerm extends TermView {
  /** What hangs on it; null when no rule uses it. */
  stake: Severity | null
  /** How many more people it needs. */
  needs: number
  /** A later or a second reading says something else. */
  differs: boolean
  /** The ids of its other printings in the paper; their citations are among its own, and a decision is on all. */
  again: string[]
}

/** The term of this id, or the one that stands for it as another printing of the same words. */
export const termOf = (terms: BenchTerm[], id: string | null | undefined): BenchTerm | undefined =>
  terms.find((term) => term.id === id || term.again.some((other) => other === id))

/** What was looked for and not found. */
export interface AbsentView {
  type: string
  title: string
  looksFor: string[]
}

/** The same with where its review stands. */
export interface BenchAbsent extends AbsentView {
  /** Part of its address. */
  slug: string
  stake: Severity | null
  /** How many decisions were made on it. */
  version: number
  /** Who looked and did not find it either; null: nobody has looked. */
  lookedBy: string | null
  /** The moment of it, in UTC. */
  lookedAt: string | null
}

/** A clause in the paper's outline. */
export interface OutlineView {
  number: string | null
  heading: string
  level: number
  page: number
  /** Where it begins in the stored text. */
  start: number
}

/** A paragraph, heading, list item or table row of a paper without printed pages. */
export type TextBlock = Pick<Block, 'start' | 'end' | 'role' | 'headingLevel' | 'bold'>

export interface PageView {
  number: number
  width?: number
  height?: number
  source: 'text' | 'ocr' | 'blank' | 'unreadable'
}

/** On a phone the term stands above the page; jumping to the words would hide it. */
export const isNarrow = () => !matchMedia('(min-width: 62em)').matches

export const groupTitles: Record<TermGroup, string> = {
  liability: 'Liability',
  data: 'Data and AI',
  oversight: 'Oversight',
  time: 'Time, change and exit',
}
