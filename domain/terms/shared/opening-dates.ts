import type { Span } from '../../document/document.ts'
import { type IsoDate, readDates } from '../../quantities/date.ts'
import type { ReadingContext, Unit } from '../../reading/context.ts'
import { oncePerPaper } from './once.ts'

export interface OpeningDate {
  /** The words that say the day. */
  words: string
  start: number
  end: number
  score: number
  rule: string
}

/** "the ___ day of ____, 2019", "[●], 2020": a day that nobody has filled in. */
const blank =
  /(?:(?:the\s)?(?:_{2,}|\[[^\]]{0,12}\])\s?(?:st|nd|rd|th)?\s(?:day\s)?(?:of\s)?(?:_{2,}|\[[^\]]{0,12}\]|[A-Z][a-z]{2,8}),?\s(?:(?:19|20)\d\d|_{2,}|\[[^\]]{0,12}\])|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s(?:_{2,}|\[[^\]]{0,8}\]),?\s(?:19|20)\d\d)/g
const maybeBlank = /__|\[/

const effective =
  /\b(?:effective|commence(?:s|d|ment)?|in force|takes? effect|entered into force|start(?:s|ing)? date|go[- ]live)\b/i
const agreed =
  /\b(?:dated|made|entered into|executed|signed|concluded|agreement date|as of|this .{0,30}\bday of)\b/i

type Kind = 'agreement_date' | 'effective_date'

/**
 * The date phrases at the head of a paper (and on its signature page) that date it. One phrase may be both dates: "is
 * made and entered into as of 1 March 2026 (the “Effective Date”)". The phrase alone is cited, as a lawyer marks it.
 */
export const openingDates = (context: ReadingContext, kind: Kind): OpeningDate[] => datesOf[kind](context)

const datesOf: Record<Kind, (context: ReadingContext) => OpeningDate[]> = {
  agreement_date: oncePerPaper((context) => findDates(context, 'agreement_date')),
  effective_date: oncePerPaper((context) => findDates(context, 'effective_date')),
}

/** The days and the blanks in the first words of the paper. */
const openingPhrases = oncePerPaper(({ text }): Span[] => {
  const opening = text.slice(0, 6000)
  const blanks = maybeBlank.test(opening) ? [...opening.matchAll(blank)] : []
  return [...readDates(opening), ...blanks.map((m) => ({ start: m.index, end: m.index + m[0].length }))]
})

function findDates(context: ReadingContext, kind: Kind): OpeningDate[] {
  const found: (OpeningDate & { rank: number })[] = []
  const { text } = context
  for (const { start, end } of openingPhrases(context)) {
    const before = text.slice(Math.max(0, start - 160), start).replace(/\s+/g, ' ')
    const near = before.split(/[.;]\s(?=[A-Z])/).at(-1) ?? before
    const after = text.slice(end, end + 90).replace(/\s+/g, ' ')
    const named =
      /^[^.;()"“\d]{0,30}\(?[^.;"“()\d]{0,30}["“](?:the )?(?:Effective|Commencement|Start|Agreement|Execution|Signing) Date/i.exec(
        after,
      )?.[0]
    const namedEffective = named ? /Effective|Commencement|Start/i.test(named) : false
    const isEffective = namedEffective || effective.test(near)
    const isAgreed = agreed.test(near) || /^\W{0,3}(?:by and )?between\b/i.test(after) || start < 400
    // A date that belongs to another paper: "the Master Agreement dated …", "Act of 1934", "filed on …".
    const foreign =
      /\b(?:agreement|license|lease|amendment|letter|plan|act) (?:dated|made|entered into)(?: as of)?\s?$/i.test(
        before,
      ) && !/\bthis\b.{0,80}$/i.test(near)
    const filing = /\b(?:filed|source|10-[KQ]|8-K|S-1|expires?|until|through|ending|ended)\b.{0,40}$/i.test(
      near,
    )
    if (foreign || filing) continue
    if (kind === 'effective_date') {
      if (!isEffective) continue
      const rank = namedEffective ? 2 : 1
      const score = [0.6, 0.75, 0.85][rank] ?? 0.6
      const rule = 'date said to be effective'
      found.push({ words: text.slice(start, end), start, end, score, rule, rank })
    } else {
      if (!isAgreed || (effective.test(near) && !agreed.test(near))) continue
      const strong = /\b(?:dated|made|entered into|executed)\b/i.test(near)
      found.push({
        words: text.slice(start, end),
        start,
        end,
        score: strong ? 0.85 : 0.6,
        rule: 'date the paper bears',
        rank: strong ? 2 : 1,
      })
    }
  }
  const best = Math.max(...found.map((f) => f.rank))
  const [first, ...others] = found.filter((f) => f.rank === best)
  // The same day said twice (cover page and preamble) is cited twice; another day is another matter.
  const value = first && readDates(first.words)[0]?.value
  if (first)
    return [first, ...others.filter((o) => value && readDates(o.words)[0]?.value === value).slice(0, 1)]
  return kind === 'agreement_date' ? signatureDate(text) : []
}

/** The last of the days that stand with the signatures: the paper binds when the last party has signed. */
function signatureDate(text: string): OpeningDate[] {
  const signed = readDates(text).filter(({ start }) =>
    /(?:\bdated?:?|\bsigned\b[^.;]{0,80}|\b(?:executed|in witness whereof)\b[^.;]{0,160}|\bthis agreement is dated|\bdate of signature:?)\s{0,3}(?:on )?(?:this )?(?:the )?_{0,3}$/i.test(
      text.slice(Math.max(0, start - 200), start),
    ),
  )
  const last = signed.sort((a, b) => b.value.localeCompare(a.value))[0]
  return last ? [dated(text, last.start, last.end, 0.6, 'last date of the signatures')] : []
}

const dated = (text: string, start: number, end: number, score: number, rule: string): OpeningDate => ({
  words: text.slice(start, end),
  start,
  end,
  score,
  rule,
})

/** The day a term is reckoned from: the effective date, else the one the paper bears. */
export const startOf = oncePerPaper((context): string | undefined => {
  // A paper that names no other day binds from the day it bears.
  const dateOf = (kind: Kind) =>
    openingDates(context, kind)
      .map(({ words }) => readDates(words)[0]?.value)
      .find(Boolean)
  const said = statedStart(context)
  return (
    dateOf('effective_date') ?? (said && 'date' in said ? said.date : undefined) ?? dateOf('agreement_date')
  )
})

const begins =
  /["“](?:the )?(?:Effective|Commencement) Date["”][^.;]{0,30}?\b(?:means?|shall mean|is|shall be)\b|\b(?:Effective|Commencement|Start) Date\b[^.;]{0,50}?(?::|\b(?:is|shall be|will be|means)\b)|\b(?:agreement|contract|term|venture|promotion|date|period|addendum|maintenance)\b[^.;]{0,80}?\b(?:commenc(?:es?|ing)|begin(?:s|ning)?|starts?(?:ing)?|takes? effect|(?:is|be|becomes?|made) effective|in effect)\b|\beffective (?:as )?(?:of|from|on)\b/i

/** "The date first above written", "the date hereof": the day that the paper bears. */
const bornDay =
  /\b(?:date|day)(?: and year)? (?:hereof|herein(?:above)?|(?:first )?(?:above|set forth|written|listed|mentioned)(?: \w+){0,2}|first (?:above )?(?:written|set forth|listed|mentioned)|of this (?:agreement|addendum|contract|letter))/i
const startEvent =
  /\b(?:on|upon|from|as of|be|the) (?:the )?((?:(?:later|last|latter|latest) of the dates?|(?:date of )?(?:the )?(?:last|latest|final) (?:date )?(?:signature|signed|signing|executed|party to sign)|date of (?:last )?(?:signature|signing|execution|acceptance)|signature|execution|acceptance|publication|posting|full execution|when (?:one or more )?counterparts)[^.,;)]{0,60})/i

