import { z } from 'zod'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { withoutCapitals } from './shared/capitals.ts'
import { definitionOf } from './shared/defined.ts'
import { finding, section } from './shared/findings.ts'
import { countryOf, PEOPLES } from './shared/peoples.ts'
import { type Candidate, defineTerm } from './term.ts'

type DisputeResolution = {
  forum: 'courts' | 'arbitration' | 'mediation_first'
  seat?: string
  rules?: string
  classWaiver?: boolean
}

const arbitration = /\b(?:binding arbitration|arbitrat(?:ion|ed|or)s?)\b/i
/** "Exclusive jurisdiction of the courts of …", "adjudicated by the courts located in …". */
const courts = [
  /\b(?:exclusive(?:ly)?|jurisdiction|venue|courts?)\b[^.;]{0,120}?\b(?:courts?|jurisdiction|venue)\b/i,
  /\b(?:adjudicated|resolved|brought|heard|settled|litigated|decided|submitted)\b[^.;]{0,120}?\bcourts?\b/i,
  /\bcourts? (?:in|under|for the purposes? of) clause 18\b/i,
  /\b(?:fil(?:e|ed|ing)|institut\w{1,40}|commenc\w{1,40}|initiat\w{1,40})\b[^.;]{0,40}?\b(?:law)?(?:suits?|actions?|proceedings?|disputes?)\b[^.;]{0,60}?\bcourts?\b/i,
  /\bcourts? (?:in|of) [^.;]{2,60}? ha(?:s|ve) (?:sole|exclusive) jurisdiction\b|\blawsuits?\b[^.;]{0,20}?\b(?:must|has to|have to|shall|will|may only) be filed in\b[^.;]{0,20}?\bcourts?\b|\bgo to the courts? (?:in|of)\b/i,
  /\b(?:exclusive )?place of jurisdiction\b[^.;]{0,80}?\b(?:is|shall be)\b/i,
]
/** A court that is named for what it may decide, not chosen: severability, injunctions, small claims. */
const anyCourt =
  /\b(?:any |a |by a |the )?(?:courts?|tribunals?)(?: or (?:other )?(?:courts?|tribunals?|authorit(?:y|ies)))?(?: or (?:\w{1,40} )?tribunals?)? (?:of|having) (?:competent|proper|appropriate) jurisdiction\b|\bany court\b|\bsmall claims courts?\b|\b(?:any|other) (?:other )?jurisdictions?\b/gi
const mediation = /\bmediat(?:ion|or|e)\b/i
const binds =
  /\b(?:shall|will|must|agree|submit|consent|irrevocabl|exclusive|resolved?|settled?|brought|referred|goe?s? to|courts? in clause|right to|file|be filed|sole|place of jurisdiction)\b/i
const classWaiver =
  /\bclass (?:action|arbitration|or)|\b(?:individual (?:basis|capacity)|representative (?:action|proceeding)|collective action)/i
/** Arbitration that is paid for, or that this clause is not about: "arbitration fees", "not subject to arbitration". */
const noArbitration =
  /\barbitration (?:fees?|costs?|expenses?)\b|\bnot (?:required to be |be )?(?:subject to|resolved|settled|decided)\b[^.;,]{0,40}?\barbitration\b/gi
const place =
  "((?:the )?(?:City of |County of |State of )?[A-Z][\\w.’']+(?: (?:of|and|the|[A-Z][\\w.’']+)){0,4}(?:, [A-Z][\\w.’']+(?: [A-Z][\\w.’']+)?)?)"
const ofCourts =
  '(?:the (?:state or federal |federal (?:or|and) state |competent |exclusive )?courts? (?:of|in|located in) )?'
