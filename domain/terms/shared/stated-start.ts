import type { Span } from '../../document/document.ts'
import { type IsoDate, readDates } from '../../quantities/date.ts'
import { oncePerPaper } from './once.ts'
import { lastSignature, openingDates } from './opening-dates.ts'

/** The day a term is reckoned from: the effective date, else the one the paper bears. */
export const startOf = oncePerPaper((context): string | undefined => {
  // A paper that names no other day binds from the day it bears.
  const dateOf = (kind: 'effective_date' | 'agreement_date') =>
    openingDates(context, kind)
      .map(({ words }) => readDates(words)[0]?.value)
      .find(Boolean)
  const said = statedStart(context)
  // Published terms begin for each customer on a day of its own.
  const ofEach = /\b(?:purchas|order|access|use[sd]?\b|accept|click|consent)/i.test(said?.event ?? '')
  return dateOf('effective_date') ?? said?.date ?? (ofEach ? undefined : dateOf('agreement_date'))
})

/** Sentences of the body that say when the paper begins, the plainest shape first. */
const beginnings = [
  {
    shape: 'definition of the effective date',
    find: /["“](?:the )?Effective Date["”](?: of this [\w ]{3,40})?,? (?:means?|shall mean|is|shall be|refers to)\b|\bEffective Date (?:of|for)(?: purposes of)? (?:this|the) [\w ]{3,40}?(?:\s?\([^)]{0,60}\))? (?:is|shall be|will be|shall mean|means)\b|^\W{0,3}(?:[\d.]{1,6} )?(?:The )?Effective Date,? (?:means|shall mean|shall be|is)\b/i,
  },
  {
    shape: 'definition of the commencement date',
    find: /["“](?:the )?Commencement Date["”](?: of this [\w ]{3,40})?,? (?:means?|shall mean|is|shall be|refers to)\b|\bCommencement Date (?:of|for)(?: purposes of)? (?:this|the) [\w ]{3,40}?(?:\s?\([^)]{0,60}\))? (?:is|shall be|will be|means)\b/i,
  },
  {
    shape: 'the paper takes effect',
    find: /(?:\b(?:this (?:[\w-]{1,60} ){0,3}?|the )(?:agreement|contract|letter|addendum|amendment|dpa|order|joint venture|venture|promotion)|^(?:[\d.]{1,6} )?it)(?:\s?\([^)]{0,60}\))?,?(?: [^.;]{0,60},)? (?:(?:shall |will |automatically |only |hereby ){0,20}(?:commences?|begins?|starts?|takes? effect|comes? into (?:force|effect)|enters? into force)|(?:shall |will |automatically |only |hereby ){0,20}(?:be|become|becomes|became|is|is to be|(?:made|entered into|executed)(?: and| to be| is)?(?: made)?) (?:effective|in (?:full force and )?effect))\b/i,
  },
  {
    shape: 'signed to be effective',
    find: /\b(?:executed|signed)\b[^.;]{0,120}? (?:(?:and )?(?:to|shall) be effective|and effective)\b/i,
  },
  {
    shape: 'its term begins',
    find: /\bterm (?:of|for|under) (?:this|the) (?:[\w-]{1,60} ){0,3}?(?:agreement|contract|addendum|order)(?:\s?\([^)]{0,60}\))?[^.;]{0,60}? (?:commenc(?:e|es|ing)|begins?|starts?)\b|\b(?:(?:initial|contract) term\b[^.;]{0,60}?|the ["“]?term["”]?(?: hereof)?(?:\s?\([^)]{0,40}\))?) (?:shall |will )?(?:commenc(?:e|es|ing)|begins?|starts?)\b/i,
  },
  {
    shape: 'line with the day',
    find: /^Effective(?: as of| on| from)?(?= (?:\d|[A-Z][a-z]{2,8} \d)[\w, ]{4,20}\.?$)/,
  },
  { shape: 'start date in a form', find: /\b(?:Effective|Commencement|Start) Date\s?[:|]/i },
]

/** Sentences with such words that speak of a period within the paper, of its end or of another paper. */
const otherBeginning =
  /\b(?:during the period|in witness whereof|terminat\w{1,40} (?:of this agreement )?(?:shall be|is|will be|becomes) effective|each (?:annual|contract|calendar) (?:year|period)|warranty|survive|confidentiality obligations)\b/i

