import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { Party, partyTitles } from '../quantities/parties.ts'
import { firstDuration } from './shared/amounts.ts'
import { unitsOrElse } from './shared/units-or-else.ts'
import { defineTerm } from './term.ts'

const terminates = /\bterminat(?:e|ed|ion)\b|\bcancel(?:led)?\b/i
const freely =
  /\b(?:for (?:its |their |any )?convenience|without cause|for any (?:or no )?reason|for no reason|with or without (?:cause|reason)|at any time|in its (?:sole )?(?:discretion)|without (?:any )?(?:reason|liability|penalty))\b/i
const fault =
  /\b(?:breach|default|insolven|bankrupt|fails? to|failure|violat|change of control|force majeure|material(?:ly)?|if (?:the )?(?:other|either)|in the event|cure)\b/i

/** Words that give the reason for leaving. */
const forCause =
  /\bfor (?:(?:the )?other party['’]s |any )?(?:uncured )?(?:material )?(?:breach|cause|default)\b/i

/** Who may leave without a reason. */
export const terminationForConvenience = defineTerm({
  type: 'termination_for_convenience',
  title: 'Termination for convenience',
  group: 'time',
  describes: 'Who may end the agreement without a reason, and with what notice.',
  looksFor: [
    'terminate for convenience',
    'without cause',
    'for any reason',
    'at any time upon written notice',
  ],
  value: z.object({ by: Party, notice: Duration.optional(), fee: z.boolean().optional() }),
  version: 1,
  read: (context) =>
    unitsOrElse(context, 'termination_for_convenience', {
      never: ({ plain }) => forCause.test(plain) && !freely.test(plain),
      orElse: ({ plain }) =>
        terminates.test(plain) &&
        freely.test(plain) &&
        !fault.test(plain) &&
        /\b(?:may|right|entitled|can)\b/i.test(plain) &&
        /\bagreement|contract|terms|order form|services?|subscription|addendum\b/i.test(plain),
    }).map(({ unit, score, rule }) => {
      const notice = firstDuration(unit.plain)
      const fee = /\b(?:termination|cancellation) (?:fee|charge)|\bearly termination (?:fee|payment)/i.test(
        unit.plain,
      )
      return {
        value: {
          by: holder(context.roleOf, unit.plain, context.subjectOf(unit)),
          ...(notice && { notice }),
          ...(fee && { fee }),
        },
        spans: [unit],
        score,
        rule,
      }
    }),
  plain: ({ by, notice, fee }) =>
    `${partyTitles[by]}${notice ? `, on ${plainDuration(notice)}' notice` : ''}${fee ? ', for a fee' : ''}`,
})

/** Who "may terminate": the words before it, else the subject of the sentence. */
function holder(
  roleOf: (phrase: string) => z.infer<typeof Party>,
  words: string,
  subject: z.infer<typeof Party>,
) {
  const before =
    /^(.{0,200}?)\b(?:may|shall have the right|has the right|is entitled|can|reserves the right)\b/i.exec(
      words,
    )?.[1]
  const byWhom =
    /\bterminat\w+ (?:\w+ ){0,4}?by ((?:either|any|each|both|the)? ?[\w ]{2,40}?)(?: (?:upon|on|at|with|for|by)\b|,|;|\.)/i.exec(
      words,
    )?.[1]
  const role = before ? roleOf(before.split(/[;:]/).at(-1) ?? before) : byWhom ? roleOf(byWhom) : 'unknown'
  return role === 'unknown' ? subject : role
}
