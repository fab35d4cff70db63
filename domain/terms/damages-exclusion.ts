import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { exceptedHeads, liftsLimitation, splitExceptions } from './shared/carve-outs.ts'
import { finding, inOrder, section, wholeSentence } from './shared/findings.ts'
import { DamageHead, damageHeads, headsOf, LiabilityHead } from './shared/heads.ts'
import { listInWords } from './shared/in-words.ts'
import {
  EXCLUDED,
  isCap,
  isDamagesExclusion,
  isLimitationPeriod,
  LIABILITY_TOPIC,
} from './shared/liability-shapes.ts'
import { liableParty } from './shared/liable.ts'
import { unitsThat } from './shared/units-that.ts'
import { type Candidate, defineTerm } from './term.ts'

const DamagesExclusion = z.object({
  party: Party,
  heads: z.array(DamageHead).min(1),
  exceptHeads: z.array(LiabilityHead),
})
type DamagesExclusion = z.infer<typeof DamagesExclusion>

/** Kinds of loss that nobody pays for. */
export const damagesExclusion = defineTerm({
  type: 'damages_exclusion',
  title: 'Exclusion of damages',
  group: 'liability',
  describes:
    'Kinds of loss, such as lost profits, that a party never pays for, and what the exclusion excepts.',
  looksFor: [
    'indirect or consequential damages',
    'loss of profits',
    'in no event liable for',
    'special or punitive damages',
  ],
  value: DamagesExclusion,
  version: 2,
  read(context) {
    const found: Candidate<DamagesExclusion>[] = []
    const cited = new Set<Unit>()
    for (const { unit, score, rule } of unitsThat(context, 'cap_on_liability', {
      among: [...EXCLUDED, OPENS_LIST],
      always: excludes(context),
      certain: () => true,
      topic: LIABILITY_TOPIC,
    })) {
      if (cited.has(unit)) continue
      const { words, units } = wholeSentence(context, unit)
      if (!isDamagesExclusion(words) || isLimitationPeriod(words)) continue
      const { main } = splitExceptions(words)
      const heads = damageHeads(isCap(words) ? exclusionPart(main) : main)
      if (heads.length === 0) continue
      for (const one of units) cited.add(one)
      const lifted = liftedNearby(context, unit)
      const exceptHeads = inOrder(LiabilityHead.options, [...exceptedHeads(context, unit), ...lifted.heads])
      const value = { party: liableParty(context, main), heads, exceptHeads }
      found.push(finding(value, units, rule, Math.max(score, 0.8)))
    }
    return found
  },
  plain: ({ heads, exceptHeads, party }) => {
    const list = (all: string[]) => listInWords(all, 'other losses')
    const whose = party === 'vendor' || party === 'customer' ? ` (${party})` : ''
    return `no ${list(heads)}${exceptHeads.length ? `; except ${list(exceptHeads)}` : ''}${whose}`
  },
})

/** A unit that denies liability itself, or opens a list of losses. */
const excludes = (context: ReadingContext) => (unit: Unit) => {
  if (isDamagesExclusion(unit.plain)) return true
  return OPENS_LIST.test(unit.plain) && isDamagesExclusion(wholeSentence(context, unit).words)
}

const OPENS_LIST = /\b(?:liable|liability|responsible)\b[^.]{0,80}(?::|following)/i

/** Where one sentence excludes and caps, only the excluding half names kinds of damages. */
function exclusionPart(main: string): string {
  return main.split(/;\s*(?:and|or)?\b/).find((part) => isDamagesExclusion(part)) ?? main
}

/** "The foregoing does not apply to …", said in another sentence of the same section. */
function liftedNearby(context: ReadingContext, unit: Unit): { heads: LiabilityHead[] } {
  const heads = section(context, unit)
    .filter((other) => other !== unit && liftsLimitation(other, wholeSentence(context, other).words))
    .filter((other) => speaksOf(other.plain, unit))
    .flatMap((other) => {
      const { words, units } = wholeSentence(context, other)
      return headsOf(context, units, words).filter((head) => head !== 'other')
    })
  return { heads }
}

/** A sentence that names the clauses it lifts ("Section 9.1 shall not apply to") lifts those only. */
function speaksOf(words: string, unit: Unit): boolean {
  const named =
    /\b(?:sections?|clauses?|articles?|paragraphs?) (\d[\d.]{0,60}(?:\([a-z]{1,60}\)){0,20})(?:[^.]{0,20}?\band (?:\w{1,40} )?(\d[\d.]{0,60}))?[^.]{0,80}?\bnot (?:be )?(?:appl|limit|exclude)/i.exec(
      words,
    )
  if (!named?.[1]) return true
  const number = unit.clause?.number ?? ''
  return [named[1], named[2]].some(
    (clause) => clause && (number.startsWith(clause) || clause.startsWith(number)),
  )
}
