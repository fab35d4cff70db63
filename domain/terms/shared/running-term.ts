import { Temporal } from 'temporal-polyfill'
import { readDates } from '../../quantities/date.ts'
import { type Duration, readDurations } from '../../quantities/duration.ts'
import { wordsToNumber } from '../../quantities/numbers.ts'
import type { ReadingContext, Unit } from '../../reading/context.ts'
import type { FoundUnit } from '../../reading/find.ts'
import { definitionOf } from './defined.ts'
import { wholeSentence } from './findings.ts'
import { oncePerPaper } from './once.ts'
import { openingDates } from './opening-dates.ts'
import { startOf } from './stated-start.ts'
import { unitsOrElse } from './units-or-else.ts'

export interface RunningTerm {
  unit: Unit
  period?: Duration
  endsOn?: string
  perpetual?: boolean
  event?: string
  /** The day the sentence itself names as the start. */
  startsOn?: string
  score: number
  rule: string
}

const subject =
  /\b(?:agreement|terms|addendum|contract|dpa|initial term|term|subscription term|order form|licen[cs]e)\b/i
const runs =
  /\b(?:initial term|term of th(?:is|e)(?: \w{1,40})? agreement|(?:shall|will) (?:commence|begin|start|become effective|expire|continue|remain|run|be in (?:full )?(?:force|effect)|terminate automatically|be (?:valid|effective) (?:for|until|through))|continues? (?:in (?:full )?(?:force|effect)|for|until)|remains? in (?:full )?(?:force|effect)|(?:starts?|commences?|begins?) on|runs? (?:until|for|from)|(?:expire|end|terminate)s? (?:on|upon|at)|(?:shall|will) (?:end|last|extend|terminate)\b|(?:duration|validity) (?:of|is|shall)|term (?:is|of|shall be|will be)\b|in (?:force|effect) (?:for|until|through)|effective (?:for|until|through))\b/i
const measured =
  /\b(?:for (?:a|an|the) (?:\w{1,40} ){0,3}(?:period|term) of|for (?:\w{1,40}[ -]?){0,3}\(?\d{0,3}\)? ?(?:years?|months?)|term (?:is|of|shall be|will be)|until|through|expires?|duration|anniversary|initial term)\b/i
const otherMatter =
  /\b(?:confidential|non-?compet|warrant(?:y|ies) period|surviv|insurance|indemnif|notice period|cure|payment|invoice|records|royalt|inspection|renew(?:ed|s|al)? (?:term|period|for)|extend(?:ed)? for|retain)\b/i

const perpetualWords =
  /\b(?:perpetual(?:ly)?|in perpetuity|perpetuity|indefinite(?:ly)?|unlimited (?:period|term|duration)|until (?:it is |such time as (?:it is )?)?(?:earlier )?(?:validly )?(?:terminated|cancel{1,20}ed|ended)|(?:unless|until) (?:sooner |earlier )?terminated (?:by|in accordance|as|pursuant|under)|continue until terminat|end(?:s|ed)? when (?:\w{1,40} )?terminated|(?:so|as) long as|not be terminable)\b/i
const anniversary =
  /\b(?:(\d{1,2})(?:st|nd|rd|th)|(\w{1,40}))(?: \(\d{1,2}(?:st|nd|rd|th)?\))? (?:year )?anniversary\b/i
const ordinals: Record<string, string> = {
  first: 'one',
  second: 'two',
  third: 'three',
  fourth: 'four',
  fifth: 'five',
  sixth: 'six',
  seventh: 'seven',
  eighth: 'eight',
  ninth: 'nine',
  tenth: 'ten',
  twelfth: 'twelve',
  fifteenth: 'fifteen',
  twentieth: 'twenty',
}

