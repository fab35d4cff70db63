import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { byClause, inOrder, withLeadIn } from './shared/findings.ts'
import { NAMED_INCIDENT } from './shared/incidents.ts'
import { defineTerm } from './term.ts'

const Duty = z.enum(['information', 'logs', 'rollback', 'containment', 'remediation', 'regulator'])
const IncidentCooperation = z.object({ by: Party, duties: z.array(Duty).min(1) })
type IncidentCooperation = z.infer<typeof IncidentCooperation>

/** What a party does once it has happened. */
export const incidentCooperation = defineTerm({
  type: 'incident_cooperation',
  title: 'Incident cooperation',
  group: 'oversight',
  describes:
    'What a party must do after an incident: tell, hand over logs, contain, repair, roll back, help with regulators.',
  looksFor: [
    'reasonable assistance',
    'investigate and remediate',
    'provide logs',
    'mitigate the effects',
    'cooperate',
  ],
  value: IncidentCooperation,
  version: 2,
  read(context) {
    const found = nearIncidents(context).flatMap((unit) => {
      if (!aboutIncident(context, unit) || NOT_A_DUTY.test(unit.plain)) return []
      const words = withLeadIn(unit)
      if (!DUTY.test(words)) return []
      const duties = DUTIES.filter(([, pattern]) => pattern.test(unit.plain.replace(PREAMBLE, ' '))).map(
        ([duty]) => duty,
      )
      if (duties.length === 0) return []
      const by = doer(context, unit)
      return [
        {
          unit,
          value: { by, duties: inOrder(Duty.options, duties) },
          rule: 'helps after an incident',
          score: by === 'unknown' ? 0.6 : 0.85,
        },
      ]
    })
    return byClause<IncidentCooperation>(found, (values) => ({
      by: values.find((value) => value.by !== 'unknown')?.by ?? 'unknown',
      duties: inOrder(
        Duty.options,
        values.flatMap((value) => value.duties),
      ),
    }))
  },
  plain: ({ by, duties }) => `${by === 'unknown' ? 'help' : by}: ${duties.join(', ')}`,
})

/** "The information available to the processor" is what the duty depends on, not what it gives. */
const PREAMBLE = /\btaking into account\b[^.;]{0,120}?\bavailable to [^,.;]{2,40}/gi

/** "Shall notify the other of any unauthorised disclosure and cooperate to mitigate it": notice and help in one sentence. */
const LOST =
  /\bnotif\w{1,40}\b[^.;]{0,120}?\b(?:unauthori[sz]ed|accidental|unlawful) (?:\w{1,40} (?:or|and) )?(?:access|use|disclosure|loss)\b[^.;]{0,120}?\b(?:co-?operat|assist)/i

const DUTIES: [z.infer<typeof Duty>, RegExp][] = [
  [
    'information',
    /\b(?:provid(?:e[sd]?|ing)|(?:include|describe|furnish|give|keep|share|supply)\w{0,40})\b[^.;]{0,120}?\b(?:information|details?|description|nature|informed|updates?|report|point of contact|consequences|categories|assistance|cause)\b|\b(?:reasonable|timely|full) (?:and timely )?(?:assistance|cooperation|co-operation)\b|\b(?:co-?operate|assist)s?\b|\broot[- ]cause\b|\bname and contact\b|\blikely consequences\b|\bnature of the\b/i,
  ],
  [
    'logs',
    /\blogs?\b|\bforensic|\baudit trails?\b|\bpreserve\w{0,40}\b[^.;]{0,40}?\b(?:evidence|records)\b/i,
  ],
  [
    'rollback',
    /\broll(?:ing|s|ed)?[- ]?back\b|\brevert\w{0,40}\b|\brestor(?:e|ing|ation)\b[^.;]{0,60}?\b(?:prior|previous|earlier|last)\b[^.;]{0,20}?\b(?:version|model|state)|\bdisable\w{0,40}\b[^.;]{0,40}?\bmodel/i,
  ],
  [
    'containment',
    /\bcontain(?:s|ment|ing)?\b(?!ed)|\bmitigat\w{0,40}\b|\bstop\b|\blimit\w{0,40} the (?:effects?|impact|damage)|\bminimi[sz]e\b|\bprevent (?:any )?further\b/i,
  ],
  [
    'remediation',
    /\bremed(?:y|iate|iation|iating|ial)\b|\bcorrect(?:ive|ing)?\b|\brepair|\bfix\b|\bresolve\b|\bprevent (?:a |any |its |the )?(?:recurrence|reoccurrence|future|new)|\bmeasures (?:proposed or )?taken\b|\brestore\b/i,
  ],
  [
    'regulator',
    /\b(?:regulator|supervisory authorit|data protection authorit|regulatory|authorities|obligations? (?:\w{1,40} ){0,4}under (?:\w{1,40} ){0,3}(?:data protection|privacy|applicable) (?:data protection )?laws?|data subjects?|law enforcement)\w{0,40}\b/i,
  ],
]
const DUTY =
  /\b(?:shall|will|must|agrees? to|undertakes? to|is required to|shall include|supports|assists|co-?operates|takes|helps|provides)\b/i