/** "The date first above written", "the date hereof": the day that the paper bears. */
const bornDay =
  /\b(?:date|day)(?: and year)? (?:hereof|herein(?:above)?|(?:first )?(?:above|set forth|written|listed|mentioned)(?: \w{1,40}){0,2}|first (?:above )?(?:written|set forth|listed|mentioned)|of this (?:agreement|addendum|contract|letter))/i
const startEvent =
  /\b(?:on|upon|from|after|as of|be|means|is|the) (?:the )?((?:(?:later|last|latter|latest|earlier) of |(?:date of )?(?:the )?(?:last|latest|final|most recent) (?:\w{1,40} )?(?:date |signature|signed|signing|executed|party to sign)|(?:the )?dates? (?:of |on |upon |that |the |a |it |when |specified |noted |last )(?:\w{1,40} ){0,3}?|signature|execution|acceptance|approval|receipt|publication|posting|full execution|closing|launch|signing|when (?:one or more )?counterparts|it is (?:approved|signed|executed)|its (?:signature|execution|signing))[^.,;)]{0,60})/i

/** A sentence in the body that says when the paper begins, and the day or the event. */
export interface StatedStart {
  span: Span
  rule: string
  /** False where the sentence only points to the day that the paper bears. */
  sure: boolean
  date?: IsoDate
  event?: string
}

/** An event in words of the paper's own: "upon the closing of the merger". */
const otherEvent =
  /^[^.,;]{0,12}?\b(?:upon|on|after|when|as of|at|from)\b (?!the effective date|the date hereof)((?:the |its )?[^.,;()]{6,80})/i

export const statedStart = oncePerPaper((context): StatedStart | null => {
  let loose: StatedStart | null = null
  for (const { shape, find } of beginnings)
    for (const unit of context.unitsThatMayMatch(find)) {
      const said = unit.plain.length > 900 ? null : find.exec(unit.plain)
      if (!said || otherBeginning.test(unit.plain)) continue
      const from = said.index + said[0].length
      const after = unit.plain.slice(from, from + 110)
      const date = readDates(after)[0]
      if (
        date &&
        date.start < 60 &&
        !/\b(?:until|through|end|expir|terminat)/i.test(after.slice(0, date.start))
      )
        return { span: unit, date: date.value, rule: shape, sure: true }
      const day = bornDay.exec(after)
      const on = startEvent.exec(after)
      const event = on && on.index < 40 ? on[1]?.trim() : undefined
      if (event && !(day && day.index <= after.indexOf(event) + 12)) {
        const signed = /sign|execut/i.test(event) ? lastSignature(context.text) : undefined
        return { span: unit, event, ...(signed && { date: signed }), rule: shape, sure: true }
      }
      const borne =
        day &&
        openingDates(context, 'agreement_date')
          .map(({ words }) => readDates(words)[0]?.value)
          .find(Boolean)
      if (borne) return { span: unit, date: borne, rule: `${shape}, on the day it bears`, sure: false }
      const other = otherEvent.exec(after)?.[1]?.trim()
      if (other && !day) loose ??= { span: unit, event: other, rule: `${shape}, on an event`, sure: false }
    }
  return eventCalledSo(context.text) ?? loose
})

/** "Entered into as of the later of the signature dates below (the “Effective Date”)", in the opening of the paper. */
const calledSo =
  /\b(?:as\sof|on|from)\s{1,9}the\s((?:date|day|closing|later|latest|last)\b[^.;]{0,90}?)\s{0,9}\((?:the\s)?["“](?:the\s)?Effective\sDate["”]\)/i

function eventCalledSo(text: string): StatedStart | null {
  const said = calledSo.exec(text.slice(0, 7000))
  const event = said?.[1]?.replace(/\s+/g, ' ')
  if (!said || !event) return null
  const signed = /sign|execut/i.test(event) ? lastSignature(text) : undefined
  const span = { start: said.index, end: said.index + said[0].length }
  return {
    span,
    event,
    ...(signed && { date: signed }),
    rule: 'event called the effective date',
    sure: false,
  }
}
