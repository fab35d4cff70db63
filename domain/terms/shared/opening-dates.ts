import type { Span } from '../../document/document.ts'
import { type IsoDate, readDates } from '../../quantities/date.ts'
import type { ReadingContext } from '../../reading/context.ts'
import { oncePerPaper } from './once.ts'
import { unfilledDates } from './unfilled-dates.ts'

/** A title page and a table of contents may stand before the words that date a paper. */
const openingLength = 7000

export interface OpeningDate {
  /** The words that say the day. */
  words: string
  start: number
  end: number
  score: number
  rule: string
}

/** A date that belongs to another paper: "the Master Agreement dated …", "an amendment to that Licence Agreement, dated …". */
const otherPaper =
  /\b(?:the|that|an?|certain|said|its|to|under)\s(?:(?!this\b)[\w&.,-]{1,60}\s){0,7}?(?:agreement|licen[cs]e|lease|amendment|contract|letter|plan|act|notice|statement)s?(?:\s(?:and plan )?of [\w ]{3,40}| \w{1,40} between[^.;]{0,60})?,?\s(?:originally )?(?:dated|made|executed|effective|entered into)(?: and effective)?(?: as of| on| the){0,20}\s?$|\b(?:act|rule) of\s?$/i

/** "This Second Amendment to Services Agreement, dated": the amendment's own day. */
const ownAmendment =
  /\bthis (?:\w{1,40} ){0,3}(?:amendment|addendum|supplement) to (?!the\b|that\b)(?:[\w&]{1,60} ){0,6}agreement,/i

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

/** The days in the first words of the paper, and those that are still to be filled in. */
const openingPhrases = oncePerPaper(({ text }): Span[] => {
  const opening = text.slice(0, openingLength)
  const days: Span[] = readDates(opening)
  const gaps = unfilledDates(opening).filter(
    (gap) => !days.some((day) => gap.start < day.end && gap.end > day.start),
  )
  return [...days, ...gaps]
})

/** Where the recitals begin: the days in them are those of other papers. */
function firstRecital(text: string): number {
  const found = /\b(?:WHEREAS|RECITALS|WITNESSETH|NOW,? THEREFORE)\b/.exec(text.slice(600, openingLength))
  return found ? 600 + found.index : openingLength
}

