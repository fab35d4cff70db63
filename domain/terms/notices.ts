import { z } from 'zod'
import { Duration, plainDuration, readDurations } from '../quantities/duration.ts'
import { ORDINALS, ordinalToNumber } from '../quantities/numbers.ts'
import { itemsOf, section, withLeadIn } from './shared/findings.ts'
import { listInWords } from './shared/in-words.ts'
import { type Candidate, defineTerm } from './term.ts'

const methodWords = {
  hand: /\b(?:hand delivery|personal(?:ly)? deliver\w{0,40}|delivered (?:by hand|personally|in person)|personal service)\b/i,
  courier:
    /\b(?:courier|overnight(?: mail)?|express (?:mail|delivery)|recogni[sz]ed (?:delivery|carrier))\b/i,
  registered_mail:
    /\b(?:registered|certified|recorded)(?:,| or| and|\/)? ?(?:\w{1,40} )?(?:mail|post|delivery|letter)\b/i,
  mail: /\b(?:first[- ]class|prepaid|postage|u\.?s\.? mail|by post|by mail|mail)\b/i,
  email: /\b(?:e-?mail|electronic (?:mail|means|communication))\b|\b[\w.+-]{1,60}@[\w-]{1,60}\.\w/i,
  fax: /\b(?:fax|facsimile|telecop\w{1,40})\b/i,
  in_product: /\b(?:in-product|dashboard|admin console|through the services?|within the services?)\b/i,
} as const
const Method = z.enum(['hand', 'courier', 'registered_mail', 'mail', 'email', 'fax', 'in_product'])
type Notices = { method: z.infer<typeof Method>[]; deemedReceipt?: Duration }

/** The methods that words name; "certified mail" and "electronic mail" are not mail as well. */
const methodsIn = (words: string) =>
  Method.options.filter((method) =>
    methodWords[method].test(method === 'mail' ? words.replace(specialMail, ' ') : words),
  )
const specialMail = new RegExp(
  `(?:${[methodWords.registered_mail, methodWords.email, methodWords.courier].map((one) => one.source).join('|')})(?:,? (?:with )?(?:postage )?pre-?paid)?`,
  'gi',
)

const notice =
  /\b(?:any |all |each )?(?:notices?|communications?)\b[^.;]{0,160}?\b(?:shall|will|must|may)\b[^.;]{0,80}?\b(?:be )?(?:in writing|given|sent|delivered|deemed|provided|made|effective)\b|\b(?:send|give|deliver)\b[^.;]{0,40}?\bnotices?\b(?! of\b)[^.;]{0,60}?\b(?:by|to|electronically|via)\b|\bnotices?\b[^.;]{0,60}?\brequires? (?:written|text) form\b|\b(?:shall|will) be deemed (?:\w{1,40} ){0,3}(?:given|received|delivered|effective)\b/i

/** How a notice must go out, and when it counts. */
export const notices = defineTerm({
  type: 'notices',
  title: 'Notices',
  group: 'oversight',
  describes: 'How a notice must be sent and when it counts as received.',
  looksFor: ['notices shall be in writing', 'deemed received', 'by courier', 'registered mail'],
  value: z.object({ method: z.array(Method), deemedReceipt: Duration.optional() }),
  version: 2,
  read(context) {
    const found: Candidate<Notices>[] = []
    for (const unit of context.unitsThatMayMatch(notice)) {
      if (!notice.test(unit.plain) || !/\bnotices?\b/i.test(`${unit.heading} ${unit.plain}`)) continue
      const formal =
        /\bnotice/i.test(unit.heading) ||
        /\b(?:all|any) (?:\w{1,40}(?: and| or|,) ){0,3}notices?\b/i.test(unit.plain)
      if (!formal) continue
      const units = [
        unit,
        ...itemsOf(context, unit),
        ...section(context, unit).filter(
          (u) => u !== unit && Math.abs(u.index - unit.index) <= 6 && /\bnotice|\bdeemed\b/i.test(u.plain),
        ),
      ]
      if (found.some((f) => f.spans.some((s) => units.some((u) => u.start === s.start)))) continue
      const says = units.filter((u) => methodsIn(u.plain).length > 0)
      if (says.length === 0) continue
      const words = says.map((u) => u.plain).join(' ')
      const deemed = units.filter((u) => /\bdeemed|\breceived|\beffective\b/i.test(withLeadIn(u)))
      const receipt = deemed.map((u) => receiptIn(u.plain)).find(Boolean)
      found.push({
        value: {
          method: methodsIn(words),
          ...(receipt && { deemedReceipt: receipt }),
        },
        spans: [...new Set([...says, ...(receipt ? deemed : [])])].map(({ start, end }) => ({ start, end })),
        score: 0.85,
        rule: 'notices clause',
      })
    }
    return found
  },
  plain: ({ method, deemedReceipt }) =>
    `by ${listInWords(method, 'other means')}${deemedReceipt ? `; counts as received after ${plainDuration(deemedReceipt)}` : ''}`,
})

const onTheDay = new RegExp(
  `\\b(${ORDINALS})(?: \\(\\d{1,2}(?:st|nd|rd|th)?\\))? (?:(business|working|banking) )?days? (?:after|following|from)\\b`,
  'i',
)

/** "Three days after posting", "on the second business day after dispatch". */
function receiptIn(words: string): Duration | undefined {
  const period = readDurations(words).find(({ end }) =>
    /^[\s)]{0,3}(?:after|following|from|of)\b/i.test(words.slice(end)),
  )?.value
  const [, ordinal, business] = onTheDay.exec(words) ?? []
  const count = period ?? (ordinal && ordinalToNumber(ordinal))
  if (typeof count !== 'number') return count || undefined
  return business ? { businessDays: count } : `P${count}D`
}
