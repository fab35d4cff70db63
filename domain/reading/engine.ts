import { z } from 'zod'
import { termTypes } from '../terms/index.ts'

/** What a reading comes from. When a part of it changes, papers are read again as far as that part reaches. */
export const Engine = z.object({
  /** How a file becomes clauses, and what the classifier has learned: every type rests on it. */
  structure: z.string(),
  /** Term type to the version of its reader. */
  readers: z.record(z.string(), z.int()),
})
export type Engine = z.infer<typeof Engine>

/** Raised when importers, clauses or units come out otherwise than before. */
const STRUCTURE = 3
/** First digits of the SHA-256 of `weights/`, its files by name; a test holds it to the files. */
export const weights = '61ab90ed88f6'

/** The engine of this release. */
export const engine: Engine = {
  structure: `${STRUCTURE} ${weights}`,
  readers: Object.fromEntries(termTypes.map(({ type, version }) => [type, version])),
}

/** Types whose reader is another than before, those that are new or gone included; 'all' when the ground under them is. */
export function changedReaders(before: Engine | null, now: Engine): string[] | 'all' {
  if (before?.structure !== now.structure) return 'all'
  const types = new Set([...Object.keys(before.readers), ...Object.keys(now.readers)])
  return [...types].filter((type) => before.readers[type] !== now.readers[type])
}