const seats = [
  new RegExp(
    `\\b(?:held|conducted|seat(?:ed)?|take place|located|place|venue|sitting|brought|hearing\\w*)\\b[^.;]{0,120}?\\b(?:in|of|be|at)\\b ${ofCourts}${place}`,
    'g',
  ),
  new RegExp(`\\b[Cc]ourts? (?:(?:sitting|located|situated) )?(?:of|in|for|at) (?:the )?${place}`, 'g'),
  new RegExp(`\\b[Aa]rbitrat(?:ion|ors?)(?: under [^.;,]{1,60}?)? in (?:the )?${place}`, 'g'),
  new RegExp(
    `\\b(?:[Ff]orum|[Vv]enue|[Jj]urisdiction|[Ss]eat of (?:the )?arbitration)\\b[^.;]{0,40}?\\b(?:is|be|are) (?:the )?${place}`,
    'g',
  ),
]
const courtsOfPeople = new RegExp(`\\b(${PEOPLES}) courts?\\b`, 'i')
const rules =
  /\b((?:(?:Commercial |International |Comprehensive |Streamlined |Consumer ){0,3}(?:Arbitration |Mediation )?Rules (?:of Arbitration )?of (?:the )?)?(?:American Arbitration Association|AAA|JAMS|ICC|International Chamber of Commerce|LCIA|UNCITRAL|SIAC|HKIAC|CIETAC|DIS|NAI|SCC|VIAC|NAM|National Arbitration and Mediation))\b/

/** Where and how one fights. */
export const disputeResolution = defineTerm({
  type: 'dispute_resolution',
  title: 'Dispute resolution',
  group: 'time',
  describes:
    'Which court or arbitrator decides, where, by which rules, and whether class actions are waived.',
  looksFor: ['exclusive jurisdiction', 'binding arbitration', 'mediation', 'class action waiver'],
  value: z.object({
    forum: z.enum(['courts', 'arbitration', 'mediation_first']),
    seat: z.string().optional(),
    rules: z.string().optional(),
    classWaiver: z.boolean().optional(),
  }),
  version: 2,
  read(context) {
    const found: { value: DisputeResolution; units: Unit[] }[] = []
    for (const unit of context.unitsThatMayMatch(mediation, arbitration, ...courts)) {
      const words = unit.plain
      const forum = binds.test(words) ? forumOf(words) : null
      if (!forum) continue
      const own = forum === 'arbitration' ? seatsOfArbitration(context, unit) : seatsOf(context, unit)
      const earlier = found.filter((one) => one.value.forum === forum && near(one.units[0], unit))
      // One clause says it in several sentences; what another sentence chooses elsewhere is another choice.
      const open = earlier.find((one) => !one.value.seat)
      if (earlier.length > 0 && own.every(({ seat }) => earlier.some((one) => one.value.seat === seat)))
        continue
      if (open && own[0] && forum === 'courts') found.splice(found.indexOf(open), 1)
      else if (earlier.length > 0 && forum !== 'courts') continue
      const { classWaiver: waived, ...rest } = proceedings(context, unit)
      const common = { ...(forum !== 'courts' && rest), ...(waived && { classWaiver: true }) }
      for (const { seat, units } of own.length > 0 ? own : [{ seat: undefined, units: [unit] }])
        found.push({
          value: { forum, ...common, ...(seat && { seat }) },
          units: [...(open?.units ?? []), ...units],
        })
    }
    return found.map(
      ({ value, units }): Candidate<DisputeResolution> =>
        finding(value, units, value.forum.replace('_', ' '), 0.8),
    )
  },
  plain: ({ forum, seat, rules: by, classWaiver: waived }) =>
    [
      forum === 'mediation_first' ? 'mediation first' : forum,
      seat && `in ${seat}`,
      by && `under ${by}`,
      waived && 'no class actions',
    ]
      .filter(Boolean)
      .join(', '),
})

const near = (first: Unit | undefined, unit: Unit) => first !== undefined && unit.start - first.start < 6000

function forumOf(given: string): DisputeResolution['forum'] | null {
  const words = given.replace(noArbitration, ' ')
  if (mediation.test(words) && /\b(?:before|first|prior|attempt)\b/i.test(words)) return 'mediation_first'
  if (
    arbitration.test(words) &&
    /\b(?:dispute|claim|controvers|resolved|settled|binding|submit|arbitration (?:will|shall))/i.test(words)
  )
    return 'arbitration'
  const chosen = given.replace(anyCourt, ' ')
  return courts.some((pattern) => pattern.test(chosen)) ? 'courts' : null
}

