import type { z } from 'zod'
import type { Money } from '../../quantities/money.ts'
import { isSure, type PolicyTerm, whereOf } from '../policy-term.ts'

export { inWords as plainName } from '../../terms/shared/in-words.ts'

import { governing } from '../precedence.ts'

/**
 * missing: nothing of the kind was found. short: found, and not enough. conflict: clauses of equal rank disagree.
 * unsure: it can't be told, `found` says why.
 */
export type State = 'met' | 'missing' | 'short' | 'conflict' | 'unsure'

export interface Verdict {
  state: State
  /** In plain words, no final full stop. */
  found: string
  term: PolicyTerm | null
  /** Found and not far from enough: more than half of a figure, or one detail of several. */
  near: boolean
  /** True when the verdict rests on a contract that is silent: pages that could not be read change that. */
  silent: boolean
  trace: string[]
}

/** What a check may look at beside its own test. */
export interface CheckContext {
  /** Terms of one type that nobody rejected, of every paper. */
  ofType(type: string): PolicyTerm[]
  /** What a year costs, where it is known. */
  annualFees?: Money
  /** What the deployment does, in the words of `acceptable_use`; absent when nobody has said. */
  uses?: string[]
}

export const NOT_FOUND = 'Not found in what was read'

const silence = (state: 'met' | 'missing', found: string, trace: string[]): Verdict => ({
  state,
  found,
  term: null,
  near: false,
  silent: true,
  trace,
})

/** Nothing was found, and something is required. */
export const missing = (trace: string[] = [], found = NOT_FOUND): Verdict => silence('missing', found, trace)

/** Nothing was found, and that is just as well. */
export const silentlyMet = (found: string, trace: string[] = []): Verdict => silence('met', found, trace)

/** How one clause does against the test. */
export interface Opinion {
  state: 'met' | 'short' | 'unsure'
  found: string
  near?: boolean
  notes?: string[]
}

export interface Reading<V> {
  term: PolicyTerm
  value: V
}

/** The terms whose value the schema understands and `keep` lets through, and a line of trace for each that isn't. */
export function readingsOf<S extends z.ZodType>(
  terms: PolicyTerm[],
  schema: S,
  keep: (value: z.infer<S>) => boolean = () => true,
): { readings: Reading<z.infer<S>>[]; trace: string[] } {
  const readings: Reading<z.infer<S>>[] = []
  const trace: string[] = []
  for (const term of terms) {
    const value = schema.safeParse(term.value)
    if (!value.success) trace.push(`Left out, its value can't be used: ${whereOf(term)}.`)
    else if (keep(value.data)) readings.push({ term, value: value.data })
    else trace.push(`Left out, it speaks of another party or subject: ${whereOf(term)}.`)
  }
  return { readings, trace }
}

/**
 * Asks `opinion` of each reading of the paper that governs. All enough is met; none enough is what the best of them
 * says; some enough and some not is a conflict. An enough that rests on a doubtful reading is unsure.
 */
export function judge<V>(
  type: string,
  { readings, trace }: { readings: Reading<V>[]; trace: string[] },
  opinion: (value: V, term: PolicyTerm) => Opinion,
): Verdict {
  const { terms, others } = governing(
    readings.map((r) => r.term),
    type,
  )
  const judged = terms.flatMap((term) => {
    const reading = readings.find((r) => r.term === term)
    return reading ? [{ term, ...opinion(reading.value, term) }] : []
  })
  const lines = [
    ...judged.map((j) => `${whereOf(j.term)}: ${j.found} (${j.term.reader}); ${wordOf(j.state)}.`),
    ...judged.flatMap((j) => j.notes ?? []),
    ...others.map((term) => `Gives way to the paper that governs this subject: ${whereOf(term)}.`),
    ...trace,
  ]
  const met = judged.filter((j) => j.state === 'met')
  const rest = judged.filter((j) => j.state !== 'met')
  const best = met[0] ?? rest.find((j) => j.state === 'unsure') ?? rest.find((j) => j.near) ?? rest[0]
  if (!best) return missing(lines)
  if (met.length > 0 && rest[0]) return conflictOf(met[0] ?? best, rest[0], lines)
  if (best.state === 'met' && !isSure(best.term)) return doubtful(best.found, best.term, lines)
  const notes = best.state === 'unsure' && best.notes?.length ? `. ${best.notes.join(' ')}` : ''
  return {
    state: best.state,
    found: `${best.found}${notes.replace(/\.$/, '')}`,
    term: best.term,
    near: best.near ?? false,
    silent: false,
    trace: lines,
  }
}

const wordOf = (state: Opinion['state']) =>
  ({ met: 'enough', short: 'not enough', unsure: "can't be told" })[state]

type Judged = Opinion & { term: PolicyTerm }

function conflictOf(enough: Judged, short: Judged, trace: string[]): Verdict {
  if (short.state === 'unsure')
    return { state: 'unsure', found: short.found, term: short.term, near: true, silent: false, trace }
  return {
    state: 'conflict',
    found: `One clause says: ${enough.found}. Another says: ${short.found} (${whereOf(short.term)})`,
    term: short.term,
    near: true,
    silent: false,
    trace,
  }
}

/** Enough, if the reading is right; a person should look. */
export const doubtful = (found: string, term: PolicyTerm, trace: string[]): Verdict => ({
  state: 'unsure',
  found: `${found}, but the reading is doubtful: look at the clause`,
  term,
  near: true,
  silent: false,
  trace,
})

/** Details asked for and not there make a verdict short; `near` when only some are. */
export function details(found: string, lacking: string[], asked: number): Opinion {
  if (lacking.length === 0) return { state: 'met', found }
  return { state: 'short', found: `${found}; without ${listed(lacking)}`, near: lacking.length < asked }
}

/** "a, b and c". */
export function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** With a capital. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
