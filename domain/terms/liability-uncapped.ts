import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import {
  definedExceptions,
  endsIndemnity,
  exceptedHeads,
  isUnlimited,
  liftsLimitation,
  splitExceptions,
} from './shared/carve-outs.ts'
import { finding, runningSentence, wholeSentence, wordsOf } from './shared/findings.ts'
import { headsOf, LiabilityHead } from './shared/heads.ts'
import { listInWords } from './shared/in-words.ts'
import { isCap, isDamagesExclusion, LIABILITY_TOPIC } from './shared/liability-shapes.ts'
import { liableParty } from './shared/liable.ts'
import { unitsThat } from './shared/units-that.ts'
import { type Candidate, defineTerm } from './term.ts'

const LiabilityUncapped = z.object({
  party: Party,
  heads: z.array(LiabilityHead).min(1),
  /** Set where only an exclusion of damages is lifted: a cap elsewhere in the paper still holds. */
  lifts: z.literal('damages_exclusion').optional(),
})
type LiabilityUncapped = z.infer<typeof LiabilityUncapped>

/** What stands outside the cap. */
export const liabilityUncapped = defineTerm({
  type: 'liability_uncapped',
  title: 'Uncapped liability',
  group: 'liability',
  describes: 'Heads of liability that no cap limits: they are paid in full.',
  looksFor: [
    'except for breach of confidentiality',
    'the foregoing does not apply to',
    'nothing limits liability for',
    'unlimited',
  ],
  value: LiabilityUncapped,
  version: 3,
  read(context) {
    const found: Candidate<LiabilityUncapped>[] = []
    const cited = new Set<Unit>()
    for (const { unit, score, rule } of unitsThat(context, 'uncapped_liability', {
      among: [LIABILITY_TOPIC],
      always: lifts(context),
      never: (unit) => liftsNothing(context, unit),
      certain: (unit) => liftsLimitation(unit, unit.plain),
      topic: LIABILITY_TOPIC,
    })) {
      if (cited.has(unit)) continue
      const { words, units } = wholeSentence(context, unit)
      const heads = liftedHeads(context, unit, words, units)
      if (heads.length === 0) continue
      for (const one of units) cited.add(one)
      const { main, exceptions } = splitExceptions(words)
      const party = liableParty(context, main)
      const only = isDamagesExclusion(words) && !isCap(words) ? { lifts: 'damages_exclusion' as const } : {}
      const sure = heads.some((head) => head !== 'other') || isUnlimited(words)
      const cites = [...units, ...definedExceptions(context, exceptions.join(' '))]
      const confidence = sure ? Math.max(score, 0.75) : Math.min(score, 0.55)
      const ones = party === 'mutual' ? customersOwn(context, units, exceptions.join(' '), heads) : []
      const shared = heads.filter((head) => head === 'payment' || !ones.includes(head))
      if (shared.length > 0) found.push(finding({ party, heads: shared, ...only }, cites, rule, confidence))
      if (ones.length > 0)
        found.push(finding({ party: 'customer', heads: ones, ...only }, cites, rule, confidence))
    }
    return found
  },
  plain: ({ heads, party, lifts }) =>
    `${listInWords(heads, 'other heads')}${party === 'mutual' || party === 'unknown' ? '' : ` (${party})`}${lifts ? ', from the exclusion of damages only' : ''}`,
})

/**
 * A limitation with exceptions, or a sentence that lifts one. Lawyers count the exceptions of an exclusion of damages
 * as well; `lifts` tells those apart.
 */
const lifts = (context: ReadingContext) => (unit: Unit) => {
  if (isUnlimited(unit.plain)) return true
  if (liftsLimitation(unit, unit.plain)) {
    const { words, units } = wholeSentence(context, unit)
    return headsOf(context, units, words).some((head) => head !== 'other')
  }
  const units = runningSentence(context, unit)
  const words = wordsOf(units)
  if (!isCap(words) && !isDamagesExclusion(words)) return false
  return exceptedHeads(context, unit).some((head) => head !== 'payment' && head !== 'other')
}

const liftsNothing = (context: ReadingContext, unit: Unit) => {
  const { words, units } = wholeSentence(context, unit)
  return liftedHeads(context, unit, words, units).length === 0
}

/** A limitation that excepts nothing lifts nothing, though it looks much like those that do; no more does a sentence that names no head, or one that only says where an indemnity ends. */
function liftedHeads(context: ReadingContext, unit: Unit, words: string, units: Unit[]): LiabilityHead[] {
  if (endsIndemnity(words)) return []
  const heads = headsOf(context, units, words)
  if (isUnlimited(words)) return heads.length > 0 ? heads : ['other']
  if (liftsLimitation(unit, words)) return heads
  if (isCap(words) || isDamagesExclusion(words)) return exceptedHeads(context, unit)
  return heads.filter((head) => head !== 'other')
}

/**
 * The heads that a cap for both parties lifts for the customer alone: "(b) Customer's obligations under Section 8".
 * [] where that is nothing but its duty to pay, which is always the customer's.
 */
function customersOwn(
  context: ReadingContext,
  units: Unit[],
  exceptions: string,
  heads: LiabilityHead[],
): LiabilityHead[] {
  const holders = [...exceptions.matchAll(HOLDER)]
  const said = holders.map((match, at) => ({
    role: context.roleOf(match[1] ?? ''),
    heads: headsOf(context, units, exceptions.slice(match.index, holders[at + 1]?.index)),
  }))
  const saidOf = (head: LiabilityHead) => said.filter((one) => one.heads.includes(head))
  const own = heads.filter(
    (head) => saidOf(head).length > 0 && saidOf(head).every((one) => one.role === 'customer'),
  )
  return own.some((head) => head !== 'payment') ? own : []
}

/** "Either party's", "Customer's". */
const HOLDER = /\b((?:either|each|a|any|one|the other|such) party|[\w.&-]{1,60})['’]s\b/gi
