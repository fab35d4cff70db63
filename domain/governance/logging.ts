import { z } from 'zod'
import type { PolicyTerm } from '../policy/policy-term.ts'
import { governing } from '../policy/precedence.ts'
import { compareClasses, RiskClass } from '../policy/risk.ts'
import { durationDays } from '../quantities/duration.ts'
import type { Use } from './uses.ts'

/** What a deployment must log by its class, and whether a sample of the real log does. */

export const LoggingRules = z.object({
  fields: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      from: RiskClass,
      /** Where it stands in a line of the log: "answer.final". */
      path: z.string(),
      /** It must be there, but "none" is an answer: [], null, "". */
      mayBeEmpty: z.boolean().default(false),
    }),
  ),
  classes: z.record(
    RiskClass,
    z.object({ keepDays: z.int().positive(), readers: z.string(), afterwards: z.string() }),
  ),
  /** Paths where a customer's own words stand, in which personal data is no surprise. */
  personalDataAllowed: z.array(z.string()),
})
export type LoggingRules = z.infer<typeof LoggingRules>
export type LogField = LoggingRules['fields'][number]

export const fieldsFor = (riskClass: RiskClass, rules: LoggingRules): LogField[] =>
  rules.fields.filter((field) => compareClasses(field.from, riskClass) <= 0)

export const LogFindingKind = z.enum([
  'unreadable',
  'missing_field',
  'missing_version',
  'unknown_version',
  'draft_without_final',
  'no_source',
  'unreviewed',
  'prohibited_intent',
  'unlisted_intent',
  'secret',
  'personal_data',
  'retention',
])
export type LogFindingKind = z.infer<typeof LogFindingKind>

export const logFindingTitles: Record<LogFindingKind, string> = {
  unreadable: 'Not readable',
  missing_field: 'Missing',
  missing_version: 'Version missing',
  unknown_version: 'Unknown version',
  draft_without_final: 'Draft without final',
  no_source: 'No source',
  unreviewed: 'Not reviewed',
  prohibited_intent: 'Prohibited intent served',
  unlisted_intent: 'Intent not listed',
  secret: 'Secret',
  personal_data: 'Personal data',
  retention: 'Kept too long',
}

export const LogFinding = z.object({
  kind: LogFindingKind,
  what: z.string(),
  /** Lines of the sample, from 1; the first few. */
  lines: z.array(z.int()),
  count: z.int(),
})
export type LogFinding = z.infer<typeof LogFinding>

export const LogReport = z.object({
  rows: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  findings: z.array(LogFinding),
  rulesVersion: z.string(),
  /** Days the log may be kept, and who sets that limit. */
  keepDays: z.int(),
  keepBecause: z.string(),
})
export type LogReport = z.infer<typeof LogReport>

/** How long the log may be kept: the class's own limit, or the vendor's where that is shorter. */
export function retentionLimit(
  riskClass: RiskClass,
  rules: LoggingRules,
  terms: PolicyTerm[],
): { days: number; because: string } {
  const own = rules.classes[riskClass].keepDays
  const periods = terms.filter(
    (t) =>
      t.type === 'data_retention' &&
      t.review !== 'rejected' &&
      ['logs', 'prompts', 'outputs'].includes(String(t.value.object)),
  )
  const { terms: governs } = governing(periods, 'data_retention')
  const shortest = governs
    .flatMap((term) => {
      const period = term.value.period
      return typeof period === 'string' ? [{ term, days: Math.round(durationDays(period)) }] : []
    })
    .sort((a, b) => a.days - b.days)[0]
  if (shortest && shortest.days < own)
    return {
      days: shortest.days,
      because: `${shortest.term.agreement.title} keeps ${String(shortest.term.value.object)} for ${shortest.days} days at most`,
    }
  return { days: own, because: `the class allows ${own} days` }
}

/** A line of the sample as parsed: its number, and its object or null where it is no JSON object. */
export interface LogRow {
  line: number
  value: Record<string, unknown> | null
}

/** The value at "answer.final"; undefined when the path leads nowhere. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (here, key) => (here && typeof here === 'object' ? (here as Record<string, unknown>)[key] : undefined),
      value,
    )

const isEmpty = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Each text in a value with the path it stands at; items of a list share the list's path. */
export function textsOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, path))
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, v]) => textsOf(v, path ? `${path}.${key}` : key))
  return []
}

