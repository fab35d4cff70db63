import { z } from 'zod'
import { Duration, plainDuration, readDurations } from '../quantities/duration.ts'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { firstDuration } from './shared/amounts.ts'
import { finding, restOfClause, withLeadIn } from './shared/findings.ts'
import { oncePerPaper } from './shared/once.ts'
import { unitsThat } from './shared/units-that.ts'
import { type Candidate, defineTerm } from './term.ts'

const AuditRight = z.object({
  holder: Party,
  kind: z.enum(['records', 'security', 'reports_only', 'regulator']),
  /** The least time between two audits: "P12M" for once a year. */
  frequency: Duration.optional(),
  notice: Duration.optional(),
  /** Who bears the cost. */
  cost: Party.optional(),
})
type AuditRight = z.infer<typeof AuditRight>

/** Without one of these words a sentence says nothing of it. */
const TOPIC =
  /\baudit|\binspect|\bexamin|\baccess\b|\bvisit|\bobserv|\bmonitor|\bdemonstrate\b|\bvalidat|\bSOC ?[12]\b|\bISO ?27001\b|\bpenetration test|\bverif\w{1,10}\b[^.;]{0,80}?\bcomplian|\b(?:books|records?|documents|accounts)\b[^;]{0,300}?\b(?:available|review|verif\w{1,10}|cop(?:y|ies)|confirm)\b|\b(?:available|review|verify|cop(?:y|ies)|confirm)\b[^;]{0,300}?\b(?:books|records?)\b/i

/** Who may look into the other's books or systems. */
export const auditRight = defineTerm({
  type: 'audit_right',
  title: 'Audit right',
  group: 'oversight',
  describes:
    "Who may inspect the other's records or security, how often, with what notice and at whose cost.",
  looksFor: [
    'right to audit',
    'inspect books and records',
    'copy of the most recent audit report',
    'contribute to audits',
    'regulator access',
  ],
  value: AuditRight,
  version: 4,
  read(context) {
    const found: Candidate<AuditRight>[] = []
    for (const { unit, score, rule } of unitsThat(context, 'audit_right', {
      among: ALWAYS,
      always,
      never,
      certain: ({ plain }) => CONDITIONS.test(plain),
      topic: TOPIC,
    })) {
      const kind = kindOf(context, unit)
      const own = detailsOf(unit.plain)
      const near = Object.assign(
        {},
        ...restOfClause(context, unit)
          .filter((other) => AUDIT.test(other.plain))
          .map((other) => detailsOf(other.plain)),
      )
      const cost =
        costOf(context, unit) ??
        restOfClause(context, unit)
          .map((other) => costOf(context, other))
          .find(Boolean)
      const value = { holder: holderOf(context, unit, kind), kind, ...near, ...own, ...(cost && { cost }) }
      found.push(finding(value, [unit], rule, score))
    }
    return found
  },
  plain: ({ holder, kind, frequency, notice, cost }) => {
    const what = {
      records: 'records',
      security: 'security',
      reports_only: 'reports only',
      regulator: 'regulator access',
    }[kind]
    const who = holder === 'unknown' ? '' : `${holder}: `
    return `${who}${what}${frequency ? `, once per ${plainDuration(frequency)}` : ''}${notice ? `, ${plainDuration(notice)}' notice` : ''}${cost ? `, cost on ${cost}` : ''}`
  },
})

