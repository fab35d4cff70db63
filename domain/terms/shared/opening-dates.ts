import { readDates } from '../../quantities/date.ts'
import type { ReadingContext } from '../../reading/context.ts'

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
  /(?:(?:the\s)?(?:_{2,}|\[[^\]]{0,12}\])\s?(?:st|nd|rd|th)?\s(?:day\s)?(?:of\s)?(?:_{2,}|\[[^\]]{0,12}\]|[A-Z][a-z]{2,8}),?\s(?:(?:19|20)\d\d|_{2,}|\[[^\]]{0,12}\])|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s(?:_{2,}|\[[^\]]{0,8}\]),?\s(?:19|20)\d\d)/

const effective =
  /\b(?:effective|commence(?:s|d|ment)?|in force|takes? effect|entered into force|start(?:s|ing)? date|go[- ]live)\b/i
const agreed =
  /\b(?:dated|made|entered into|executed|signed|concluded|agreement date|as of|this .{0,30}\bday of)\b/i

/**
 * The date phrases at the head of a paper (and on its signature page) that date it. One phrase may be both dates: "is
 * made and entered into as of 1 March 2026 (the “Effective Date”)". The phrase alone is cited, as a lawyer marks it.
 */
export function openingDates(
  context: ReadingContext,
  kind: 'agreement_date' | 'effective_date',
): OpeningDate[] {
  const found: (OpeningDate & { rank: number })[] = []
  const { text } = context
  const opening = text.slice(0, 6000)
  const phrases = [
    ...readDates(opening),
    ...[...opening.matchAll(new RegExp(blank.source, 'g'))].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
    })),
  ]
  for (const { start, end } of phrases) {
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
      if (!isEffective && !(isAgreed && /\bas of\b.{0,30}$/i.test(near))) continue
      const rank = namedEffective ? 2 : isEffective ? 1 : 0
      const score = [0.6, 0.75, 0.85][rank] ?? 0.6
      const rule = rank > 0 ? 'date said to be effective' : 'made as of that day'
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
  return kind === 'effective_date' ? definedDate(text) : signatureDate(text)
}

const starts =
  /(?:["“](?:the )?(?:Effective|Commencement) Date["”][^.;]{0,30}?\b(?:means?|shall mean|is|shall be)\b|\b(?:Effective|Commencement|Start) Date\s{0,2}:|\b(?:agreement|contract|term|venture|promotion|date)\b[^.;]{0,80}?\b(?:shall|will|to)? ?(?:commences?|begins?|starts?|take effect|be effective|become effective)\b)([^.;]{0,60})/gi

/** “Effective Date” means 5 December 2014; the term begins on 1 June 1999: wherever they stand. */
function definedDate(text: string): OpeningDate[] {
  for (const match of text.matchAll(starts)) {
    const words = match[1] ?? ''
    const date = readDates(words)[0]
    if (!date) continue
    const from = match.index + match[0].length - words.length
    return [dated(text, from + date.start, from + date.end, 0.7, 'day on which it is said to begin')]
  }
  return []
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
export function startOf(context: ReadingContext): string | undefined {
  // A paper that names no other day binds from the day it bears.
  for (const kind of ['effective_date', 'agreement_date'] as const)
    for (const { words } of openingDates(context, kind)) {
      const date = readDates(words)[0]?.value
      if (date) return date
    }
  return undefined
}