function findDates(context: ReadingContext, kind: Kind): OpeningDate[] {
  const found: (OpeningDate & { rank: number })[] = []
  const { text } = context
  const ends = kind === 'agreement_date' ? firstRecital(text) : openingLength
  for (const { start, end } of openingPhrases(context)) {
    if (start >= ends) continue
    const before = text.slice(Math.max(0, start - 160), start).replace(/\s+/g, ' ')
    const near = before.split(/[.;]\s(?=[A-Z])/).at(-1) ?? before
    const after = text.slice(end, end + 90).replace(/\s+/g, ' ')
    const named =
      /^[^.;()"“\d]{0,30}\(?[^.;"“()\d]{0,40}(?:["“'‘](?:the )?|as the )(?:Effective|Commencement|Start|Agreement|Execution|Signing)\s?Date/i.exec(
        after,
      )?.[0]
    const labelled = /\b(?:Effective|Commencement|Start) Date["”]?\s?[:|]?\s{0,400}$/i.test(before)
    const namedEffective = labelled || /Effective|Commencement|Start/i.test(named ?? '')
    const isEffective = namedEffective || effective.test(near)
    const isAgreed = agreed.test(near) || /^\W{0,3}(?:by and )?between\b/i.test(after) || start < 400
    const unbracketed = near.replace(/\s?\([^()]{0,150}\)/g, '')
    const foreign = otherPaper.test(unbracketed) && !ownAmendment.test(unbracketed)
    const filing = /\b(?:filed|source|10-[KQ]|8-K|S-1|expires?|until|through|ending|ended)\b.{0,40}$/i.test(
      near,
    )
    if (foreign || filing) continue
    if (kind === 'effective_date') {
      if (!isEffective) continue
      const rank = namedEffective ? 2 : start < 1500 || agreed.test(near) ? 1 : 0
      const score = [0.6, 0.75, 0.85][rank] ?? 0.6
      found.push({ ...dated(text, start, end, score, 'date said to be effective'), rank })
    } else {
      if (!isAgreed || (effective.test(near) && !agreed.test(near))) continue
      const strong = /\b(?:dated|made|entered into|executed)\b/i.test(near)
      found.push({
        ...dated(text, start, end, strong ? 0.85 : 0.6, 'date the paper bears'),
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

const bySignature =
  /(?:\bD(?:ate|ATE|ated|ATED):?|\b[Ss]igned\b[^.;]{0,80}|\b(?:EXECUTED|[Ee]xecuted|[Ii]n [Ww]itness [Ww]hereof|IN WITNESS WHEREOF)\b[^.;]{0,160}|\b[Tt]his [Aa]greement is dated|\b[Dd]ate of [Ss]ignature:?)\s{0,3}(?:on )?(?:as of )?(?:this )?(?:the )?_{0,3}$/
const otherDay =
  /\b(?:effective|commencement|start|end|expiry|expiration|termination|due|renewal|delivery|maturity) dated?:?\s{0,3}$/i

/** "4 May 2026   Date": the label stands under the line that was signed on. */
const labelBelow = /^[\s_]{0,20}(?:Date|DATE)\b(?!:| of)/

/** The last of the days that stand with the signatures: the paper binds when the last party has signed. */
export const lastSignature = (text: string): IsoDate | undefined =>
  signatureDate(text)
    .map(({ words }) => readDates(words)[0]?.value)
    .find(Boolean)

/** Beside what somebody signs by, a date with nothing else on its line but other dates, or a place: "Leeds, 2 May 2024". */
const signingWords = /\/s\/|\\s\\|\bBy\s?:|\b(?:[Ss]ignature|SIGNATURE|Title)\b/
const nothingElse = /^[\s_|-]{0,200}(?:\p{Lu}[\p{L}/]{2,30}(?: \p{L}{2,20})?,\s{1,3})?[\s_|-]{0,200}$/u

function standsBesideSignature(text: string, dates: Span[], { start, end }: Span): boolean {
  const around = text.slice(Math.max(0, start - 400), end + 200)
  if (!signingWords.test(around)) return false
  const opens = text.lastIndexOf('\n', start) + 1
  const line = text.slice(opens, (text.indexOf('\n', end) + 1 || text.length + 1) - 1)
  const others = dates.filter((date) => date.start >= opens && date.end <= opens + line.length)
  const rest = others.reduceRight(
    (left, date) => left.slice(0, date.start - opens) + left.slice(date.end - opens),
    line,
  )
  return nothingElse.test(rest)
}

function signatureDate(text: string): OpeningDate[] {
  const dates = readDates(text)
  const saysSo = ({ start }: Span) => {
    const before = text.slice(Math.max(0, start - 200), start)
    return bySignature.test(before) && !otherDay.test(before)
  }
  const said = dates.filter((date) => saysSo(date) || labelBelow.test(text.slice(date.end, date.end + 30)))
  const signed = said.length > 0 ? said : dates.filter((date) => standsBesideSignature(text, dates, date))
  const last = signed.sort((a, b) => b.value.localeCompare(a.value))[0]
  return last ? [dated(text, last.start, last.end, 0.6, 'last date of the signatures')] : []
}

/** The day as it is cited: "the 5th day of May 2026". */
function dated(text: string, day: number, end: number, score: number, rule: string): OpeningDate {
  const article = /\bthe\s{1,3}$/i.exec(text.slice(Math.max(0, day - 8), day))?.[0] ?? ''
  const start = day - article.length
  return { words: text.slice(start, end), start, end, score, rule }
}
