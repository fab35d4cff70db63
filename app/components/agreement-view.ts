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
  reader: string
  citations: Citation[]
}

/** What was looked for and not found. */
export interface AbsentView {
  type: string
  title: string
  looksFor: string[]
}

/** A clause in the paper's outline. */
export interface OutlineView {
  number: string | null
  heading: string
  level: number
  page: number
}

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
