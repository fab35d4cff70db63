import { z } from 'zod'
import { section } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

type DisputeResolution = {
  forum: 'courts' | 'arbitration' | 'mediation_first'
  seat?: string
  rules?: string
  classWaiver?: boolean
}

const arbitration = /\b(?:binding arbitration|arbitrat(?:ion|ed|or)s?)\b/i
const courts =
  /\b(?:exclusive(?:ly)?|jurisdiction|venue|courts?)\b[^.;]{0,120}?\b(?:courts?|jurisdiction|venue)\b/i
const mediation = /\bmediat(?:ion|or|e)\b/i
const binds =
  /\b(?:shall|will|must|agree|submit|consent|irrevocabl|exclusive|resolved?|settled?|brought|referred)\b/i
const classWaiver =
  /\bclass (?:action|arbitration|or)|\b(?:individual (?:basis|capacity)|representative (?:action|proceeding)|collective action)/i
const place =
  "((?:the )?(?:City of |County of |State of )?[A-Z][\\w.’']+(?: (?:of|and|the|[A-Z][\\w.’']+)){0,4}(?:, [A-Z][\\w.’']+(?: [A-Z][\\w.’']+)?)?)"
const seats = [
  new RegExp(
    `\\b(?:held|conducted|seat(?:ed)?|take place|located|place|venue|sitting|brought|hearing\\w*)\\b[^.;]{0,60}?\\b(?:in|of|be|at)\\b (?:the (?:state or federal |federal (?:or|and) state |competent |exclusive )?courts? (?:of|in|located in) )?${place}`,
  ),
  new RegExp(`\\bcourts? (?:sitting |located |situated )?(?:of|in|for|at) ${place}`),
]
const rules =
  /\b((?:the )?(?:Commercial |International |Comprehensive |Streamlined |Consumer )*(?:Arbitration |Mediation )?(?:Rules )?(?:of (?:the )?)?(?:American Arbitration Association|AAA|JAMS|ICC|International Chamber of Commerce|LCIA|UNCITRAL|SIAC|HKIAC|CIETAC|DIS|NAM|National Arbitration and Mediation))\b/

/** Where and how one fights. */
export const disputeResolution = defineTerm({
  type: 'dispute_resolution',
  title: 'Dispute resolution',
  group: 'time',
  describes:
    'Which court or arbitrator decides, where, by which rules, and whether class actions are waived.',
  looksFor: ['exclusive jurisdiction', 'binding arbitration', 'mediation', 'class action waiver'],
  value: z.object({
    forum: z.enum(['courts', 'arbitration', 'mediation_first']),
    seat: z.string().optional(),
    rules: z.string().optional(),
    classWaiver: z.boolean().optional(),
  }),
  version: 1,
  read(context) {
    const found: Candidate<DisputeResolution>[] = []
    for (const unit of context.units) {
      const words = unit.plain
      if (!binds.test(words)) continue
      const forum =
        mediation.test(words) && /\b(?:before|first|prior|attempt)\b/i.test(words)
          ? ('mediation_first' as const)
          : arbitration.test(words) &&
              /\b(?:dispute|claim|controvers|resolved|settled|binding|submit|arbitration (?:will|shall))/i.test(
                words,
              )
            ? ('arbitration' as const)
            : courts.test(words) && /\b(?:jurisdiction|venue)\b/i.test(words)
              ? ('courts' as const)
              : null
      if (
        !forum ||
        found.some((f) => f.value.forum === forum && near(context, f.spans[0]?.start ?? 0, unit.start))
      )
        continue
      const around = section(context, unit).filter((u) => Math.abs(u.index - unit.index) <= 20)
      const text = forum === 'arbitration' ? [unit, ...around].map((u) => u.plain) : [words]
      const seat = text.map(seatIn).find(Boolean)
      const byRules = text.map((w) => rules.exec(w)?.[1]).find(Boolean)
      const waives =
        forum === 'arbitration' &&
        [...text, ...context.units.filter((u) => /\bclass\b/i.test(u.heading)).map((u) => u.plain)].some(
          (w) => classWaiver.test(w) && /\b(?:not|waive|only|no )/i.test(w),
        )
      found.push({
        value: {
          forum,
          ...(seat && { seat }),
          ...(byRules && { rules: byRules.replace(/^the /, '') }),
          ...(waives && { classWaiver: true }),
        },
        spans: [{ start: unit.start, end: unit.end }],
        score: 0.8,
        rule: forum.replace('_', ' '),
      })
    }
    return found
  },
  plain: ({ forum, seat, rules: by, classWaiver: waived }) =>
    [
      forum === 'mediation_first' ? 'mediation first' : forum,
      seat && `in ${seat}`,
      by && `under ${by}`,
      waived && 'no class actions',
    ]
      .filter(Boolean)
      .join(', '),
})

const near = (_context: unknown, a: number, b: number) => Math.abs(a - b) < 6000

/** "San Francisco, California" out of "held in San Francisco, California". */
function seatIn(words: string): string | undefined {
  for (const pattern of seats) {
    const found = pattern
      .exec(words)?.[1]
      ?.replace(/^the /, '')
      .replace(/^(?:City|County|State) of /, '')
      .replace(/[.,]$/, '')
    if (found && !/^(?:Section|Agreement|Party|Court|Rules|American|JAMS|Any|Each)\b/.test(found))
      return found
  }
  return undefined
}
