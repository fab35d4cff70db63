import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { firstDuration } from './shared/amounts.ts'
import { finding, section } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

const Subprocessors = z.object({
  consent: z.enum(['prior', 'notice', 'general', 'none']),
  /** Time between the notice of a new one and its start. */
  notice: Duration.optional(),
  objection: z.boolean().optional(),
})
type Subprocessors = z.infer<typeof Subprocessors>

/** Who else gets the data. */
export const subprocessors = defineTerm({
  type: 'subprocessors',
  title: 'Sub-processors',
  group: 'data',
  describes:
    'Whether the vendor may hand data on to others, with what notice, and whether the customer can object.',
  looksFor: [
    'general authorisation to engage sub-processors',
    'prior written consent',
    'notify of any new sub-processor',
    'may object',
  ],
  value: Subprocessors,
  version: 2,
  read(context) {
    const found: Candidate<Subprocessors>[] = []
    const taken = new Set<Unit>()
    for (const unit of context.unitsThatMayMatch(PERMITS)) {
      if (taken.has(unit) || !permits(unit)) continue
      const group = section(context, unit).filter(
        (other) => other === unit || speaksOf(other) || INTENDED.test(other.plain) || goesOn(context, other),
      )
      const parts = group.filter(
        (other) =>
          other === unit ||
          permits(other) ||
          [NOTIFIES, OBJECTS, GENERAL].some((one) => one.test(other.plain)),
      )
      for (const part of group) taken.add(part)
      if (IN_USE.test(unit.plain) && !parts.some((part) => NOTIFIES.test(part.plain))) continue
      const words = parts.map((part) => part.plain).join(' ')
      const notice = noticeOf(parts)
      const objection = OBJECTS.test(words)
      const value = {
        consent: consentOf(words),
        ...(notice && { notice }),
        ...(objection && { objection: true }),
      }
      found.push(finding(value, parts, `consent: ${value.consent}`, value.consent === 'none' ? 0.7 : 0.88))
    }
    return found
  },
  plain: ({ consent, notice, objection }) => {
    const how = {
      prior: 'prior consent',
      notice: 'after notice',
      general: 'general authorisation',
      none: 'freely',
    }[consent]
    return `sub-processors: ${how}${notice ? `, ${plainDuration(notice)}' notice` : ''}${objection ? ', right to object' : ''}`
  },
})

/** The General Data Protection Regulation, Article 28(2), calls them "another processor". */
const SUBPROCESSOR = /\bsub-?\s?process|\b(?:another|other|further|additional) (?:data )?processors?\b/i
const WHO = /\bsub-?\s?processors?\b|\bsub-?contractors?\b/i
const PERMITS =
  /\b(?:authori[sz]\w{0,40}|consents?|permit\w{0,40}|may|entitled|right to|agrees? that|approv\w{0,40}|acknowledges?|shall not|will not|do(?:es)? not|must not)\b[^.]{0,160}?\b(?:engage|appoint|use|using|subcontract|sub-?process|add|replace|retain|employ|disclose)\w{0,40}\b|\b(?:engagement|use|appointment|involvement)\b[^.]{0,120}?\brequires?\b[^.]{0,60}?\b(?:consent|authori[sz]ation|approval)\b|\b(?:we|vendor|provider|supplier|processor) (?:uses?|engages?) (?:\w{1,40} ){0,3}?sub-?processors\b/i
/** "We use sub-processors to …": a permission only where the paper goes on to say how one hears of new ones. */
const IN_USE =
  /^(?:we|(?:the )?(?:vendor|provider|supplier|processor)) (?:uses?|engages?) (?:\w{1,40} ){0,3}?sub-?processors\b(?![^.]{0,400}\b(?:authori[sz]|consent|permission|approv))/i
const ALLOWS =
  /\b(?:may|entitled to|right to|(?:authori[sz]|permit|allow)\w{0,40} (?:\w{1,40} ){1,4}to|agrees that|consents? to|acknowledges)\b[^.;]{0,60}?\b(?:engage|use|appoint|subcontract|retain|employ|add|replace)\w{0,40}\b[^.;]{0,80}?\bsub-?\s?(?:processor|contractor)/i
