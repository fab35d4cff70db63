import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { firstDuration } from './shared/amounts.ts'
import { finding, itemsOf, restOfClause, withLeadIn } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

const DataDeletion = z.object({
  on: z.enum(['termination', 'request', 'both']),
  within: Duration.optional(),
  form: z.enum(['delete', 'return', 'either']),
  /** True when the deletion is certified in writing. */
  certificate: z.boolean().optional(),
})
type DataDeletion = z.infer<typeof DataDeletion>

/** What becomes of the customer's data when it is over. */
export const dataDeletion = defineTerm({
  type: 'data_deletion',
  title: 'Data deletion',
  group: 'data',
  describes: "When the vendor deletes or returns the customer's data, how soon, and whether it certifies it.",
  looksFor: [
    'upon termination, delete or return customer data',
    'within thirty days',
    'certify the deletion',
    'erase personal data',
  ],
  value: DataDeletion,
  version: 2,
  read(context) {
    const found: Candidate<DataDeletion>[] = []
    for (const unit of context.unitsThatMayMatch(DUTY)) {
      const words = withLeadIn(unit)
      if (!deletes(context, unit, words)) continue
      const after = restOfClause(context, unit).filter((other) => Math.abs(other.index - unit.index) <= 4)
      const certificate = [unit, ...after].find((other) => CERTIFIES.test(other.plain))
      const gone = after.find((other) => INACCESSIBLE.test(other.plain))
      const within = firstDuration(deadline(words)) ?? (gone && lastDeadline(gone.plain))
      const value = {
        on: occasion(words, unit),
        ...(within && { within }),
        form: formOf(besides(context, unit) + words),
        ...(certificate && { certificate: true }),
      }
      const cited = [unit, ...(certificate ? [certificate] : []), ...(gone && within ? [gone] : [])]
      found.push(finding(value, cited, 'deletes or returns', 0.87))
    }
    return found
  },
  plain: ({ on, within, form, certificate }) => {
    const how = form === 'either' ? 'deleted or returned' : form === 'delete' ? 'deleted' : 'returned'
    const when = on === 'both' ? 'on request and at the end' : on === 'request' ? 'on request' : 'at the end'
    return `data ${how} ${when}${within ? ` within ${plainDuration(within)}` : ''}${certificate ? ', certified' : ''}`
  },
})