const isVersion = (path: string) => path.startsWith('versions.')

/** What the deployment's own rules say of an interaction, beside the fields that its class must log. */
export interface LogExpectations {
  /** Versions registered by kind; a kind without any is not held against them. */
  knownVersions: Record<string, string[]>
  /** Whether an answer must rest on a source. */
  mustCite: boolean
  /** The intents that are listed; when none is, the log is not held against them. */
  uses: Pick<Use, 'intent' | 'title' | 'stance'>[]
}

/**
 * Holds a sample against what the class must log, but for secrets and personal data, which need a detector.
 * @param date ISO date the retention is held for
 */
export function checkLog(input: {
  rows: LogRow[]
  fields: LogField[]
  keepDays: number
  date: string
  expected: LogExpectations
}): LogFinding[] {
  const { expected } = input
  const hits = new Map<string, LogFinding>()
  const hit = (kind: LogFinding['kind'], what: string, line: number) => {
    const key = `${kind} ${what}`
    const found = hits.get(key) ?? { kind, what, lines: [], count: 0 }
    found.count += 1
    if (found.lines.length < 5) found.lines.push(line)
    hits.set(key, found)
  }
  const oldest = new Date(Date.parse(`${input.date}T00:00:00Z`) - input.keepDays * 86_400_000).toISOString()
  for (const { line, value } of input.rows) {
    if (!value) {
      hit('unreadable', 'The line is no JSON object.', line)
      continue
    }
    for (const field of input.fields) {
      const found = at(value, field.path)
      if (found !== undefined && (field.mayBeEmpty || !isEmpty(found))) continue
      if (field.path === 'answer.final' && at(value, 'answer.draft'))
        hit('draft_without_final', 'A model’s draft stands without the final answer.', line)
      else if (isVersion(field.path)) hit('missing_version', `${field.title} (${field.path})`, line)
      else hit('missing_field', `${field.title} (${field.path})`, line)
    }
    for (const [kind, known] of Object.entries(expected.knownVersions)) {
      const logged = at(value, `versions.${kind}`)
      if (typeof logged === 'string' && logged !== '' && known.length > 0 && !known.includes(logged))
        hit('unknown_version', `${kind} “${logged}” is not registered here.`, line)
    }
    for (const { kind, what } of againstUses(value, expected)) hit(kind, what, line)
    const timestamp = at(value, 'timestamp')
    if (
      typeof timestamp === 'string' &&
      !Number.isNaN(Date.parse(timestamp)) &&
      new Date(timestamp).toISOString() < oldest
    )
      hit('retention', `Older than the ${input.keepDays} days it may be kept.`, line)
  }
  return [...hits.values()]
}

const has = (value: Record<string, unknown>, path: string) => {
  const found = at(value, path)
  return found !== undefined && !isEmpty(found)
}

/** An interaction that fell back, or was handed to a person, answered nothing by itself. */
const answeredAlone = (value: Record<string, unknown>) =>
  has(value, 'answer.final') && !has(value, 'fallback') && !has(value, 'escalation_trigger')

/**
 * An answer without a source, an intent that must be refused or is on no list, and a trigger that sends a case to a
 * person where neither that person's decision nor a way round the model is logged. An intent counts by its id or words.
 */
function againstUses(
  value: Record<string, unknown>,
  { mustCite, uses }: LogExpectations,
): { kind: LogFindingKind; what: string }[] {
  const found: { kind: LogFindingKind; what: string }[] = []
  if (mustCite && answeredAlone(value) && !has(value, 'retrieved_documents'))
    found.push({ kind: 'no_source', what: 'It answered without a source.' })
  const handled = ['reviewer_decision', 'approvals', 'fallback'].some((path) => has(value, path))
  if (has(value, 'escalation_trigger') && !handled)
    found.push({
      kind: 'unreviewed',
      what: `“${String(at(value, 'escalation_trigger'))}” must be seen by a person, and no decision is logged.`,
    })
  const intent = at(value, 'intent')
  if (typeof intent !== 'string' || uses.length === 0) return found
  const use = uses.find((one) => one.intent === intent || one.title === intent)
  if (!use) found.push({ kind: 'unlisted_intent', what: `“${intent}” is on no list of uses.` })
  else if (use.stance === 'prohibited' && answeredAlone(value))
    found.push({ kind: 'prohibited_intent', what: `“${use.title}” must be refused, and was answered.` })
  return found
}
