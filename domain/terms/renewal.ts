import { z } from 'zod'
import { Duration, plainDuration, readDurations } from '../quantities/duration.ts'
import { NUMBER_WORDS, wordsToNumber } from '../quantities/numbers.ts'
import { unitsOrElse } from './shared/units-or-else.ts'
import { defineTerm } from './term.ts'

const Renewal = z.object({
  automatic: z.boolean(),
  period: Duration.optional(),
  /** How often it renews at most; absent when without end. */
  maxTimes: z.int().positive().optional(),
})

const renews =
  /\b(?:renews?|renewed|renewal|extend(?:s|ed)?|roll(?:s|ed)? over|prolonged)\b[^.;]{0,120}?\b(?:terms?|periods?|years?|months?|annual(?:ly)?|basis)\b|\b(?:successive|additional|further|subsequent)\b[^.;]{0,60}?\b(?:terms?|periods?)\b[^.;]{0,80}?\b(?:unless|renew)/i
/** Words that say it, and the forms of a sentence that do: "renews for a year unless …", "unless you cancel, it will renew". */
const AUTOMATIC = [
  /\bautomatic(?:ally)?\b|\btacit(?:ly)?\b|\bevergreen\b/i,
  /\b(?:shall|will) (?:then )?(?:be )?(?:deemed )?(?:renew(?:ed)?|extend(?:ed)?|continue)\b[^.;]{0,160}?\bunless\b/i,
  /\brenews\b(?! only)/i,
  /\b(?:is|are) (?:then )?(?:renewed|extended|prolonged)\b[^.;]{0,160}?\bunless\b/i,
  /\bunless\b[^.;]{0,120}?, [^.;]{0,60}?\b(?:shall|will) (?:then )?(?:renew\b|be (?:renewed|extended))/i,
  /\b(?:renewed|extended|prolonged)\b[^.;]{0,100}?\bif (?:it|the contract) is not (?:terminated|cancell?ed)\b/i,
]
const saysAutomatic = (words: string) => AUTOMATIC.some((pattern) => pattern.test(words))
const byItself = /\bautomatic|\btacit/i
/** "Your subscription renews automatically each month". */
const renewsItself =
  /\b(?:(?:automatically|auto-?) ?renews?|renews? automatically|(?:automatically renewed|renewed automatically)|rolls? over for (?:successive|consecutive|further))\b/i
/** "Your card is charged each month until you cancel". */
const untilCancelled =
  /\b(?:charged?|bill(?:ed)?|subscriptions? (?:continues?|renews?))\b[^.;]{0,60}?\buntil you (?:cancel|terminate)\b/i
const runsOn = (words: string) => renewsItself.test(words) || untilCancelled.test(words)
const byChoice =
  /\b(?:option|right|elect|may|upon (?:mutual|written) (?:agreement|consent)|mutual(?:ly)? (?:written )?agree|request|negotiat)\b/i
/** "Shall not renew automatically", "there is no automatic renewal". */
const notByItself =
  /\bnot (?:be )?(?:renew(?:ed)?|extend(?:ed)?)?\b ?automatically\b|\bnot automatically\b|\b(?:no|without|not be (?:any|an)) automatic\b/i
/** "Shall continue for ten years unless extended by written agreement …": the renewal itself stands elsewhere. */
const setsTerm = /\b(?:commence|begin|continue|remain|be effective)\b/i
const saysMore = /\b(?:automatic|successive|additional|further|another|subsequent)/i
const reserved =
  /\b(?:unless|or|and|as)\b[^,.;()]{0,60}\b(?:extended|renewed|terminated)\b[^,.;()]{0,60}\b(?:by|under|pursuant to|in accordance with)\b[^,.;)]{0,120}/gi
const onlyReserved = (words: string) =>
  setsTerm.test(words) && !saysMore.test(words) && !/\b(?:renew|extend)/i.test(words.replace(reserved, ' '))
/** "If Licensor elects not to renew, the parties shall …": what follows when it doesn't. */
const notRenewed =
  /^[^a-z]{0,12}(?:if|in the event|upon)\b[^.;]{0,120}\b(?:not (?:to )?renew|unwilling to renew|non-?renew)/i
