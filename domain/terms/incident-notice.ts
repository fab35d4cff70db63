import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { firstDuration } from './shared/amounts.ts'
import { finding, withLeadIn } from './shared/findings.ts'
import { AI_INCIDENT, ANY_INCIDENT, PERSONAL_DATA_BREACH, SECURITY_INCIDENT } from './shared/incidents.ts'
import { type Candidate, defineTerm } from './term.ts'

const IncidentNotice = z.object({
  by: Party,
  within: Duration.optional(),
  standard: z.enum(['without_undue_delay', 'promptly', 'immediately', 'reasonable']).optional(),
  trigger: z.enum(['security_incident', 'personal_data_breach', 'ai_incident', 'other']),
})
type IncidentNotice = z.infer<typeof IncidentNotice>

/** How soon one hears of it. */
export const incidentNotice = defineTerm({
  type: 'incident_notice',
  title: 'Incident notice',
  group: 'oversight',
  describes:
    'How soon a party must tell the other of a security incident, a data breach or a failure of a model.',
  looksFor: [
    'notify without undue delay',
    'within 72 hours',
    'after becoming aware',
    'security incident',
    'personal data breach',
  ],
  value: IncidentNotice,
  version: 2,
  read(context) {
    const found: Candidate<IncidentNotice>[] = []
    for (const unit of context.unitsThatMayMatch(ANY_INCIDENT)) {
      const words = withLeadIn(unit)
      if (!NOTIFIES.test(words) || !ANY_INCIDENT.test(unit.plain) || notThisDuty(unit)) continue
      const within = firstDuration(deadline(words))
      const standard = STANDARDS.find(([, pattern]) => pattern.test(words))?.[0]
      if (!within && !standard && !/\b(?:shall|will|must|agrees to|undertakes to|required to)\b/i.test(words))
        continue
      const value = {
        by: notifier(context, unit),
        ...(within && { within }),
        ...(standard && { standard }),
        trigger: triggerOf(unit),
      }
      found.push(
        finding(
          value,
          [unit],
          within ? 'within a time' : standard ? standard.replace(/_/g, ' ') : 'no time stated',
          within || standard ? 0.9 : 0.7,
        ),
      )
    }
    return found
  },
  plain: ({ by, within, standard, trigger }) => {
    const when = within
      ? `within ${plainDuration(within)}`
      : standard
        ? standard.replace(/_/g, ' ')
        : 'no time stated'
    return `${by === 'unknown' ? '' : `${by} tells `}${when} of ${trigger === 'other' ? 'an incident' : `a ${trigger.replace(/_/g, ' ')}`.replace('a ai', 'an AI')}`
  },
})

const NOTIFIES =
  /\b(?:notif(?:y|ies|ied|ying|ication)|inform(?:s|ing)?|report(?:s|ed|ing)?|tell|let \w{1,40} know|notice (?:shall|will|must|is) (?:be )?(?:given|provided|sent)|give\w{0,40} (?:\w{1,40} ){0,3}notice|provide\w{0,40} (?:\w{1,40} ){0,3}(?:notice|notification)|alert|advise)\b/i
const STANDARDS: [NonNullable<IncidentNotice['standard']>, RegExp][] = [
  ['without_undue_delay', /\bwithout (?:undue|unreasonable) delay\b/i],
  ['immediately', /\bimmediate(?:ly)?\b|\bforthwith\b|\bat once\b/i],
  [
    'promptly',
    /\bprompt(?:ly)?\b|\bas soon as (?:\w{1,40} )?(?:possible|practicable)\b|\bwithout delay\b|\bexpeditiously\b/i,
  ],
  [
    'reasonable',
    /\b(?:within (?:a )?|in )reasonable (?:time|period)|\breasonable notice\b|\breasonable efforts to notify\b/i,
  ],
]

