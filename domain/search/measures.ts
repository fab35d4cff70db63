import { amountOf, CapAmount } from '../policy/caps.ts'
import { Duration, durationDays } from '../quantities/duration.ts'
import { Money } from '../quantities/money.ts'
import { termTypes } from '../terms/index.ts'

/** What of a term can be asked for by name, and which number of it can be compared: "cap below 1M". */

type Value = Record<string, unknown>
export type Unit = 'money' | 'days' | 'percent'

export interface Measure {
  /** As people write it, the first as the screen says it back. */
  names: [string, ...string[]]
  type: string
  /** Which terms of the type are meant; all when left out. */
  of?(value: Value): boolean
  unit?: Unit
  /** Null when the term does not name the number. */
  read?(value: Value, annualFees?: Money): number | null
}

const days =
  (field: string) =>
  (value: Value): number | null => {
    const period = Duration.safeParse(value[field])
    return period.success ? durationDays(period.data) : null
  }

const number =
  (field: string) =>
  (value: Value): number | null =>
    typeof value[field] === 'number' ? value[field] : null

const capMoney = (value: Value, annualFees?: Money): number | null => {
  const cap = CapAmount.safeParse(value)
  return cap.success ? (amountOf(cap.data, annualFees)?.amount ?? null) : null
}

const insured = (value: Value): number | null => {
  const amounts = Money.array().safeParse(value.amounts)
  return amounts.success && amounts.data.length > 0 ? Math.max(...amounts.data.map((m) => m.amount)) : null
}

const ofDays = (field: string) => ({ unit: 'days' as const, read: days(field) })

const named: Measure[] = [
  {
    names: ['cap', 'liability cap', 'general cap'],
    type: 'liability_cap',
    of: (value) => value.appliesTo === 'general',
    unit: 'money',
    read: capMoney,
  },
  {
    names: ['super-cap', 'super cap', 'supercap', 'data breach cap'],
    type: 'liability_cap',
    of: (value) => value.appliesTo !== 'general',
    unit: 'money',
    read: capMoney,
  },
  {
    names: ['notice', 'non-renewal notice', 'renewal notice', 'notice period'],
    type: 'non_renewal_notice',
    ...ofDays('period'),
  },
  {
    names: ['incident notice', 'breach notice', 'incident notification'],
    type: 'incident_notice',
    ...ofDays('within'),
  },
  { names: ['termination notice'], type: 'termination_for_convenience', ...ofDays('notice') },
  { names: ['cure period', 'cure'], type: 'termination_for_cause', ...ofDays('cure') },
  { names: ['suspension notice'], type: 'suspension', ...ofDays('notice') },
  { names: ['model change notice'], type: 'model_change', ...ofDays('notice') },
  { names: ['deprecation notice'], type: 'model_change', ...ofDays('deprecationNotice') },
  { names: ['change notice'], type: 'unilateral_change', ...ofDays('notice') },
  { names: ['price change notice', 'price notice'], type: 'price_change', ...ofDays('notice') },
  {
    names: ['price increase', 'price cap', 'uplift'],
    type: 'price_change',
    unit: 'percent',
    read: number('cap'),
  },
  { names: ['retention', 'data retention'], type: 'data_retention', ...ofDays('period') },
  { names: ['deletion', 'data deletion'], type: 'data_deletion', ...ofDays('within') },
  { names: ['initial term'], type: 'initial_term', ...ofDays('period') },
  { names: ['renewal term', 'renewal', 'renewal period'], type: 'renewal', ...ofDays('period') },
  { names: ['exit help', 'exit assistance', 'exit'], type: 'exit_assistance', ...ofDays('period') },
  {
    names: ['time limit for claims', 'limitation period'],
    type: 'limitation_period',
    ...ofDays('period'),
  },
  { names: ['confidentiality'], type: 'confidentiality', ...ofDays('period') },
  { names: ['audit notice'], type: 'audit_right', ...ofDays('notice') },
  {
    names: ['uptime', 'service level', 'availability'],
    type: 'service_level',
    unit: 'percent',
    read: number('uptime'),
  },
  { names: ['insurance'], type: 'insurance', unit: 'money', read: insured },
  { names: ['audit right', 'audit', 'audit rights'], type: 'audit_right' },
  { names: ['IP indemnity'], type: 'indemnity', of: ({ covers }) => lists(covers, 'ip_infringement') },
  {
    names: ['data breach indemnity'],
    type: 'indemnity',
    of: ({ covers }) => lists(covers, 'data_breach'),
  },
  {
    names: ['automatic renewal', 'auto-renewal'],
    type: 'renewal',
    of: ({ automatic }) => automatic === true,
  },
  { names: ['SLA'], type: 'service_level' },
]

const lists = (value: unknown, item: string) => Array.isArray(value) && value.includes(item)

/** Every measure, those of the catalogue's own names last: a name above means something narrower. */
export const measures: Measure[] = [
  ...named,
  ...termTypes.map(
    ({ type, title }): Measure => ({ names: [title.toLowerCase(), type, type.replaceAll('_', ' ')], type }),
  ),
]

const byName = new Map(
  measures
    .toReversed()
    .flatMap((measure) => measure.names.map((name) => [name.toLowerCase(), measure] as const)),
)

/** The measure of that name, letter case aside. */
export const measureNamed = (name: string): Measure | undefined => byName.get(name.toLowerCase())

/** All names, the longest first: of two that begin alike the longer one is meant. */
export const measureNames = [...byName.keys()].sort((a, b) => b.length - a.length)

const reachable = [...new Set(measures.map((measure) => measureNamed(measure.names[0])))]

/** The measures that a term of a type can be asked by, each once. */
export const measuresOfType = (type: string): Measure[] =>
  reachable.filter((measure) => measure !== undefined).filter((measure) => measure.type === type)
