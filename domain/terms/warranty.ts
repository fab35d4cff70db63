import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import type { Unit } from '../reading/context.ts'
import { firstDuration } from './shared/amounts.ts'
import { finding, withLeadIn } from './shared/findings.ts'
import { unitsThat } from './shared/units-that.ts'
import { type Candidate, defineTerm } from './term.ts'

const Warranty = z.object({
  kind: z.enum(['performance', 'law', 'security', 'noninfringement', 'other']),
  /** How long the promise holds, where it says so. */
  period: Duration.optional(),
})
type Warranty = z.infer<typeof Warranty>

const WARRANTS = /\b(?:warrants?|warranty|warranties|guarantees?)\b/i
const KINDS: [Warranty['kind'], RegExp][] = [
  [
    'performance',
    /\b(?:conform|perform|function|operate|comply)\w{0,40}\b[^.;]{0,120}?\b(?:documentation|specifications?|descriptions?|material respects|substantially|as described|acceptance criteria)\b|\b(?:substantially|materially)\b[^.;]{0,40}?\b(?:conform|perform|in accordance)|\bfree (?:from|of) (?:\w{1,40} ){0,4}(?:defects?|errors|bugs|programming)|\b(?:defects? in|defective)\b|\b(?:professional|workmanlike|skil{1,20}ful)\b[^.;]{0,40}?\bmanner\b|\breasonable (?:care and skill|skill and care)\b|\bnon-?conform|\bworkmanship\b/i,
  ],
  [
    'security',
    /\b(?:virus|malware|malicious|trojan|harmful code|disabling (?:code|device)|time bomb|back ?door)/i,
  ],
  ['noninfringement', /\b(?:not|nor|non-?)\b ?[^.;]{0,80}?\b(?:infring|misappropriat)/i],
  ['law', /\bcompl(?:y|ies|iance)\b[^.;]{0,60}?\b(?:laws?|regulations?)\b/i],
]
/** A promise about the thing sold, by its seller; promises of power and authority are not asked for. */
const ABOUT_THE_THING =
  /\b(?:services?|software|products?|platform|system|deliverables?|application|equipment|api|solution|goods|site|technology|model)\b/i
const PERFORMANCE_PROMISE =
  /\b(?:represents?(?:,| and) warrants?|warrants|warranty is)\b[^.]{0,220}?\b(?:services?|software|platform|deliverables?|api|solution|products?)\b[^.]{0,160}?\b(?:conform|perform|function|operate)\w{0,40}\b[^.]{0,120}?\b(?:documentation|specifications?)\b/i
const DENIED =
  /\b(?:no|not|disclaims?|nor|neither)\b[^.;]{0,60}?\b(?:warrant(?!y period)|guarantee)|\bwithout (?:any |express |implied |other |further )?(?:\w{1,20} )?(?:warrant|guarantee)|\bexpress or implied\b|\bas is\b/i

/** Without one of these words a sentence says nothing of it. */
const TOPIC =
  /\bwarrant|\bdefect|\bguarant|\bconform|\bnon-?conform|\breject|\baccept|\breplace|\brepair|\bcorrect|\berrors?\b|\bbugs?\b|\bshelf|\binspect/i
/** Tests by somebody else, upkeep that is paid for, parts kept in stock, and promises of marks and titles. */
const ELSE =
  /\bindependent laborator|\bspares?\b|\breplacement time\b|\bmaintenance (?:terms?|fees?)\b|\brebates?\b|\bMarks? (?:are|is|do|does)\b/

/** What the vendor promises of its service, and for how long. */
export const warranty = defineTerm({
  type: 'warranty',
  title: 'Warranty',
  group: 'liability',
  describes: 'What a party promises of the thing it delivers, and how long the promise holds.',
  looksFor: [
    'warrants that the services will conform',
    'for a period of days from delivery',
    'warranty period',
    'free from defects',
  ],
  value: Warranty,
  version: 4,
  read(context) {
    const found: Candidate<Warranty>[] = []
    for (const { unit, score, rule } of unitsThat(context, 'warranty', {
      among: [PERFORMANCE_PROMISE, NO_VIRUS, PROMISED_FOR, WINDOW, ...PERIOD_SAID],
      always: (unit) =>
        promises(unit) ||
        saysPeriod(unit) ||
        (context.score('warranty', unit) > DOUBT && mayBeSentBack(unit)),
      never: (unit) =>
        denies(unit) || ELSE.test(unit.plain) || (!TIMED.test(withLeadIn(unit)) && !promises(unit)),
      certain: (unit) => saysPeriod(unit) || mayBeSentBack(unit),
      topic: TOPIC,
    })) {
      const words = withLeadIn(unit)
      const kind =
        KINDS.find(([, pattern]) => pattern.test(unit.plain))?.[0] ??
        KINDS.find(([, pattern]) => pattern.test(words))?.[0] ??
        'other'
      const period = warrantyPeriod(unit.plain)
      found.push(finding({ kind, ...(period && { period }) }, [unit], rule, score))
    }
    return found
  },
  plain: ({ kind, period }) => {
    const what = kind === 'law' ? 'compliance with law' : kind === 'other' ? 'warranty' : kind
    return period ? `${what}, ${plainDuration(period)}` : what
  },
})

