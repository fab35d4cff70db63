import type { Document, Span } from '../document/document.ts'

/**
 * What every term reader is given: the document, its structure, and what the classifier thinks of each unit.
 * Built once a document by `buildContext`; readers never change it.
 */
export interface ReadingContext {
  document: Document
  text: string
  /** Sentences and list items in text order: the grain that a lawyer would highlight. */
  units: Unit[]
  clauses: Clause[]
  definitions: Definition[]
  references: CrossReference[]
  parties: PartyMention[]
  /** vendor, customer, mutual or unknown: who a phrase such as "Supplier", "we", "each party" is here. */
  roleOf(phrase: string): Party
  /** The role of the grammatical subject of the unit ("Customer shall …"), unknown when there is none. */
  subjectOf(unit: Unit): Party
  /**
   * The units in which one of the patterns may match, in their own words, together with what introduces them or in their
   * heading, in text order. The others lack a word that the pattern can't match without, so a reader has nothing to look for in them.
   */
  unitsThatMayMatch(...patterns: RegExp[]): Unit[]
  /** The same, asked of one unit: false when the pattern surely doesn't match. */
  mayMatch(pattern: RegExp, unit: Unit): boolean
  /** 0..1 from the classifier for the category (a key of the weights); 0 where there is no model for it. */
  score(category: string, unit: Unit): number
  /** The passages that are taken for the category, the likeliest first; [] where there is no model for it. */
  passages(category: string): Passage[]
}

export interface Passage {
  /** Index of its first and of its last unit. */
  first: number
  last: number
  /** 0..1, that a lawyer would mark about this passage. */
  score: number
}

export type Party = 'vendor' | 'customer' | 'mutual' | 'unknown'

/** A sentence or list item. */
export interface Unit extends Span {
  index: number
  /** `text.slice(start, end)` with line ends and runs of white space made one space, "won't" said in full; for patterns, not for offsets. */
  plain: string
  /** The clause it stands in; null before the first. */
  clause: Clause | null
  /** For a list item: the words that introduce the list ("The following are not limited:"), else null. */
  leadIn: Unit | null
  /** Heading of its clause or of the nearest ancestor with one, "" when none. */
  heading: string
  /** 0..1, where in the document it starts. */
  position: number
}

export interface Clause extends Span {
  /** Full printed number, "9.2(b)(ii)", "Schedule 2", or null for an unnumbered heading. */
  number: string | null
  /** "Limitation of Liability", or "" when it has none. */
  heading: string
  /** 1 for the top. */
  level: number
  parent: Clause | null
}

export interface Definition {
  /** "Fees", without its quotation marks. */
  term: string
  /** The words that define it. */
  span: Span
}

export interface CrossReference extends Span {
  /** As printed: "Section 9.2". */
  printed: string
  /** Null when it could not be resolved, with the reason. */
  target: Clause | null
  reason?: 'not_in_document' | 'other_document' | 'ambiguous'
}

export interface PartyMention {
  /** "Acme Cloud, Inc." */
  name: string
  /** "Supplier", "we". */
  aliases: string[]
  role: Party
  /** What the contract calls the role when it is neither: "Licensor", "Distributor". */
  printedRole: string | null
  spans: Span[]
}