const DELETE = /\b(?:delet(?:e|es|ed|ion)|destroy(?:s|ed)?|destruction|eras(?:e|es|ed|ure)|purge[sd]?)\b/i
const RETURN = /\b(?:return(?:s|ed)?|transfers? back|hands? (?:back|over))\b/i
const OBJECT =
  /\b(?:customer|client|subscriber|your|company|user)(?:['’]s)? (?:\w{1,40} )?(?:data|content|materials|information)\b|\bpersonal (?:data|information)\b|\b(?:inputs?|outputs?|prompts?|fine-?tuned models?|embeddings)\b/i
const DUTY =
  /\b(?:shall|will|must|agrees to|undertakes to|is required to|commits to)\b[^.;]{0,160}?\b(?:delet|destroy|eras|purg|return)|\b(?:data|content|information)\b[^.;]{0,60}?\b(?:is|are|be) (?:\w{1,40} )?(?:deleted|destroyed|erased|purged)\b|\binstructs? (?:\w{1,40} ){1,5}to (?:delete|return|erase)|\bwe delete\b|\b(?:deletes|destroys|erases|returns|hands (?:back|over))\b/i
const ENDS =
  /\b(?:terminat\w{0,40}|expir\w{0,40}|end of the (?:provision|agreement|term|services?|subscription)|after the end(?! of (?:the|each|an?|its) (?:\w{1,40} or )?(?:interaction|session|request|conversation|month|year))|cessation|ceases?|completion of the (?:\w{1,40} )?(?:services|work)|(?:agreement|contract|subscription|term) (?:has )?end(?:s|ed)|closure of|close[sd]? (?:its|the|your) account|post-?termination)\b/i
const ASKED =
  /\b(?:(?:upon|on|at|following|of|after)\b[^.;]{0,30}?(?<!\b(?:inference|API|user) )\b(?:request|instruction|direction|election)|requests? (?:the )?(?:deletion|return|erasure)|requested by|if (?:so )?requested|(?:if|when|whenever|once) (?:\w{1,40} ){1,3}(?:asks?|requests?)|instruct\w{0,40}|at any time)\b/i
const CERTIFIES =
  /\b(?:certif(?:y|ies|ied|icate|ication)|confirms?)\b[^.;]{0,80}?\b(?:delet|destr|eras|return|complian)|\b(?:delet|destr|eras)\w{0,40}\b[^.;]{0,100}?\b(?:certif|confirm)\w{0,40}(?: in writing)?|\bwritten (?:certification|confirmation)\b/i
const INACCESSIBLE =
  /\b(?:comply with th(?:is|at) instruction|delete (?:it|them|such data))\b[^.]{0,120}\b(?:days|months)\b|\bno longer (?:be )?accessible\b[^.]{0,120}\b(?:days|months)\b/i
/** Duties of the one who receives secrets, rights of persons, and the customer's own tools. */
const OTHERS =
  /\bdata subjects?\b(?! data)[^.;]{0,60}\brequests?\b|\brights? (?:of|to) (?:access|erasure)\b|\brequests from (?:individuals|data subjects)\b|\bdefinition|\bmeans\b/i

/** Where the paper counts the customer's content among the secrets, what becomes of the secrets becomes of the content. */
const COUNTED =
  /\b(?:customer|client|subscriber|user|your)(?:['’]s)? (?:data|content|materials)\b[^.;]{0,60}?\b(?:constitutes?|is|are|(?:will|shall) be(?: deemed| considered)?)\b[^.;]{0,40}?\bconfidential information\b|\bconfidential information\b[^.;]{0,60}?\binclud\w{1,40} (?:\w{1,40} ){0,4}?(?:customer|client|your)(?:['’]s)? (?:data|content)\b/i
const isObject = (context: ReadingContext, words: string) =>
  OBJECT.test(words) ||
  (/\bconfidential information of\b|\b(?:disclos(?:er|ing party)|(?:the )?other party)['’]s confidential information\b/i.test(
    words,
  ) &&
    context.unitsThatMayMatch(COUNTED).some((unit) => COUNTED.test(unit.plain)))

function deletes(context: ReadingContext, unit: Unit, words: string): boolean {
  if (!DELETE.test(unit.plain) && !RETURN.test(unit.plain)) return false
  if (!DUTY.test(words) || !isObject(context, unit.plain) || OTHERS.test(unit.plain)) return false
  if (!ENDS.test(words) && !ASKED.test(words)) return false
  return (
    context.subjectOf(unit) !== 'customer' ||
    /\b(?:vendor|provider|processor|supplier|we) (?:shall|will)\b/i.test(words)
  )
}

function occasion(words: string, unit: Unit): DataDeletion['on'] {
  const ends = ENDS.test(words) || /\bterminat/i.test(unit.heading)
  // "At Customer's choice" says how, not when.
  const asked = ASKED.test(words.replace(/\bat customer['’]s (?:option|choice|election)\b/gi, ''))
  const either =
    /\b(?:or|and)\b[^.;]{0,40}?\b(?:request|at any time)|\brequest\w{0,40}\b[^.;]{0,40}?\b(?:or|and)\b[^.;]{0,30}?\b(?:terminat|expir)/i.test(
      words,
    )
  if (ends && asked && either) return 'both'
  return ends ? 'termination' : 'request'
}

/** "Vendor will: (a) return a copy on request; and (b) delete the rest": the other items of the same list. */
const besides = (context: ReadingContext, unit: Unit) =>
  unit.leadIn
    ? itemsOf(context, unit.leadIn)
        .filter((other) => other !== unit && OBJECT.test(other.plain))
        .map((other) => `${other.plain} `)
        .join('')
    : ''

function formOf(words: string): DataDeletion['form'] {
  const back = RETURN.test(words)
  if (DELETE.test(words)) return back ? 'either' : 'delete'
  return 'return'
}

/** "After a recovery period of 30 days, and within a maximum period of 180 days": the outer bound. */
function lastDeadline(words: string): Duration | undefined {
  const within = words.lastIndexOf('within')
  return firstDuration(within < 0 ? words : words.slice(within)) ?? firstDuration(words)
}

/** The words from the deadline on; "30 days of the end", not the days for which something may be kept. */
function deadline(words: string): string {
  const at = words.search(
    /\b(?:within|no later than|not later than|in no event later|after|following|deleted|destroyed|erased|purged|promptly,? and in any event)\b[^.;]{0,60}?\b(?:days?|months?|hours?|years?|weeks?)\b/i,
  )
  return at < 0 ? '' : words.slice(at)
}