const AUDIT = /\baudit\w{0,40}\b|\binspect\w{0,40}\b|\bexamin\w{0,40}\b|\bbooks and records\b/i
const ALWAYS = [
  /\b(?:rights?|entitled|may|permit\w{0,40}|allow\w{0,40})\b[^.;]{0,100}?\b(?:audit|inspect|examine)\b[^.;]{0,120}?\b(?:books|records|accounts|complian\w{1,40}|processing|security|controls)\b/i,
  /\b(?:entitled|right|may)\b[^.;]{0,60}?\bverify\b[^.;]{0,60}?\bcomplian\w{1,40}\b[^.;]{0,80}?\b(?:measures|data protection|processing|DPA)\b/i,
  /\b(?:may|entitled to|right to) have\b[^.;]{0,60}?\b(?:audits?|inspections?)\b[^.;]{0,40}?\b(?:carried out|conducted|performed)\b/i,
  /\b(?:allow|contribute|submit)\w{0,40}\b[^.;]{0,40}?\b(?:to|for)\b[^.;]{0,60}?\b(?:audits\b|audit by|inspections? and audits?)/i,
  /\b(?:conduct|perform|carry out|request)\b[^.;]{0,80}?\baudits?\b[^.;]{0,160}?\b(?:once|year|months|complian\w{1,40}|security|verify)\b/i,
  /\b(?:provide|make available|furnish|give|send|share)\b[^.;]{0,120}?\b(?:most recent|annual|latest|third[- ]party|independent|SOC ?[12]|copy of its|summary of)\b[^.;]{0,60}?\b(?:audit|SOC ?[12])\b[^.;]{0,20}?\breports?\b|\bsummary of (?:the |its )?audit reports?\b/i,
  /\b(?:make available|provide)\b[^.;]{0,120}?\binformation\b[^.;]{0,80}?\bdemonstrate\b[^.;]{0,60}?\bcomplian|\binformation (?:reasonably )?necessary to demonstrate\b|\bdocuments and information\b[^.;]{0,60}\bdemonstrate\b/i,
  /\b(?:regulators?|(?:regulatory|supervisory|competent) authorit\w{1,40})\b[^.;]{0,60}?\b(?:may|shall|right|entitled|access)\b[^.;]{0,60}?\b(?:audit|inspect|examine)\b[^.;]{0,80}?\b(?:premises|facilit\w{1,40}|records|systems|vendor|supplier|provider|services)\b/i,
  /\b(?:makes?|making|made|keeps?|kept)\b[^.;]{0,100}?\b(?:books|records?|accounts|documents)\b[^.;]{0,120}?\bavailable\b[^.;]{0,60}?\b(?:audits?|review|inspection|examination)\b/i,
  /\b(?:business hours|reasonable (?:prior |advance )?(?:written )?notice)\b[^.;]{0,100}?\b(?:audit|inspect|examin|records\b)/i,
  /\b(?:has|have|reserves?) the right\b[^.;]{0,60}? to (?:\w{1,20} ){0,3}(?:audit|inspect)\b/i,
]
/** Who audits on notice or in business hours does not speak of audits by the way. */
const CONDITIONS = /\b(?:business hours|notice)\b/i
const NEVER =
  /\bfinancial statements\b[^.;]{0,60}\baudited\b|\baudited (?:financial|annual|consolidated)|\binspect\w{0,40} (?:the )?(?:products?|goods|shipment|deliver\w{1,40})\b|\bSCCs?\b[^.;]{0,30}\bclause\b|\bwaives? (?:any |the |its |all )?rights? to inspect\b|\b["“]audit reports?["”] means\b|\bTABLE OF CONTENTS\b|(?: \d{1,3}){2,20}$|\b(?:article|section) \d{1,20} [^.]{0,80}\b(?:article|section) \d{1,20} /i

const always = (unit: Unit) => ALWAYS.some((pattern) => pattern.test(unit.plain))
/** What follows from what an audit found: the right itself stands before it. */
const CONSEQUENCE =
  /^.{0,12}\b(?:if|in the event|should)\b[^.;]{0,90}?\b(?:audit|inspection|examination|report|accounting firm|auditor)\b[^.;]{0,60}?\b(?:reveal|disclos|show|determin|discover|conclud|find)/i
const DISPUTED = /\bdisputes?\b|\bdisagree/i
/** How a vendor looks after itself gives nobody a right. */
const OWN_PROCEDURES =
  /\b(?:defines|maintains|establishes|has established)\b[^.;]{0,40}?\baudit\b[^.;]{0,40}?\bprocedures\b/i