/** A sentence in the body that says when the paper begins, and the day or the event. */
export type StatedStart = { unit: Unit; rule: string } & ({ date: IsoDate } | { event: string })

export const statedStart = oncePerPaper((context): StatedStart | null => {
  for (const unit of context.unitsThatMayMatch(begins)) {
    const said = begins.exec(unit.plain)
    if (!said || !ofPaper.test(unit.plain) || unit.plain.length > 900) continue
    const after = unit.plain.slice(said.index + said[0].length, said.index + said[0].length + 90)
    const date = readDates(after)[0]
    if (
      date &&
      date.start < 45 &&
      !/\b(?:until|through|end|expir|terminat)/i.test(after.slice(0, date.start))
    )
      return { unit, date: date.value, rule: 'day on which it is said to begin' }
    const day = bornDay.exec(after)
    const event = startEvent.exec(after)?.[1]?.trim()
    if (event && !(day && day.index < after.indexOf(event)))
      return { unit, event, rule: 'starts on an event' }
    const borne =
      day &&
      openingDates(context, 'agreement_date')
        .map(({ words }) => readDates(words)[0]?.value)
        .find(Boolean)
    if (borne) return { unit, date: borne, rule: 'begins on the day the paper bears' }
  }
  return null
})

const ofPaper =
  /\b(?:this|the|initial|contract|effective|commencement) (?:[\w-]+ ){0,3}?(?:agreement|contract|letter|term|terms|addendum|dpa|order|date|period|venture|promotion)\b/i
