import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { Party } from '../quantities/parties.ts'
import { firstDuration } from './shared/amounts.ts'
import { finding } from './shared/findings.ts'
import { isLimitationPeriod, LIABILITY_TOPIC, LIMITATION_PERIOD } from './shared/liability-shapes.ts'
import { unitsThat } from './shared/units-that.ts'
import { type Candidate, defineTerm } from './term.ts'

const LimitationPeriod = z.object({ period: Duration, party: Party })
type LimitationPeriod = z.infer<typeof LimitationPeriod>

/** The time within which a claim must be brought. */
export const limitationPeriod = defineTerm({
  type: 'limitation_period',
  title: 'Time limit for claims',
  group: 'liability',
  describes: 'The time within which a claim must be brought; later ones are lost.',
  looksFor: [
    'no action may be brought more than',
    'claims must be commenced within',
    'waived unless made within',
  ],
  value: LimitationPeriod,
  version: 2,
  read(context) {
    const found: Candidate<LimitationPeriod>[] = []
    const always = (unit: { plain: string }) => isLimitationPeriod(unit.plain)
    for (const { unit, score, rule } of unitsThat(context, 'cap_on_liability', {
      among: LIMITATION_PERIOD,
      always,
      certain: ({ plain }) => BROUGHT.test(plain),
      topic: LIABILITY_TOPIC,
    })) {
      const period = isLimitationPeriod(unit.plain) ? firstDuration(afterLimit(unit.plain)) : undefined
      if (!period) continue
      // "Claims of the Customer become time-barred": who claims comes before who else the sentence names.
      const [, of, notifies] = CLAIMANT.exec(unit.plain) ?? []
      const claimant = context.roleOf(of ?? notifies ?? '')
      const subject = claimant === 'unknown' ? context.subjectOf(unit) : claimant
      const both =
        /\b(?:no|neither|either|any|each|all|every) (?:part(?:y|ies)|actions?|claims?|causes?|suits?|proceedings?|legal)/i.test(
          unit.plain,
        )
      const party = subject !== 'unknown' ? subject : both ? 'mutual' : 'unknown'
      found.push(finding({ period, party }, [unit], rule, Math.max(score, 0.8)))
    }
    return found
  },
  plain: ({ period, party }) =>
    `${plainDuration(period)}${party === 'vendor' || party === 'customer' ? ` for ${party}` : ''}`,
})

const BROUGHT =
  /\b(?:brought|bring|commenced?|filed?|instituted?|initiated?)\b|\b(?:time|statute)-barred\b|\blimitation period\b|\bunless\b[^.;]{0,60}?\bnotif/i
const CLAIMANT =
  /\bclaims? (?:for defects )?(?:of|by) ((?:the )?[\w&.-]{1,40})\b|\bunless ((?:the )?[\w&.-]{1,40}) notif/i

/** The words from "within" or "more than" on, so that other periods of the sentence are not taken. */
function afterLimit(words: string): string {
  const at = words.search(
    /\b(?:within|(?:more|later) than|after|before|barred|limitation period)\b[^.;]{0,60}?\b(?:years?|months?|days)\b/i,
  )
  return at < 0 ? words : words.slice(at)
}
