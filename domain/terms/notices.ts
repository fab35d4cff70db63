import { z } from 'zod'
import { Duration, plainDuration, readDurations } from '../quantities/duration.ts'
import { section } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

const methodWords = {
  hand: /\b(?:hand delivery|personal(?:ly)? deliver\w*|delivered (?:by hand|personally|in person)|personal service)\b/i,
  courier: /\b(?:courier|overnight|express (?:mail|delivery)|recogni[sz]ed (?:delivery|carrier))\b/i,
  registered_mail:
    /\b(?:registered|certified|recorded)(?:,| or| and|\/)? ?(?:\w+ )?(?:mail|post|delivery|letter)\b/i,
  mail: /\b(?:first[- ]class|prepaid|postage|u\.?s\.? mail|by post|by mail|mail)\b/i,
  email: /\b(?:e-?mail|electronic (?:mail|means|communication))\b|\b[\w.+-]+@[\w-]+\.\w/i,
  fax: /\b(?:fax|facsimile|telecop\w+)\b/i,
  in_product: /\b(?:in-product|dashboard|admin console|through the services?|within the services?)\b/i,
} as const
const Method = z.enum(['hand', 'courier', 'registered_mail', 'mail', 'email', 'fax', 'in_product'])
type Notices = { method: z.infer<typeof Method>[]; deemedReceipt?: Duration }

const notice =
  /\b(?:any |all |each )?(?:notices?|communications?)\b[^.;]{0,160}?\b(?:shall|will|must|may)\b[^.;]{0,80}?\b(?:be )?(?:in writing|given|sent|delivered|deemed|provided|made|effective)\b|\b(?:shall|will) be deemed (?:\w+ ){0,3}(?:given|received|delivered|effective)\b/i

/** How a notice must go out, and when it counts. */
export const notices = defineTerm({
  type: 'notices',
  title: 'Notices',
  group: 'oversight',
  describes: 'How a notice must be sent and when it counts as received.',
  looksFor: ['notices shall be in writing', 'deemed received', 'by courier', 'registered mail'],
  value: z.object({ method: z.array(Method), deemedReceipt: Duration.optional() }),
  version: 1,
  read(context) {
    const found: Candidate<Notices>[] = []
    for (const unit of context.units) {
      if (!notice.test(unit.plain) || !/\bnotices?\b/i.test(`${unit.heading} ${unit.plain}`)) continue
      const formal =
        /\bnotice/i.test(unit.heading) ||
        /\b(?:all|any) (?:\w+(?: and| or|,) ){0,3}notices?\b/i.test(unit.plain)
      if (!formal) continue
      const units = [
        unit,
        ...section(context, unit).filter(
          (u) => u !== unit && Math.abs(u.index - unit.index) <= 6 && /\bnotice|\bdeemed\b/i.test(u.plain),
        ),
      ]
      if (found.some((f) => f.spans.some((s) => units.some((u) => u.start === s.start)))) continue
      const says = units.filter((u) => Method.options.some((m) => methodWords[m].test(u.plain)))
      if (says.length === 0) continue
      const words = says.map((u) => u.plain).join(' ')
      const deemed = units.filter((u) => /\bdeemed|\breceived|\beffective\b/i.test(u.plain))
      const receipt = deemed.flatMap((u) =>
        readDurations(u.plain).filter(({ end }) =>
          /^[\s)]{0,3}(?:after|following|from|of)\b/i.test(u.plain.slice(end)),
        ),
      )[0]?.value
      found.push({
        value: {
          method: Method.options.filter((m) => methodWords[m].test(words)),
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
    `by ${method.map((m) => m.replaceAll('_', ' ')).join(', ')}${deemedReceipt ? `; counts as received after ${plainDuration(deemedReceipt)}` : ''}`,
})
