import { z } from 'zod'
import { Money } from '../quantities/money.ts'
import { moneyIn, plainMoney } from './shared/amounts.ts'
import { finding } from './shared/findings.ts'
import { unitsThat } from './shared/units-that.ts'
import { type Candidate, defineTerm } from './term.ts'

const LiquidatedDamages = z.object({
  amount: Money.optional(),
  /** What makes the sum fall due. */
  trigger: z.enum(['termination', 'delay', 'breach', 'shortfall', 'other']),
})
type LiquidatedDamages = z.infer<typeof LiquidatedDamages>

const SUM = String.raw`\b(?:pay|pays|paid|payable|charge[ds]?|invoice|equal|amount|due|owes?|entitled|constitute|sum)\b`
const FEE = String.raw`\b(?:liquidated (?:and agreed )?damages|(?:early )?(?:termination|exit|break(?:age)?) (?:fee|charge|payment)s?|cancel+ation (?:fee|charge)s?)\b`
const ALWAYS = [
  new RegExp(`${SUM}[^.;]{0,200}?${FEE}|${FEE}[^.;]{0,200}?${SUM}`, 'i'),
  /\bas liquidated damages\b|\b(?:pay|payment|subject to)\b[^.;]{0,60}?\b(?:a|as|contractual|agreed) (?:\w{1,40} )?penalt(?:y|ies)\b|\breasonable (?:pre-?)?estimate of (?:the )?(?:\w{1,40} ){0,3}(?:damages|loss)/i,
]
/** The parties say of a sum what it is: fair damages, and no penalty. */
const FAIR =
  /\b(?:constitutes?|deemed|considered) (?:\w{1,20} ){0,5}liquidated damages\b|\b(?:amounts?|sums?|payments?|fees?)\b[^.;]{0,160}?\bnot (?:be (?:deemed |construed as )?|as |constitute |intended as )?(?:a )?penalt|\breasonable in (?:the )?light of\b[^.;]{0,60}?\b(?:damages|loss|harm)\b/i
/** Talk about such damages that promises none. */
const NEVER =
  /\b(?:(?:no|not|without|nor)\b[^.;]{0,40}?|any )\b(?:early )?(?:termination|cancel{1,20}ation|exit) (?:fee|charge|penalt)|\bwithout (?:any )?(?:penalty|liability)\b|\bcap on (?:liquidated )?damages\b|\bnot liquidated damages\b|\bexclusive remedy\b|\bmeans a\b|\bexcluded from\b|\b(?:rights? to|contains a) liquidated damages\b|\bliquidated damages, (?:\w{1,40},? ){1,4}(?:and|or) (?:other )?\w{1,40}\b/i

/** Without one of these words a sentence says nothing of it. */
const TOPIC =
  /\bliquidated\b|\bdamages\b|\bpenalt|\b(?:terminat\w{0,40}|exit|cancel\w{0,40}|early|break\w{0,40})\b[^.;]{0,80}?\b(?:fees?|charges?|payments?|amounts?|sum)\b|\b(?:fees?|charges?|payment)\b[^.;]{0,80}?\b(?:terminat|cancel)\w{0,40}/i

/** A sum agreed beforehand, termination fees included. */
export const liquidatedDamages = defineTerm({
  type: 'liquidated_damages',
  title: 'Liquidated damages',
  group: 'liability',
  describes: 'A sum agreed beforehand for a breach, a delay or leaving early.',
  looksFor: ['liquidated damages', 'early termination fee', 'as a penalty', 'reasonable estimate of damages'],
  value: LiquidatedDamages,
  version: 4,
  read(context) {
    const found: Candidate<LiquidatedDamages>[] = []
    const always = (unit: { plain: string }) =>
      FAIR.test(unit.plain) || ALWAYS.some((pattern) => pattern.test(unit.plain))
    const never = (unit: { plain: string }) => NEVER.test(unit.plain) && !FAIR.test(unit.plain)
    for (const { unit, score, rule } of unitsThat(context, 'liquidated_damages', {
      among: [FAIR, ...ALWAYS],
      always,
      never,
      topic: TOPIC,
      atLeast: 0.4,
    })) {
      const amount = moneyIn(unit.plain)[0]
      found.push(finding({ ...(amount && { amount }), trigger: triggerOf(unit.plain) }, [unit], rule, score))
    }
    return found
  },
  plain: ({ amount, trigger }) =>
    `${amount ? plainMoney(amount) : 'an agreed sum'}${trigger === 'other' ? '' : ` on ${trigger}`}`,
})

function triggerOf(words: string): LiquidatedDamages['trigger'] {
  if (/\bterminat|\bcancel|\bexit fee|\bwithdraw/i.test(words)) return 'termination'
  if (/\bdelay|\blate\b|\bper (?:day|week)\b|\beach day\b|\bfails? to deliver/i.test(words)) return 'delay'
  if (/\bshortfall|\bminimum\b|\bservice level/i.test(words)) return 'shortfall'
  if (/\bbreach|\bdefault|\bviolat|\bfail/i.test(words)) return 'breach'
  return 'other'
}