const LOGS = /\b(?:maintain|keep|record|generate|retain)s? (?:\w{1,40} ){0,3}audit (?:logs?|trails?)\b/i
const SETTLED = /^such (?:payments?|amounts?|sums?)\b/i
/** Goods looked over on arrival, and visits of the authorities. */
const GOODS =
  /\bvisual inspection\b|\btest and inspect\b|\bincoming inspection\b|\binspect (?:all|each) (?:components?|lots?|shipments?)\b|^.{0,60}?\bnotify\b[^.;]{0,80}?\binspections?\b/i
const never = (unit: Unit) =>
  [NEVER, CONSEQUENCE, DISPUTED, SETTLED, GOODS, LOGS].some((pattern) => pattern.test(unit.plain)) ||
  OWN_PROCEDURES.test(withLeadIn(unit))

function kindOf(context: ReadingContext, unit: Unit): AuditRight['kind'] {
  const words = unit.plain
  if (
    /\b(?:regulators?|regulatory|supervisory|governmental) (?:authorit\w{1,40}|bod\w{1,40}|agenc\w{1,40})?[^.;]{0,100}?\b(?:may|shall|right|access|audit|inspect|examin)/i.test(
      words,
    ) &&
    !/(?<!\bover )\bcustomer (?:may|shall|has|or|and)\b/i.test(words)
  )
    return 'regulator'
  const inspects =
    /\b(?:audits? or inspections?|inspections? and audits?|on-?site|inspect|conduct\w{0,40}|contribute to|audits? (?:and|or) (?:security )?assessments?|access to (?:its |the )?(?:facilities|premises))\b/i.test(
      words,
    )
  const reports =
    /\b(?:copy|copies|summar\w{1,40}|reports?|documents and information|certificat\w{1,40})\b/i.test(words) &&
    /\b(?:audit reports?|SOC (?:[12]|reports?)|third[- ]party|summary|demonstrate|most recent|certificat)/i.test(
      words,
    )
  if (reports && !inspects) return 'reports_only'
  if (
    /\b(?:security|personal data|data protection|privacy|processing|DPA|sub-?processor|technical and organi[sz]ational|processor|information systems?|SOC ?2)\b/i.test(
      `${withLeadIn(unit)} ${unit.heading}`,
    )
  )
    return 'security'
  if (/\binformation necessary to demonstrate\b/i.test(words)) return 'security'
  // A paper about data that names no books means the handling of the data.
  const books =
    /\b(?:books|records|accounts?|accounting|royalt\w{1,40}|statements?|payments?|sales|invoices?|fees|purchases?)\b/i
  if (!books.test(`${words} ${unit.heading}`) && aboutData(context)) return 'security'
  return 'records'
}

const aboutData = oncePerPaper(({ text }) => /\b(?:personal|customer) (?:data|content)\b/i.test(text))