/** "The right to renew this Agreement for another year". */
const optionToRenew =
  /\b(?:right|option) to (?:renew|extend) (?:the |this |its )?(?:term|agreement|contract|licen[cs]e)\b[^.;]{0,80}\b(?:years?|months?|terms?|periods?)\b/i
const times = new RegExp(
  `\\b(?:up to |maximum of |not (?:to exceed|more than) )?(?:(${NUMBER_WORDS})(?: \\((\\d{1,2})\\))?|(\\d{1,2})) (?:additional |successive |further |consecutive |renewal |subsequent |more )+`,
  'i',
)

/** How the agreement goes on by itself. */
export const renewal = defineTerm({
  type: 'renewal',
  title: 'Renewal',
  group: 'time',
  describes: 'Whether and for how long the agreement renews, by itself or by choice.',
  looksFor: ['automatically renew', 'successive terms', 'renewal term', 'extended for'],
  value: Renewal,
  version: 3,
  read: (context) =>
    unitsOrElse(context, 'renewal', {
      among: [byItself, renewsItself, untilCancelled, optionToRenew],
      orElse: ({ plain }) =>
        optionToRenew.test(plain) ||
        untilCancelled.test(plain) ||
        (renewsItself.test(plain) &&
          /\b(?:agreement|contract|subscriptions?|plans?|membership)\b/i.test(plain)) ||
        (renews.test(plain) &&
          byItself.test(plain) &&
          /\b(?:term|agreement|subscription|period)\b/i.test(plain)),
      plainly: new RegExp(`${renewsItself.source}|${untilCancelled.source}`, 'i'),
      never: ({ plain }) =>
        onlyReserved(plain) ||
        (notRenewed.test(plain) && readDurations(plain).length === 0) ||
        (/\b(?:letter of credit|insurance|lease|domain name|passport)\b/i.test(plain) &&
          !/\bagreement\b/i.test(plain)),
    }).map(({ unit, score, rule }) => {
      const isAutomatic =
        (saysAutomatic(unit.plain) || runsOn(unit.plain)) &&
        !notByItself.test(unit.plain) &&
        !(byChoice.test(unit.plain) && !/\bautomatic/i.test(unit.plain))
      return { value: { automatic: isAutomatic, ...lengthOf(unit.plain) }, spans: [unit], score, rule }
    }),
  plain: ({ automatic: alone, period, maxTimes }) =>
    [
      alone ? 'renews by itself' : 'renews only if agreed or chosen',
      period && `${plainDuration(period)} each time`,
      maxTimes && `at most ${maxTimes === 1 ? 'once' : `${maxTimes} times`}`,
    ]
      .filter(Boolean)
      .join(', '),
})

/** The length of a renewal is the period near "renew", not the notice or the first term. */
function lengthOf(words: string): { period?: Duration; maxTimes?: number } {
  const at = words.search(
    /\b(?:renew|extend|successive|additional|thereafter|prolong|year-to-year|month-to-month)/i,
  )
  const periods = readDurations(words).filter(({ start, end }) => {
    const after = words.slice(end, end + 40)
    const before = words.slice(Math.max(0, start - 30), start)
    return (
      !/^['’]?s?'? ?(?:(?:prior|advance|written|further) ){0,3}(?:notice|prior|before|in advance)/i.test(
        after,
      ) &&
      !/\b(?:least|within|than|notice of|initial (?:term|period)(?: \w{1,40})?)\s?(?:\w{1,40} )?$/i.test(
        before,
      )
    )
  })
  const count = times.exec(words)
  const limit = count ? Number(count[2] ?? count[3]) || wordsToNumber(count[1] ?? '') : undefined
  const yearly =
    /\b(?:annual(?:ly)?|(?:each|every) year|year[- ]to[- ]year|yearly|from year to year|another year)\b/i.test(
      words,
    )
  const monthly = /\bmonth[- ]to[- ]month\b|\b(?:each|every) month\b/i.test(words)
  const period = periods.find(({ end }) => end > at) ?? (yearly || monthly ? undefined : periods[0])
  const value = period?.value ?? (yearly ? 'P12M' : monthly ? 'P1M' : undefined)
  return { ...(value && { period: value }), ...(limit && limit < 30 && period && { maxTimes: limit }) }
}
