import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { firstDuration } from './shared/amounts.ts'
import { finding, topOf, withLeadIn } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

const Confidentiality = z.object({
  /** How long the duty lasts, after disclosure or the end of the agreement. */
  period: Duration.optional(),
  perpetual: z.boolean().optional(),
  /** True when trade secrets stay protected for as long as they are ones. */
  tradeSecretTail: z.boolean().optional(),
})
type Confidentiality = z.infer<typeof Confidentiality>

/** How long secrets are kept. */
export const confidentiality = defineTerm({
  type: 'confidentiality',
  title: 'Confidentiality',
  group: 'data',
  describes: 'The duty to keep the other party’s information secret, and how long it lasts.',
  looksFor: [
    'shall not disclose confidential information',
    'keep confidential',
    'for a period of years after disclosure',
    'trade secret',
  ],
  value: Confidentiality,
  version: 2,
  read(context) {
    const found: Candidate<Confidentiality>[] = []
    for (const group of bySection(context.unitsThatMayMatch(SECRET).filter(speaksOfSecrets))) {
      const duties = group.filter((unit) => DUTY.test(withLeadIn(unit)) && !EXCEPTION.test(unit.plain))
      const lasting = [...group, ...group.flatMap((unit) => goesOn(context, unit))].filter((unit) =>
        lasts(unit.plain),
      )
      if (duties.length === 0 && lasting.length === 0) continue
      const words = lasting.map((unit) => unit.plain).join(' ')
      const period = lasting
        .map((unit) => firstDuration(afterFor(unit.plain)))
        .find((read) => read !== undefined)
      const value = {
        ...(period && { period }),
        ...(PERPETUAL.test(words.replace(TRADE_SECRET, ' ')) && !period && { perpetual: true }),
        ...(TRADE_SECRET.test(words) && { tradeSecretTail: true }),
      }
      found.push(
        finding(
          value,
          [...duties.slice(0, 2), ...lasting.slice(0, 2)],
          lasting.length ? 'duty with a period' : 'duty',
          lasting.length ? 0.86 : 0.8,
        ),
      )
    }
    return found
  },
  plain: ({ period, perpetual, tradeSecretTail }) => {
    const span = period ? ` for ${plainDuration(period)}` : perpetual ? ' for ever' : ', no period stated'
    return `kept confidential${span}${tradeSecretTail ? ', trade secrets for as long as they are' : ''}`
  },
})

const SECRET = /\bconfidential(?:ity)?\b|\bnon-?disclosure\b|\bproprietary information\b|\btrade secrets?\b/i
const DUTY =
  /\b(?:shall|will|must|agrees?(?: that it will| to)?|undertakes? to)\b[^.]{0,160}?\b(?:not (?:\w{1,40} ){0,4}?(?:disclose|use|divulge|reveal)|keep|maintain|hold|protect|treat|only use|use (?:\w{1,40} ){0,4}(?:solely|only)|preserve|safeguard)\b|\bagrees? not to (?:disclose|use)\b|\b(?:may not|(?:neither|no) party (?:shall|will|may))\b[^.]{0,80}?\b(?:disclose|divulge|reveal)\b|\b(?:shall|will|must|may) not be (?:disclosed|divulged|revealed)\b|\b(?:treat|keep|hold)s? (?:\w{1,40} ){1,8}?(?:as confidential|confidential|secret|in (?:strict )?confidence)\b/i
const EXCEPTION = /\bdoes not include\b|\bshall not include\b|\bdo not apply to\b|\bmeans\b/i
const FOR_YEARS =
  /\b(?:for|until|during|survive\w{0,40}|period|continue\w{0,40}|remain\w{0,40}|lasts?|ends?|expires?)\b[^.]{0,120}?\b(?:years?|months?)\b/i
const PERPETUAL =
  /\b(?:perpetual(?:ly)?|indefinite(?:ly)?|in perpetuity|without limit (?:in|of) time|survive\w{0,40} (?:\w{1,40} ){0,4}indefinitely)\b/i
const TRADE_SECRET =
  /\btrade secrets?\b[^.]{0,200}?\b(?:as long as|so long as|until|remain|continue|indefinite)\w{0,40}\b[^.]{0,80}|\b(?:as long as|so long as|until)\b[^.]{0,100}?\btrade secrets?\b/i

/** "This obligation survives …": the sentence right after the duty, which doesn't name it again. */
function goesOn(context: ReadingContext, unit: Unit): Unit[] {
  const next = context.units[unit.index + 1]
  return next && next.clause === unit.clause && !SECRET.test(next.plain) && THIS_DUTY.test(next.plain)
    ? [next]
    : []
}
const THIS_DUTY =
  /^(?:this|these|the foregoing|such) (?:\w{1,40} )?(?:clause|section|dut|obligation|undertaking)/i

/** Carve-outs of liability and copies of reports mention secrecy without a duty of it. */
function speaksOfSecrets(unit: Unit): boolean {
  if (!SECRET.test(unit.plain) && !(SECRET.test(unit.heading) && lasts(unit.plain))) return false
  if (/\bliab\w{1,40}|\bindemnif|\bdamages\b/i.test(unit.plain) && !/\bconfidential/i.test(unit.heading))
    return false
  if (/\bdut(?:y|ies)|\bobligations?\b/i.test(unit.plain) && lasts(unit.plain)) return true
  return (
    /\bconfidential|\bnon-?disclosure|\bproprietary/i.test(unit.heading) ||
    (DUTY.test(unit.plain) &&
      /\b(?:receiving party|recipient|each party|disclos|confidential information)\b/i.test(unit.plain))
  )
}

function lasts(words: string): boolean {
  if (/\b(?:within|prior to|before|upon|after receiving)\b[^.]{0,30}\b(?:days|hours|business)\b/i.test(words))
    return false
  return (
    (FOR_YEARS.test(words) && firstDuration(words) !== undefined) ||
    PERPETUAL.test(words) ||
    TRADE_SECRET.test(words)
  )
}

function afterFor(words: string): string {
  const at = words.search(FOR_YEARS)
  return at < 0 ? '' : words.slice(at)
}

/** One term a section: the duty, its exceptions and its length are said in neighbouring clauses. */
function bySection(units: Unit[]): Unit[][] {
  const groups: Unit[][] = []
  for (const unit of units) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && (topOf(last) === topOf(unit) || unit.index - last.index < 15)) group.push(unit)
    else groups.push([unit])
  }
  return groups
}
