import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { exceptedHeads, liftsLimitation, splitExceptions } from './shared/carve-outs.ts'
import { finding, wholeSentence } from './shared/findings.ts'
import { headsOf, LiabilityHead } from './shared/heads.ts'
import { isCap, isDamagesExclusion } from './shared/liability-shapes.ts'
import { liableParty } from './shared/liable.ts'
import { unitsThat } from './shared/units-that.ts'
import { type Candidate, defineTerm } from './term.ts'

const LiabilityUncapped = z.object({ party: Party, heads: z.array(LiabilityHead).min(1) })
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
  version: 1,
  read(context) {
    const found: Candidate<LiabilityUncapped>[] = []
    const cited = new Set<Unit>()
    for (const { unit, score, rule } of unitsThat(context, 'uncapped_liability', {
      always: lifts(context),
    })) {
      if (cited.has(unit)) continue
      const { words, units } = wholeSentence(context, unit)
      const heads = liftedHeads(context, unit, words, units)
      if (heads.length === 0) continue
      for (const one of units) cited.add(one)
      const party = liableParty(context, splitExceptions(words).main)
      const sure = heads.some((head) => head !== 'other')
      found.push(finding({ party, heads }, units, rule, sure ? Math.max(score, 0.75) : Math.min(score, 0.55)))
    }
    return found
  },
  plain: ({ heads, party }) =>
    `${heads.map((head) => head.replace(/_/g, ' ')).join(', ')}${party === 'mutual' || party === 'unknown' ? '' : ` (${party})`}`,
})

/**
 * A cap with exceptions, or a sentence that lifts a limitation. The exceptions of an exclusion of damages alone
 * leave the cap in place, so they are not read as uncapped unless the model for it says so.
 */
const lifts = (context: ReadingContext) => (unit: Unit) => {
  const { words, units } = wholeSentence(context, unit)
  if (liftsLimitation(unit, unit.plain))
    return headsOf(context, units, words).some((head) => head !== 'other')
  return isCap(words) && exceptedHeads(context, unit).some((head) => head !== 'other' && head !== 'payment')
}

function liftedHeads(context: ReadingContext, unit: Unit, words: string, units: Unit[]): LiabilityHead[] {
  if (isCap(words) || isDamagesExclusion(words)) {
    const excepted = exceptedHeads(context, unit)
    if (excepted.length > 0) return excepted
  }
  return headsOf(context, units, words)
}