/** Who is let in: the one permitted, the one who may, the one it is done by. */
const HOLDERS = [
  /\breports?\b[^.;]{0,80}?\bavailable to (?:[\w.&-]{1,60}['’]s? |its |our )?(customer|client|subscriber)s?\b/i,
  /\b(?:provide|permit|allow|enable|give|afford|furnish|grant|makes? available)s? (?:to )?(?:the )?([\w.&’' -]{2,40}?)(?:,| and| or| with| to| a | the | an | reasonable )/i,
  /(?:^|[,;:)] )(?:the )?([\w.&’' -]{2,40}?) (?:and its \w{1,40} )?(?:shall|will|may|has|have|is)\b[^.;]{0,40}?\b(?:right|entitled|audit|inspect|examine|conduct|request|perform)\b(?! by)/i,
  /\b(?:inspections?|audits?|examination)\b[^.;]{0,80}? by,?(?: or on behalf of,?)? (?:the )?([\w.&-]{1,60})/i,
  /\b(?:upon|at|on) (?:the )?([\w.&-]{1,60}(?: [\w.&-]{1,60}){0,2}?)['’]s? (?:reasonable |written |prior ){0,20}(?:request|expense|cost)/i,
]

function holderOf(context: ReadingContext, unit: Unit, kind: AuditRight['kind']): AuditRight['holder'] {
  // An item is of the right that its list opens with.
  const words = withLeadIn(unit)
  if (kind === 'regulator') return 'unknown'
  if (
    /\beach party\b[^.;]{0,80}\b(?:right|may|shall have|entitled)|\beither party\b[^.;]{0,60}\b(?:audit|inspect)/i.test(
      words,
    )
  )
    return 'mutual'
  for (const pattern of HOLDERS) {
    const role = context.roleOf(pattern.exec(words)?.[1]?.trim() ?? '')
    if (role !== 'unknown') return role
  }
  const bound = context.subjectOf(unit)
  if (!/\b(?:keep|maintain|make|permit|allow|provide|furnish|submit|contribute)\b/i.test(words)) return bound
  return bound === 'vendor' ? 'customer' : bound === 'customer' ? 'vendor' : bound
}

/** "Provided no similar audit has been conducted less than twelve (12) months prior". */
const notAgainWithin =
  /\b(?:no|not)\b[^.;]{0,60}?\b(?:conducted|performed|carried out|taken place)\b[^.;]{0,30}?\b(?:less than|within|during|in)\b[^.;]{0,60}?\bmonths?\b/i

function detailsOf(words: string): { frequency?: Duration; notice?: Duration } {
  const often =
    /\b(?:once|one(?: \(1\))?(?: on-?site)? (?:audit|time|inspection)?|more (?:frequently|often) than)\b[^.;]{0,40}?\b(?:per|each|every|a|in any|during any|in each|annually)\b(?:(?! (?:up)?on\b| with\b)[^.;]){0,30}/i.exec(
      words,
    )?.[0] ?? (/\baudit/i.test(words) ? notAgainWithin.exec(words)?.[0] : undefined)
  const frequency =
    often &&
    (/\b(?:months?|years|days)\b/i.test(often)
      ? firstDuration(often)
      : /\b(?:year|annual|12-month)/i.test(often)
        ? 'P12M'
        : /\bquarter/i.test(often)
          ? 'P3M'
          : undefined)
  const before =
    /\b(?:days?|weeks?|hours?|months?)\)?['’]?(?: \w{1,40}){0,3}? notice\b|\bnotice of (?:at least |not less than )?[^.;]{0,30}?\b(?:days?|weeks?)\b|\b(?:upon|on|with|by|giving|least)\b[^.;]{0,40}?\b(?:days?|weeks?|hours?)['’]?\)?[^.;]{0,30}?\b(?:notice|advance|prior)\b/i.exec(
      words,
    )
  // "Every 12 months, upon 30 days' notice": the period in the phrase itself, or the one right before it.
  const notice = before
    ? (
        readDurations(before[0])[0] ??
        readDurations(words.slice(Math.max(0, before.index - 24), before.index + before[0].length)).at(-1)
      )?.value
    : undefined
  return { ...(frequency && { frequency }), ...(notice && { notice }) }
}

/** "At Customer's sole expense"; a cost that moves when the audit finds something still starts with someone. */
function costOf(context: ReadingContext, unit: Unit): AuditRight['cost'] | undefined {
  if (!AUDIT.test(unit.plain)) return undefined
  const words = unit.plain
  const phrase =
    /\bat (?:the )?(?:sole )?(?:cost|expense)s?(?: and expense)? of (?:the )?([\w.&-]{1,60}(?: [\w.&-]{1,60})?)/i.exec(
      words,
    )?.[1] ??
    /\bat (?:the )?([\w.&-]{1,60}(?: [\w.&-]{1,60})?)['’]s? (?:own |sole ){0,20}(?:cost|expense)/i.exec(
      words,
    )?.[1] ??
    /\bcosts?\b[^.;]{0,60}?\bborne (?:\w{1,40} )?by (?:the )?([\w.&-]{1,60})/i.exec(words)?.[1]
  const role = phrase ? context.roleOf(phrase) : 'unknown'
  return role === 'unknown' ? undefined : role
}