/** What a notice must contain, what it is no admission of, whom persons and authorities are told, and breaches of contract. */
function notThisDuty(unit: Unit): boolean {
  const words = unit.plain
  if (/\bno longer (?:meet|comply|able)|\bcan not comply\b/i.test(words)) return true
  if (CONTENTS.test(words) || (unit.leadIn && CONTENTS.test(unit.leadIn.plain))) return true
  if (
    /\b(?:not|never) (?:be )?(?:construed|deemed|interpreted|considered|an? (?:acknowledg|admission))/i.test(
      words,
    ) &&
    !STANDARDS.some(([, pattern]) => pattern.test(words))
  )
    return true
  if (
    /^\W{0,2000}(?:such|the|this|that|any|its) (?:\w{1,40} )?(?:notice|notification|report)s? (?:shall|will|must|may|should) (?:include|contain|describe|be )/i.test(
      words,
    )
  )
    return true
  if (/["“][^"”]{2,60}["”] ?(?:\([^)]{0,1000}\) ?)?means\b/i.test(words)) return true
  if (
    /\bassist\w{0,40}\b[^.;]{0,80}\bnotif/i.test(words) &&
    !STANDARDS.some(([, pattern]) => pattern.test(words)) &&
    !/\bhours\b/i.test(words)
  )
    return true
  if (/\b(?:limitation|exclusion) of liability|\bliab\w{1,40} (?:for|shall)|\bindemnif/i.test(words))
    return true
  return (
    /\bmaterial breach\b|\bbreach of (?:this|the|any) (?:agreement|contract|dpa|provision|obligation|term|section)/i.test(
      words,
    ) &&
    !PERSONAL_DATA_BREACH.test(words) &&
    !SECURITY_INCIDENT.test(words)
  )
}

/** Opens the list of what a notice says. */
const CONTENTS =
  /\b(?:notice|notification|report)s?(?: of [^.;]{2,40}?)? (?:shall|will|must|may|should) (?:\w{1,40} )?(?:include|contain|describe)/i

const TOLD =
  /\b(?:notif(?:y|ies)|informs?|alerts?|advises?|tells?|let|(?:reported|given|provided|sent) to)\s((?:the\s)?[\w&.-]{1,40})\b/i
/** "Customer shall be notified". */
const IS_TOLD =
  /\b((?:the\s)?[\w&.-]{1,40}) (?:shall|will|must|is|are) (?:be )?(?:\w{1,40}ly )?(?:notified|informed)\b/i

function notifier(context: ReadingContext, unit: Unit): IncidentNotice['by'] {
  // "Users shall tell us": who is told says who tells.
  const told = context.roleOf((IS_TOLD.exec(unit.plain) ?? TOLD.exec(unit.plain))?.[1] ?? '')
  if (told === 'vendor') return 'customer'
  if (told === 'customer') return 'vendor'
  const own = context.subjectOf(unit)
  const led = unit.leadIn ? context.subjectOf(unit.leadIn) : 'unknown'
  if (own !== 'unknown') return own
  if (led !== 'unknown') return led
  if (/\beach party\b|\beither party\b|\breceiving party\b/i.test(withLeadIn(unit))) return 'mutual'
  const phrase =
    /\b([\w.&’'-]{1,60}(?: [\w.&-]{1,60}){0,2}?),? (?:shall|will|must|agrees to)\b[^.;]{0,60}?\b(?:notif|inform|report|give|provide)/i.exec(
      withLeadIn(unit),
    )?.[1]
  return phrase ? context.roleOf(phrase) : 'unknown'
}

function triggerOf(unit: Unit): IncidentNotice['trigger'] {
  if (PERSONAL_DATA_BREACH.test(unit.plain)) return 'personal_data_breach'
  if (
    /\bpersonal (?:data|information)\b/i.test(unit.plain) &&
    SECURITY_INCIDENT.test(unit.plain) &&
    /\bbreach\b/i.test(unit.plain)
  )
    return 'personal_data_breach'
  if (SECURITY_INCIDENT.test(unit.plain)) return 'security_incident'
  return AI_INCIDENT.test(unit.plain) ? 'ai_incident' : 'other'
}

/** "Within 72 hours", "no later than two business days"; not a time that a report must cover. */
function deadline(words: string): string {
  const at = words.search(
    /\b(?:within|no later than|not later than|later than|not exceed\w{0,40}|not more than|in no event more than)\b[^.;]{0,50}?\b(?:hours?|days?)\b/i,
  )
  return at < 0 ? '' : words.slice(at)
}