/** Disclaimers, definitions, and conduct that only aims at preventing incidents. */
const NOT_A_DUTY =
  /["“][^"”]{2,60}["”] ?(?:\([^)]{0,1000}\) ?)?means\b|\b(?:not|never) (?:be )?(?:construed|deemed|interpreted)\b|\bliab\w{1,40}\b|\bindemnif|\bdesigned to (?:protect|prevent)\b|\bmeasures designed\b|\bappropriate (?:technical|security)\b|\binsurance\b/i

/** Units that may speak of an incident, and those right after them. */
const nearIncidents = (context: ReadingContext) =>
  context.units.filter((unit) => {
    const before = context.units[unit.index - 1]
    return (
      context.mayMatch(NAMED_INCIDENT, unit) ||
      (before !== undefined && context.mayMatch(NAMED_INCIDENT, before)) ||
      context.mayMatch(LOST, unit)
    )
  })

/** The sentence speaks of an incident, or stands in a clause that is about one. */
function aboutIncident(context: ReadingContext, unit: Unit): boolean {
  if (NAMED_INCIDENT.test(unit.plain))
    return /\b(?:assist|support|cooperat|co-operat|remed|mitigat|contain|investigat|correct|provide|include|steps|roll|logs|restore|preserve|nature|consequences|inform\w{0,40} (?:the )?customer of the)\w{0,40}\b/i.test(
      unit.plain,
    )
  if (unit.leadIn && /\bnotif|\binform|\binclude/i.test(unit.leadIn.plain))
    return NAMED_INCIDENT.test(`${withLeadIn(unit)} ${unit.heading}`)
  return NAMED_INCIDENT.test(unit.heading) || follows(context, unit) || LOST.test(unit.plain)
}

/** "Vendor shall then investigate …": the sentence right after the notice in the same clause. */
function follows(context: ReadingContext, unit: Unit): boolean {
  const before = context.units[unit.index - 1]
  if (
    !before ||
    before.clause !== unit.clause ||
    !NAMED_INCIDENT.test(before.plain) ||
    !/\bnotif|\binform/i.test(before.plain)
  )
    return false
  return /\b(?:investigat|remed|mitigat|contain|cooperat|co-operat|assist|logs|root[- ]cause|notice (?:shall|will) (?:include|describe)|notification (?:shall|will) (?:include|describe)|roll)\w{0,40}\b/i.test(
    unit.plain,
  )
}

function doer(context: ReadingContext, unit: Unit): IncidentCooperation['by'] {
  const own = context.subjectOf(unit)
  if (own !== 'unknown') return own
  const led = unit.leadIn ? context.subjectOf(unit.leadIn) : 'unknown'
  if (led !== 'unknown') return led
  const before = context.units[unit.leadIn ? unit.leadIn.index - 1 : unit.index - 1]
  return before && before.clause?.parent === unit.clause?.parent ? context.subjectOf(before) : 'unknown'
}
