import { z } from 'zod'
import type { PolicyTerm } from '../policy/policy-term.ts'
import { governing } from '../policy/precedence.ts'
import { compareClasses, RiskClass } from '../policy/risk.ts'
import { durationDays } from '../quantities/duration.ts'

/** What a deployment must log by its class, and whether a sample of the real log does. */

export const LoggingRules = z.object({
  version: z.string().min(1),
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

export const LogFinding = z.object({
  kind: z.enum([
    'unreadable',
    'missing_field',
    'missing_version',
    'draft_without_final',
    'secret',
    'personal_data',
    'retention',
    'unknown_version',
  ]),
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

/**
 * Holds a sample against what the class must log, but for secrets and personal data, which need a detector.
 * @param date ISO date the retention is held for
 * @param knownVersions versions registered for the deployment by kind; a kind without any is not held against them
 */
export function checkLog(input: {
  rows: LogRow[]
  fields: LogField[]
  keepDays: number
  date: string
  knownVersions: Record<string, string[]>
}): LogFinding[] {
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
    for (const [kind, known] of Object.entries(input.knownVersions)) {
      const logged = at(value, `versions.${kind}`)
      if (typeof logged === 'string' && logged !== '' && known.length > 0 && !known.includes(logged))
        hit('unknown_version', `${kind} “${logged}” is not registered here.`, line)
    }
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
