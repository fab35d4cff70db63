import { z } from 'zod'
import { Box } from '../document/document.ts'
import type { ReadingContext } from '../reading/context.ts'

/** The shapes that all terms share, after `docs/terms.md`, and the way a term type is defined. */

export const Citation = z.object({
  /** Counts from 1. */
  page: z.int().positive(),
  /** The printed number, "9.2(b)", or null where the words stand under none. */
  clause: z.string().nullable(),
  /** Half-open UTF-16 offsets into the document's text. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** Exactly `text.slice(start, end)`. */
  quote: z.string().min(1),
  /** Absent where the source has no pages. */
  boxes: z.array(Box).optional(),
})
export type Citation = z.infer<typeof Citation>

/** What a reader returns for one finding: offsets only; the reading makes citations of them. */
export interface Candidate<V> {
  value: V
  /** One or more ranges of the document's text, the sentence or list item that says it first. */
  spans: { start: number; end: number }[]
  /** The reader's own score, 0..1; calibrated afterwards. */
  score: number
  /** Name of the pattern or model that decided, for the trace: "within-hours", "classifier". */
  rule: string
}

export const TermGroup = z.enum(['liability', 'data', 'oversight', 'time'])
export type TermGroup = z.infer<typeof TermGroup>

export interface TermType<Name extends string = string, V extends z.ZodType = z.ZodType> {
  type: Name
  /** "Liability cap": as a screen or a report calls it. */
  title: string
  group: TermGroup
  /** One line: what the term is and why it matters. */
  describes: string
  /** What is searched for, in words people know, shown beside "not found". */
  looksFor: string[]
  value: V
  /** Raised when the reader changes; part of `Term.reader`. */
  version: number
  /** All findings of the document, in text order; [] when the document is silent. Never throws. */
  read(context: ReadingContext): Candidate<z.infer<V>>[]
  /** The value in plain words: "12 months' fees, aggregate". No final full stop. */
  plain(value: z.infer<V>): string
}

/** Types the parts of a term against each other; returns its argument. */
export function defineTerm<Name extends string, V extends z.ZodType>(
  term: TermType<Name, V>,
): TermType<Name, V> {
  return term
}

/** A row of `<type>.examples.ts`: drafted by us, words in and values out. */
export interface Examples<V> {
  /** ⟦ ⟧ mark the words that are cited. One or more values are expected, in order. */
  says: [value: V | V[], words: string][]
  /** Read, but with less than 0.6 confidence. */
  unsure?: [value: V, words: string][]
  /** Look-alikes that say something else: no finding of this type. */
  refuses: string[]
}

/** A finding with the type left open: what the database stores and the command line prints. */
export const Term = z.object({
  type: z.string(),
  value: z.record(z.string(), z.unknown()),
  citations: z.array(Citation).min(1),
  confidence: z.number().min(0).max(1),
  /** "non_renewal_notice@1". */
  reader: z.string(),
})
export type Term = z.infer<typeof Term>