/** What courts may decide beside an arbitrator is no seat of the arbitration. */
const courtsOf = /\bcourts? (?:(?:sitting|located|situated) )?(?:of|in|for) [^.;]{2,40}/gi

const ofClass = /\bclass\b/i

/** What the rest of an arbitration clause says: the seat, whose rules, and whether claims can be joined. */
function proceedings(context: ReadingContext, unit: Unit): Partial<DisputeResolution> {
  const units = [unit, ...section(context, unit)]
  const text = units
    .map((one) => one.plain)
    .filter((words) => arbitration.test(words) || classWaiver.test(words))
  const seat = text
    .filter((words) => arbitration.test(words))
    .map((words) => seatIn(words.replace(courtsOf, ' ')))
    .find(Boolean)
  const byRules = text.map((words) => rules.exec(words)?.[1]).find(Boolean)
  const about = [
    ...text,
    ...context
      .unitsThatMayMatch(ofClass)
      .filter((one) => ofClass.test(one.heading))
      .map((one) => one.plain),
  ]
  const waives = about.some(
    (words) => classWaiver.test(words) && /\b(?:not|waiv(?:e|es|ing)|only|no )/i.test(words),
  )
  return {
    ...(seat && { seat }),
    ...(byRules && { rules: byRules }),
    ...(waives && { classWaiver: true }),
  }
}

/** Where each of several customers arbitrates, when items of the same section say it of more than one place. */
function seatsOfArbitration(context: ReadingContext, unit: Unit): Seat[] {
  const said = [unit, ...section(context, unit)]
    .filter(({ plain }) => arbitration.test(plain.replace(noArbitration, ' ')))
    .flatMap((one) => {
      const seat = seatIn(one.plain)
      return seat ? [{ seat, units: [unit, one] }] : []
    })
  const seats = said.filter(({ seat }, at) => said.findIndex((other) => other.seat === seat) === at)
  return seats.length > 1 && seats.every(({ units }) => residents.test(units[1]?.plain ?? '')) ? seats : []
}

const residents =
  /\b(?:for|if|where)\b[^.;]{0,60}?\b(?:customers?|you|users?|part(?:y|ies))\b[^.;]{0,40}?\b(?:in|resid\w{1,40}|located|elsewhere)\b/i

interface Seat {
  seat: string
  units: Unit[]
}

/** The places a sentence names; those of the definition where it only names a defined term, "the Venue". */
function seatsOf(context: ReadingContext, unit: Unit): Seat[] {
  const seat = seatIn(unit.plain)
  const term = context.definitions.find((one) =>
    seat
      ? one.term === seat
      : /^(?:Venue|Courts?|Forum)$/.test(one.term) && unit.plain.includes(` ${one.term}`),
  )?.term
  if (!term) return seat ? [{ seat, units: [unit] }] : []
  const said = definitionOf(context, term)
  return said
    .flatMap((one) => one.plain.split(';').map((words) => ({ seat: seatIn(words), unit: one })))
    .flatMap((one) => (one.seat ? [{ seat: one.seat, units: [unit, one.unit] }] : []))
}

/** "San Francisco, California" out of "held in San Francisco, California"; "Ireland" out of "Irish courts". */
function seatIn(words: string): string | undefined {
  const plain = withoutCapitals(words).replace(anyCourt, ' ')
  for (const pattern of seats)
    for (const match of plain.matchAll(pattern)) {
      const found = match[1]
        ?.replace(/^the /i, '')
        .replace(/^(?:City|County|State|Republic) of /, '')
        .replace(/[.,]$/, '')
        .replace(andItsLaw, '')
        .replace(/(?: (?:of|and|the)){1,3}$/, '')
      if (found && !NO_PLACE.test(found)) return found
    }
  const people = courtsOfPeople.exec(plain)?.[1]
  return people && countryOf(people)
}

/** "In a court in Ireland and Irish law applies". */
const andItsLaw = new RegExp(` and (?:${PEOPLES})$`)

const NO_PLACE =
  /^(?:Section|Clause|Agreement|Party|Parties|Court|Rules|American|JAMS|Any|Each|Customer|Client|Arbitration|Disputes?|Claims?|If|Said|English|US Code|U\.S\. Code|UTC|Chancery)\b/