const NOTIFIES =
  /\b(?:notif(?:y|ies|ied|ication)|inform\w{0,40}|notice|let (?:you|customer) know|tell)\b[^.]{0,160}?\b(?:sub-?\s?processors?|sub-?contractors?|such (?:change|addition)|list|new|replacement|addition|intended changes?)\b|\b(?:sub-?\s?processors?|sub-?contractors?)\b[^.]{0,160}?\b(?:notice|notif\w{1,40}|inform)\b|\bdays\b[^.;]{0,30}\bbefore\b[^.;]{0,60}\bsub-?processor/i
/** What the same article has the processor do before a change. */
const INTENDED = /\bintended changes?\b/i
const OBJECTS = /\b(?:object(?:s|ed|ion|ions|ing)?)\b(?! code)/i
const GENERAL =
  /\bgeneral(?:ly)? (?:and prior |prior |written |specific ){0,20}(?:authori[sz]|consent|approval)|\bprior and general authori[sz]|\bgenerally (?:authori[sz]|consents)|\bconsents? to (?:\w{1,40} ){0,3}use of sub-?processors/i
const PRIOR =
  /\b(?:not|without|only with|subject to|requires?|obtain\w{0,40})\b[^.]{0,160}?\b(?:prior )?(?:specific |written |express |explicit ){0,20}(?:consent|authori[sz]ation|approval|permission)\b|\bspecific (?:prior )?(?:written )?(?:authori[sz]ation|consent)\b/i

/** Sub-contractors only count where it is personal or customer data that they get. */
function speaksOf(unit: Unit): boolean {
  if (SUBPROCESSOR.test(unit.plain)) return true
  return WHO.test(unit.plain)
    ? /\bprocess|\bdata\b|\bprivacy/i.test(`${unit.plain} ${unit.heading}`)
    : OBJECTS.test(unit.plain) && /\bsub-?(?:process|contract)/i.test(unit.heading)
}

/** "Customer may object", "Controller gives its general consent": the sentence right after one about sub-processors. */
function goesOn(context: ReadingContext, unit: Unit): boolean {
  const before = context.units[unit.index - 1]
  return (
    before !== undefined &&
    before.clause === unit.clause &&
    (speaksOf(before) || INTENDED.test(before.plain)) &&
    (OBJECTS.test(unit.plain) || GENERAL.test(unit.plain))
  )
}

function permits(unit: Unit): boolean {
  if (
    !speaksOf(unit) ||
    !PERMITS.test(unit.plain) ||
    /\bmeans\b|\bgrants? (?:\w{1,40} ){0,3}(?:licen[cs]e|right)/i.test(unit.plain)
  )
    return false
  if (!SUBPROCESSOR.test(unit.plain) && !/\b(?:personal|customer) data\b|\bauthori[sz]/i.test(unit.plain))
    return false
  if (/\bClauses? \d/i.test(unit.plain)) return false
  return (
    IN_USE.test(unit.plain) || GENERAL.test(unit.plain) || PRIOR.test(unit.plain) || ALLOWS.test(unit.plain)
  )
}

function consentOf(words: string): Subprocessors['consent'] {
  if (GENERAL.test(words)) return 'general'
  if (PRIOR.test(words) && !/\bresponse|\brequest\b[^.]{0,60}\bprior written authori/i.test(words))
    return 'prior'
  if (NOTIFIES.test(words)) return 'notice'
  return 'none'
}

/** The notice before a change; the time to object only where nothing else is said. */
function noticeOf(parts: Unit[]): Duration | undefined {
  const before =
    /\b(?:at least|not less than|no less than|with|upon|provide|give)\b[^.;]{0,80}?\b(?:days?|months?)\b[^.;]{0,60}?\b(?:notice|prior|before|advance|in advance)\b|\b(?:days?|months?)['’]? (?:prior|advance|written|notice|before|in advance)\b/i
  for (const part of parts) {
    const at = before.exec(part.plain)
    if (at) {
      const read = firstDuration(part.plain.slice(Math.max(0, at.index - 20)))
      if (read) return read
    }
  }
  return undefined
}