/** A row of a form: "Expiration Date: 31 August 2026". */
const endInForm = /\b(?:Expir(?:y|ation)|Termination|End) Date["”]?(?::| means| is)? {0,3}(?=[\w(])/

/** Such rows with a day in them. */
function endsInForm(context: ReadingContext): RunningTerm[] {
  return context.unitsThatMayMatch(endInForm).flatMap((unit) => {
    const label = endInForm.exec(unit.plain)
    const from = label ? label.index + label[0].length : unit.plain.length
    const day = readDates(unit.plain.slice(from, from + 40))[0]
    return day && day.start < 3 ? [{ unit, endsOn: day.value, score: 0.75, rule: 'end date in a form' }] : []
  })
}

/** "Initial Term" shall mean the period from the Effective Date through 30 June 2027. */
const termDefined =
  /^[\d.()\s]{0,8}["“]?(?:The )?["“]?(?:(?:Initial|INITIAL|Contract) )?T(?:erm|ERM)["”]?,? (?:shall |will )?means?\b/

/** Such definitions that say a day or a length themselves. */
const definedTerms = (context: ReadingContext, start: string | undefined): RunningTerm[] =>
  context.unitsThatMayMatch(termDefined).flatMap((unit) => {
    const length = termDefined.test(unit.plain)
      ? lengthOf(wholeSentence(context, unit).words, start)
      : undefined
    return length?.period || length?.endsOn
      ? [{ unit, ...length, score: 0.75, rule: 'definition of the term' }]
      : []
  })

const renews = /\b(?:renew|extend)/i
const ownLength =
  /\b(?:commenc|beg[ai]n|start|initial (?:term|period) (?:of|shall|is|will)|effective|remain|continue|expire|in (?:full )?force|for an? (?:\w{1,40} )?(?:period|term) of)/i

/** What only says that the paper renews says no end of it where another sentence does. */
function ends(found: FoundUnit[]): FoundUnit[] {
  const own = found.filter(({ unit }) => !renews.test(unit.plain) || ownLength.test(unit.plain))
  return own.length > 0 ? own : found
}

/** The line under a title that says when the paper was published and takes effect. */
const daysOnly =
  /^(?:(?:release|publication|issue|effective|(?:last )?updated?)(?: date)?:? (?:\p{L}{3,12}\.? )?\d{1,2},? (?:\p{L}{3,12}\.?,? )?\d{4}[.;]? ?){1,3}$/iu

/** The sentences that say how long the agreement runs, with what they say. */
export const runningTerm = oncePerPaper((context): RunningTerm[] => {
  const says = (unit: Unit) =>
    subject.test(unit.plain) &&
    runs.test(unit.plain) &&
    measured.test(unit.plain) &&
    !otherMatter.test(unit.plain)
  const start = startOf(context)
  const paperDate = openingDates(context, 'agreement_date').flatMap(({ words }) => readDates(words))[0]?.value
  const said = unitsOrElse(context, 'expiration', {
    among: [runs],
    never: ({ plain }) => daysOnly.test(plain),
    orElse: (unit) => {
      if (!says(unit) || !/\bterm\b/i.test(`${unit.heading} ${unit.plain}`)) return false
      const { period, endsOn, perpetual } = lengthOf(wholeSentence(context, unit).words, start) ?? {}
      return Boolean(period ?? endsOn ?? perpetual)
    },
  })
  const inForm = endsInForm(context)
  const inWords = ends(said.filter((found) => !inForm.some(({ unit }) => unit === found.unit))).map(
    ({ unit, score, rule }) => {
      const { words } = wholeSentence(context, unit)
      return {
        unit,
        score,
        rule,
        startsOn: startIn(words) ?? (fromItsDate.test(words) ? paperDate : undefined),
        ...(lengthOf(words, start) ?? definedLength(context, words, start) ?? {}),
      }
    },
  )
  const defined = definedTerms(context, start).filter(
    (own) => ![...inWords, ...inForm].some(({ unit }) => unit === own.unit),
  )
  return [...inWords, ...inForm, ...defined].sort((a, b) => a.unit.index - b.unit.index)
})

/** "The seventh anniversary of the date hereof": reckoned from the day the paper bears, whatever day it takes effect. */
const fromItsDate =
  /\b(?:anniversary|from|after|following) (?:of )?the (?:date hereof|date of (?:this agreement|execution))\b/i

/** "Shall run for the Contract Period": what the definition of that term says. */
function definedLength(
  context: ReadingContext,
  words: string,
  start: string | undefined,
): Length | undefined {
  const term = /\bthe ["“]?((?:[A-Z][a-z]{1,60} ){1,2}(?:Period|Term|Date))\b/.exec(words)?.[1]
  for (const unit of term ? definitionOf(context, term) : []) {
    const length = lengthOf(unit.plain, start)
    if (length && !length.event) return length
  }
  return undefined
}

/** "shall commence upon 1 April 2026 and …" */
function startIn(words: string): string | undefined {
  return readDates(words).find(({ start }) =>
    /\b(?:commenc|begin|start|effective|from)\w{0,40}\b[^.;]{0,40}$/i.test(
      words.slice(Math.max(0, start - 60), start),
    ),
  )?.value
}

const reservation =
  /,?\s{0,2}\b(?:unless|subject to|except as|if not)\b[^,;.]{0,160}?\b(?:terminat|cancel|expir|ended|extend)\w{0,40}[^,;.]{0,140}(?:,|(?=[;.]|$)|(?=\b(?:shall|will)\b))/gi

const otherwiseAgreed =
  /\bunless otherwise (?:specified|stated|agreed|provided|set (?:forth|out)|indicated)\b[^,;.]{0,80},/gi

type Length = Pick<RunningTerm, 'period' | 'endsOn' | 'perpetual' | 'event'>

function lengthOf(words: string, start: string | undefined): Length | undefined {
  // "…, unless sooner terminated under Section 9, shall continue …": what stands between says nothing of the length.
  const plain = words.replace(otherwiseAgreed, ' ').replace(reservation, ' ')
  // Notice periods and the renewal that follows measure something else.
  const own =
    plain.split(
      /\b(?:and )?(?:thereafter\b(?! (?:\(|for (?:an?|the) (?:\w{1,40} ){0,2}(?:period|term)))|unless (?:either|a|any|one|sooner|earlier|otherwise|terminated)|provided,? (?:that|however)|(?:shall|will) (?:be )?(?:automatically )?renew)/i,
    )[0] ?? plain
  const until =
    /\b(?:until|through|to|(?:expir|end|conclud)(?:e|es|s|ed|ing)?(?: (?:on|at|as of))?|terminat\w{1,40} (?:on|at|as of))\b(?: and including)?[^.;]{0,60}$/i
  for (const { value, start: at } of readDates(words)) {
    if (until.test(words.slice(0, at)) && value !== start) return { endsOn: value }
  }
  const yearly = anniversary.exec(words)
  if (yearly) {
    const count =
      Number(yearly[1]) || wordsToNumber(ordinals[yearly[2]?.toLowerCase() ?? ''] ?? yearly[2] ?? '')
    if (count) return { period: `P${count * 12}M` }
  }
  const period = readDurations(own).find(({ value, start: at, end }) => {
    if (typeof value !== 'string' || /H$/.test(value)) return false
    const around = own.slice(Math.max(0, at - 50), end + 25)
    return !/\bnotice\b|\bprior\b|\bwithin\b|\bfollowing (?:receipt|written)\b|\bbefore\b/i.test(around)
  })
  if (period) return { period: period.value }
  if (perpetualWords.test(words)) return { perpetual: true }
  if (
    /\buntil (?:its |the )?(?:\w{1,40} )?terminat\w{0,40}|\buntil (?:either|any|a|one|the other) party\b[^.;]{0,60}\bnotice\b/i.test(
      words,
    )
  )
    return { perpetual: true }
  if (
    /\b(?:terminat\w{1,40}|ended|cancel\w{1,40}) (?:by|at the option of) (?:either|any|a|each|one) (?:party|of)|\bgiving\b[^.;]{0,60}\bnotice\b/i.test(
      words,
    )
  )
    return { perpetual: true }
  const event = /\b(?:until|upon|when|expires? (?:on|upon|if|when)|terminates? (?:if|on))\b ([^.;]{5,160})/i
    .exec(words)?.[1]
    ?.trim()
  if (!event) return undefined
  // A condition that may never come true sets no end: "if the Adviser ceases to serve".
  const open = /\bceases?\b|\bexercises?\b|\bno longer\b|\b(?:termination|completion) (?:of|or)\b/i.test(
    event,
  )
  return open ? { perpetual: true, event } : { event }
}

/** The day a period after `start`; months are reckoned from the start, so that 31 January + 1 month is the end of February. */
export function addPeriod(start: string, period: Duration): string | undefined {
  if (typeof period !== 'string') return undefined
  return Temporal.PlainDate.from(start)
    .add(Temporal.Duration.from(period.replace(/T.{0,40}$/, '') || 'P0D'))
    .toString()
}