const promises = (unit: Unit) => {
  const words = withLeadIn(unit)
  if (denies(unit) || !WARRANTS.test(words) || !ABOUT_THE_THING.test(words)) return false
  if (PERFORMANCE_PROMISE.test(words) || NO_VIRUS.test(words)) return true
  return (
    PROMISED_FOR.test(words) && KINDS[0]?.[1].test(words) === true && warrantyPeriod(unit.plain) !== undefined
  )
}
/** Words of time, and the stars that stand for some. */
const TIMED =
  /\b(?:days?|months?|years?|weeks?|hours?|periods?|shelf|during|lifetime|life|expir\w{0,20}|term)\b|\[ ?\*|\*{3}|_{3}|\[·/i

/** Where the period stands by itself: in a definition, or beside a promise made before. */
const PERIOD_SAID = [
  /(?<!\b(?:expir\w{1,10}|end|after) (?:of )?(?:the |such )?)\bwarranty period\b["”]?(?: for [^.;]{1,60}?)?,? (?:means?|shall mean|shall be|is|shall start|starts|shall commence|commences|of)\b[^.;]{0,100}?(?:\b(?:days?|months?|years?)\b|\[ ?\*)/i,
  /\bwarrant(?:s|y|ies)\b[^.;]{0,160}?\b(?:for|during|throughout|through|until)\b[^.;]{0,60}?\b(?:warranty period|shelf[- ]life)\b/i,
  /\b(?:days?|months?|years?)['’]?[- ]warranty\b|\bwarrant(?:y|ies) (?:\w{1,20} ){0,3}(?:is|are|shall be) (?:valid|good|effective|in effect) (?:for|until)\b/i,
]
/** Goods that fall short may be sent back, or the seller told of it, within so many days of delivery. */
const WINDOW =
  /\b(?:within|for a period of|not? later than)\b[^.;]{0,60}?(?:\b(?:days?|months?|hours)\b|\])[^.;]{0,60}?\b(?:receipt|receiving|delivery|arrival|discover\w{0,10}|period)\b/i
const FALLS_SHORT =
  /\bnon-?conform|\bdefect|\b(?:fails?|failure|not)\b[^.;]{0,40}?\b(?:conform|comply|meet)\b/i
const SENT_BACK = /\b(?:reject|refuse|notif|notice\b)/i
/** Below this the classifier is sure that the window is about something else. */
const DOUBT = 0.03
const mayBeSentBack = ({ plain }: Unit) =>
  WINDOW.test(plain) && FALLS_SHORT.test(plain) && SENT_BACK.test(plain)
const saysPeriod = (unit: Unit) => !denies(unit) && PERIOD_SAID.some((pattern) => pattern.test(unit.plain))

const NO_VIRUS = /\bwarrants?\b[^.]{0,160}?\b(?:virus|malware|malicious code|harmful code)/i
const PROMISED_FOR =
  /\b(?:warrants|guarantees|warranty (?:against|of|period))\b[^.]{0,240}?\b(?:for|period|within|during)\b/i
const denies = (unit: Unit) =>
  DENIED.test(unit.plain) && !/\bshall be free\b|\bwill be free\b|\bwill conform\b/i.test(unit.plain)

const PERIOD =
  /\b(?:for|during|within|period|warranty|until|through)\b[^.;]{0,80}?\b(?:years?|months?|days|weeks?)\b|\b(?:years?|months?|days?)['’]? warranty\b|\b[- ](?:day|month|year) (?:\w{1,40} )?(?:warranty )?period/i

function warrantyPeriod(words: string): Duration | undefined {
  const at = words.search(PERIOD)
  return at < 0 ? undefined : firstDuration(words.slice(at))
}
